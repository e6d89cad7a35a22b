import { after } from 'node:test';
import { happen, json, openPage, until } from './dom.mjs';
import { textOf } from './load.mjs';

// What opens the page is a module; what it needs of a browser is there before it is loaded.
const alive = setInterval(() => {}, 1_000);
after(() => clearInterval(alive));
const wait = setTimeout;
globalThis.setTimeout = (...order) => wait(...order).unref();
globalThis.setInterval = () => 0;
globalThis.window = globalThis;
globalThis.scrollTo = () => {};
navigator.onLine = true;
globalThis.FormData = class {
  get() { return 'forest'; }
};
const goTo = (_, __, address) => { location.href = address; };
globalThis.history = { pushState: goTo, replaceState: goTo };

export const find = openPage(textOf('words/en.json'));
const views = ['trouble', 'avatar', 'theme', 'scene', 'failure']
  .map(id => Object.assign(find(`#${id}`), { id, hidden: true }));
document.querySelectorAll = selector => (selector === '.view' ? views : []);

export const [a, b, c] = ['a', 'b', 'c'].map(end => `0198a3c2-0000-7000-8000-00000000000${end}`);
const imageOf = id => ({ url: `/assets/${id}.jpg`, thumbnailUrl: '/assets/t.jpg', width: 1, height: 1, bytes: 1 });
export const scene = (id, status) => ({
  id, avatarId: id, theme: 'forest', status, failure: null, avatarUrl: '/simulator/a.png',
  step: { text: status, attempt: 1 }, image: status === 'ready' ? imageOf(id) : null,
  createdAt: '2026-01-01T00:00:00Z', updatedAt: '2026-01-01T00:00:00Z' });
export const routes = {
  'GET /api/sessions/current': () => json({ sessionId: 's' }),
  'GET /api/themes': () => json([]),
  'GET /simulator/samples': () => json([]),
  'GET /api/scenes': () => json({ items: [], next: null }),
  ...Object.fromEntries([a, b, c].map(id => [`GET /api/scenes/${id}/timeline`, () => json({ items: [] })])),
};

/** An order whose answer is held back. */
export function held(route) {
  let answer;
  const answered = new Promise(resolve => { answer = resolve; });
  return { routes: { [route]: () => answered }, answer: async response => { answer(response); await turns(); } };
}

/** As long as whatever is under way takes where every answer is there at once. */
export async function turns() {
  for (let turn = 0; turn < 50; turn++) {
    await new Promise(resolve => { setImmediate(resolve); });
  }
}

export const shown = () => views.filter(view => !view.hidden && !view.inert).map(view => view.id).join();
export const go = address => {
  location.href = `http://service.test/${address}`;
  happen('popstate');
};
export const at = id => until(() => location.pathname === `/scenes/${id}` && shown() !== '');
export const press = (deed, view) => {
  const button = Object.assign(find(`#${view} [data-do=${deed}]`), { dataset: { do: deed } });
  button.closest = selector => ({ '[data-do]': button, '.view': { id: view } })[selector] ?? null;
  document.dispatchEvent(Object.defineProperty(new Event('click'), 'target', { value: button }));
  return button;
};
