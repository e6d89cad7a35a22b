import { find, setText } from './dom.js';

const steps = { avatar: 'avatar', theme: 'theme', scene: 'scene', failure: 'scene' };
const views = [...document.querySelectorAll('.view')];
let shown = null;
let isFirst = true;
let toastTimer;

/**
 * Shows one view and takes the reader there; the key tells one scene from another in the same view. The first view
 * takes no focus: the page has only just been opened.
 */
export function show(name, key = name) {
  if (shown === `${name} ${key}`) {
    return false;
  }
  shown = `${name} ${key}`;
  for (const view of views) {
    view.hidden = view.id !== name;
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

export const isShown = name => !find(`#${name}`).hidden;

/** Says what went wrong where the reader is; nothing takes it away again. */
export function say(view, sentence) {
  for (const place of document.querySelectorAll(`#${view} .error`)) {
    setText(place, sentence);
    place.hidden = !sentence;
  }
}

export const announce = sentence => setText(find('#announcer'), sentence);

/** Says it to all readers, where an announcement is for those who see nothing change. */
export function tell(sentence) {
  announce(sentence);
  const place = find('#announcer');
  place.classList.toggle('toast', sentence !== '');
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => place.classList.remove('toast'), 6_000);
}

export function entitle(text) {
  document.title = text ? `${text} · SceneGen` : 'SceneGen';
}
