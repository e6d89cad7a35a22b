import { make } from './parts.js';

const staysNew = 30_000;

/**
 * Opens a picture in full. An address that is signed runs out: it is renewed as soon as the reader comes near, and who
 * presses before the new one is there waits for it in the tab that opens.
 */
export function fullLink(text, address, renew, lost) {
  const link = make('a', { class: 'button primary', part: 'button', target: '_blank', rel: 'noopener', href: address }, text);
  if (!new URL(address).searchParams.has('exp')) {
    return link;
  }
  let [since, renewal] = [Date.now(), null];

  async function renewNow() {
    try {
      link.href = await renew();
      since = Date.now();
      return true;
    } catch (error) {
      lost(error);
      return false;
    } finally {
      renewal = null;
    }
  }

  function comeNear() {
    if (Date.now() - since > staysNew) {
      renewal ??= renewNow();
    }
    return renewal;
  }

  async function press(event) {
    const underWay = comeNear();
    if (underWay === null) {
      return;
    }
    event.preventDefault();
    const tab = globalThis.open('', '_blank');
    const isNew = await underWay;
    if (tab && isNew) {
      tab.opener = null;
      tab.location.replace(link.href);
    } else {
      tab?.close();
    }
  }

  ['pointerenter', 'pointerdown', 'focus'].forEach(approach => link.addEventListener(approach, comeNear));
  link.addEventListener('click', press);
  return link;
}
