export const find = (selector, within = document) => within.querySelector(selector);

export function setText(node, text) {
  if (node.textContent !== text) {
    node.textContent = text;
  }
}

const isThere = child => child !== null && child !== undefined && child !== false;

export const fill = (node, children) => node.replaceChildren(...[children].flat(Infinity).filter(isThere));

/** An element with attributes; a function among them listens. */
export function el(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      node.addEventListener(key, value);
    } else if (value !== null && value !== undefined && value !== false) {
      node.setAttribute(key, value === true ? '' : value);
    }
  }
  fill(node, children);
  return node;
}

/** The label, where the text alone would be that of others too. */
export const button = (text, key, onClick, { look = '', label } = {}) =>
  el('button', { type: 'button', class: `button small ${look}`, 'data-key': key, 'aria-label': label, click: onClick }, text);

/** Narrow screens show each row as a card, in which each cell says what it is; plain numbers stay side by side. */
export function table(caption, heads, rows, empty, look = 'cards') {
  if (rows.length === 0) {
    return el('p', { class: 'empty' }, empty);
  }
  return el('div', { class: `sheet ${look}` },
    el('table', {},
      el('caption', { class: 'unseen' }, caption),
      el('thead', {}, el('tr', {}, heads.map(head => el('th', { scope: 'col' }, head)))),
      el('tbody', {}, rows.map(cells => el('tr', {}, cells.map((cell, i) => el('td', { 'data-head': heads[i], class: cell ? null : 'none' }, cell ?? '–')))))));
}

export const facts = pairs => el('dl', { class: 'facts' },
  pairs.filter(([, value]) => value !== null && value !== undefined && value !== '')
    .map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, value))));

export const section = (title, ...children) => el('section', { class: 'part' }, el('h2', {}, title), children);

export const number = value => Number(value).toLocaleString('en-GB');
export const dollars = value => `$${Number(value).toFixed(2)}`;

export function bytes(value) {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const step = Math.min(units.length - 1, value > 0 ? Math.floor(Math.log10(value) / 3) : 0);
  return `${(value / 1000 ** step).toLocaleString('en-GB', { maximumFractionDigits: 1 })} ${units[step]}`;
}

export function span(seconds) {
  if (seconds < 1) {
    return `${Math.round(seconds * 1000)} ms`;
  }
  const parts = [[86_400, 'd'], [3_600, 'h'], [60, 'min'], [1, 's']];
  const first = parts.findIndex(([size]) => seconds >= size);
  const [size, unit] = parts[first];
  const rest = first < 3 ? Math.floor((seconds % size) / parts[first + 1][0]) : 0;
  return `${Math.floor(seconds / size)} ${unit}${rest > 0 ? ` ${rest} ${parts[first + 1][1]}` : ''}`;
}

/** Rounded, so that a list looks the same for a while and is not drawn anew for nothing. */
export function time(at) {
  if (!at) {
    return null;
  }
  const moment = new Date(at);
  return el('time', { datetime: at, title: at }, moment.toLocaleString('en-GB', { dateStyle: 'short', timeStyle: 'medium' }));
}

export const words = name => name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase().replace(/^./, letter => letter.toUpperCase());

export const sceneLink = id => el('a', { href: `#scene=${id}`, class: 'id', 'data-key': `scene ${id}`, title: id }, id.slice(0, 8), el('span', { class: 'unseen' }, id.slice(8)));

export function chip(state) {
  const look = { ready: 'good', failed: 'bad', rollingBack: 'warn', rolledBack: 'bad', expired: 'warn', closed: 'bad', open: 'good' }[state] ?? '';
  return el('span', { class: `chip ${look}` }, words(state));
}

/** A labelled field of a filter or an action. */
export function field(name, label, { options, value = '', type = 'text', hint } = {}) {
  const id = `field-${name}`;
  const input = options
    ? el('select', { id, name }, options.map(([key, text]) => el('option', { value: key, selected: key === value }, text)))
    : el('input', { id, name, type, value, autocomplete: 'off' });
  return el('div', { class: 'field' }, el('label', { for: id }, label), input, hint && el('p', { class: 'hint' }, hint));
}
