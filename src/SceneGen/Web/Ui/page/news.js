import { find, setText } from './dom.js';
import { tell } from './views.js';
import { endingOf, fill, words } from './words.js';

const wanted = new Set();
let offered = null;
let isTaken = null;

export const isWanted = id => wanted.has(id);

/** Whether this browser could tell of the end of this scene, if there is one, while the reader is elsewhere. */
export function offerNews(id) {
  offered = id;
  find('[data-do=notify]').hidden = id === null || wanted.has(id) || !canTell();
}

function canTell() {
  if (!('Notification' in window) || Notification.permission === 'denied') {
    return false;
  }
  if (isTaken === null && Notification.permission === 'default') {
    notice('');
  }
  return isTaken !== false;
}

/** Null where the browser takes messages from a service worker alone; shown to nobody who has not allowed it. */
function notice(body, tag = '') {
  try {
    const made = new Notification('SceneGen', { body, tag });
    isTaken = true;
    return made;
  } catch (error) {
    console.info('This browser takes no messages from a page.', error.message);
    isTaken = false;
    return null;
  }
}

export async function askForNews(id) {
  const isAllowed = await Notification.requestPermission() === 'granted';
  if (isAllowed) {
    wanted.add(id);
  }
  offerNews(offered);
  return isAllowed ? words.notifyYes : words.notifyNo;
}

/** Told once, and only to those who do not see it anyway. */
export function tellNews(scene) {
  if (!wanted.delete(scene.id) || !document.hidden) {
    return;
  }
  const told = notice(scene.image ? scene.step.text : endingOf(scene).title, scene.id);
  if (told) {
    told.onclick = () => window.focus();
  } else {
    // They see it when they are back: why nothing came.
    tell(words.notifyNo, { stays: true });
  }
}

/** Gives a link to the reader's own way of sharing, or to the clipboard, or else to read; says which it was. */
export async function share(title, url) {
  if (navigator.share) {
    try {
      await navigator.share({ title, url });
      return;
    } catch (error) {
      if (error.name === 'AbortError') {
        return;
      }
    }
  }
  try {
    await navigator.clipboard.writeText(url);
    tell(words.copied);
  } catch {
    tell(fill(words.notCopied, { url }), { stays: true });
  }
}

export function sayWhetherOnline() {
  const say = () => setText(find('#offline'), navigator.onLine ? '' : words.offline);
  addEventListener('online', say);
  addEventListener('offline', say);
  say();
}
