/** Reads server-sent events out of text that comes in pieces; a piece may end anywhere. */
export function eventParser(take) {
  let rest = '';
  let event = fresh();

  function line(text) {
    if (text === '') {
      if (event.data.length > 0) {
        take({ ...event, data: event.data.join('\n') });
      }
      event = { ...fresh(), id: event.id };
      return;
    }
    const [, field, value] = /^([^:]*):? ?(.*)$/s.exec(text);
    if (field === 'data') {
      event.data.push(value);
    } else if (field === 'event') {
      event.name = value;
    } else if (field === 'id') {
      event.id = value;
    }
  }

  return piece => {
    // A line's end may be two characters, of which the second has not come yet.
    const text = rest + piece;
    const whole = text.endsWith('\r') ? text.slice(0, -1) : text;
    const lines = whole.split(/\r\n|\r|\n/);
    rest = lines.pop() + text.slice(whole.length);
    lines.forEach(line);
  };
}

const fresh = () => ({ name: 'message', id: null, data: [] });
