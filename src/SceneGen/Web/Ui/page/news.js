import { find, setText } from './dom.js';
import { tell } from './views.js';
import { fill, words } from './words.js';

let wanted = null;

/** Whether this browser could tell of the end while the reader is elsewhere. */
export function offerNews(isOffered) {
  const can = 'Notification' in window && Notification.permission !== 'denied';
  find('[data-do=notify]').hidden = !isOffered || !can || wanted !== null;
}

export async function askForNews(id) {
  const isAllowed = await Notification.requestPermission() === 'granted';
  wanted = isAllowed ? id : null;
  offerNews(!isAllowed);
  return isAllowed ? words.notifyYes : words.notifyNo;
}

/** Told once, and only to those who do not see it anyway. */
export function tellNews(scene, title) {
  if (wanted !== scene.id) {
    return;
  }
  wanted = null;
  if (document.hidden) {
    const notice = new Notification('SceneGen', { body: title, tag: scene.id });
    notice.onclick = () => window.focus();
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
