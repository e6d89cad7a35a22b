import { find, setText } from './dom.js';
import { words } from './words.js';

const steps = { avatar: 'avatar', theme: 'theme', scene: 'scene', failure: 'scene' };
// A shorter wait is over before anybody has read of it.
const untilTold = 400;
const views = [...document.querySelectorAll('.view')];
let shown = null;
let isFirst = true;
let toastTimer = 0;
let waitTimer = 0;

/**
 * Shows one view and takes the reader there; the key tells one scene from another in the same view. The first view
 * takes no focus: the page has only just been opened.
 */
export function show(name, key = name) {
  if (shown === `${name} ${key}`) {
    return false;
  }
  shown = `${name} ${key}`;
  clearTimeout(waitTimer);
  waitTimer = 0;
  setText(find('#moment'), '');
  for (const view of views) {
    view.hidden = view.id !== name;
    view.inert = false;
  }
  find('#steps').hidden = !(name in steps);
  for (const step of document.querySelectorAll('#steps li')) {
    step.toggleAttribute('aria-current', false);
    if (step.dataset.step === steps[name]) {
      step.setAttribute('aria-current', 'step');
    }
  }
  say(name, '');
  if (!isFirst) {
    scrollTo(0, 0);
    find('h1', find(`#${name}`)).focus({ preventScroll: true });
  }
  isFirst = false;
  return true;
}

/** Until it is known what there is at another address, what was shown at the last one is out of sight and reach. */
export function leave() {
  shown = null;
  if (views.some(view => view.contains(document.activeElement))) {
    find('#main').focus({ preventScroll: true });
  }
  for (const view of views) {
    view.inert = true;
  }
  waitTimer ||= setTimeout(() => setText(find('#moment'), words.moment), untilTold);
}

export const isShown = name => !find(`#${name}`).hidden && !find(`#${name}`).inert;

/** Says what went wrong where the reader is; nothing takes it away again. */
export function say(view, sentence) {
  for (const place of document.querySelectorAll(`#${view} .error`)) {
    setText(place, sentence);
    place.hidden = !sentence;
  }
}

/** For those who do not see what changes on the page. */
export const announce = sentence => setText(find('#announcer'), sentence);

/**
 * Answers the reader, whether they see the page or hear it: in a place of its own, so that no step that is announced
 * meanwhile takes the answer away. It is seen for a while, or if it has to be until the reader closes it or the next
 * one comes.
 */
export function tell(sentence, { stays = false } = {}) {
  const toast = find('#toast');
  clearTimeout(toastTimer);
  // The same answer to the next press is said again.
  find('#told').textContent = sentence;
  toast.classList.toggle('toast', sentence !== '');
  find('[data-do=close-told]').hidden = !stays;
  if (!stays) {
    toastTimer = setTimeout(() => toast.classList.toggle('toast', false), 6_000);
  }
}

export function entitle(text) {
  document.title = text ? `${text} · SceneGen` : 'SceneGen';
}
