import { el, fill, find, setText } from './ops-dom.js';
import * as actions from './ops-action.js';
import { post } from './ops-api.js';
import * as letters from './ops-letters.js';
import * as overview from './ops-overview.js';
import * as scenes from './ops-scenes.js';
import * as scene from './ops-scene.js';
import * as work from './ops-work.js';

const everyFiveSeconds = 5_000;
const scrolled = '.picture, .sheet';

/** A view loads, and draws what it loaded; its controls are made once, so that nobody loses what they are typing. */
const views = {
  overview,
  scenes,
  scene,
  rollbacks: work.rollbacks,
  'dead-letters': letters,
  gates: work.gates,
  storage: work.storage,
  reconciliation: work.reconciliation,
  audit: work.audit,
};

let current = null;
let timer;
let isFirst = true;
let isLeaving = false;

/** #scenes?state=failed, or #scene=ID. */
function place() {
  const [name, query = ''] = location.hash.slice(1).split(/[?=](.*)/s, 2);
  const view = views[name] ? name : 'overview';
  const params = view === 'scene' ? { id: query } : Object.fromEntries(new URLSearchParams(query));
  return { name: view, view: views[view], params };
}

function route() {
  const { name, view, params } = place();
  current?.leaving.abort();
  current = { name, view, params, drawn: null, leaving: new AbortController() };
  for (const link of document.querySelectorAll('.tabs a')) {
    const isHere = link.hash === `#${name}` || (name === 'scene' && link.hash === '#scenes');
    link.toggleAttribute('aria-current', isHere);
    if (isHere) {
      link.setAttribute('aria-current', 'page');
      link.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }
  }
  const title = typeof view.title === 'function' ? view.title(params) : view.title;
  setText(find('#title'), title);
  document.title = `${title} · SceneGen operations`;
  fill(find('#controls'), view.controls?.(params, refresh) ?? []);
  fill(find('#content'), []);
  fill(find('#outcome'), []);
  trouble('');
  if (!isFirst) {
    scrollTo(0, 0);
    find('#title').focus({ preventScroll: true });
  }
  isFirst = false;
  refresh();
}

async function refresh() {
  clearTimeout(timer);
  // Whoever is signing out is asked for nothing more: it would be refused, as if their time were over.
  if (isLeaving) {
    return;
  }
  const here = current;
  try {
    const data = await here.view.load(here.params, here.leaving.signal);
    if (here !== current) {
      return;
    }
    draw(here, data);
    trouble('');
    forgetWhy();
    setText(find('#freshness'), `As of ${new Date().toLocaleTimeString('en-GB')}`);
  } catch (error) {
    if (here !== current || here.leaving.signal.aborted) {
      return;
    }
    if (isOver(error)) {
      leadTo('over');
      return;
    }
    trouble(isLive(here) && !error.status ? `${error.message} It is tried again.` : error.message);
  }
  if (!document.hidden && isLive(here)) {
    timer = setTimeout(refresh, everyFiveSeconds);
  }
}

/** Led there once and let in all the same, nobody is led there again: what is refused then is trouble. */
const isOver = ({ status }) => (status === 401 || status === 403) && !location.search;

/** The sign-in says why it is shown, and leads back to this view. */
const leadTo = why => location.replace(`ops?why=${why}${location.hash}`);

function forgetWhy() {
  if (location.search) {
    history.replaceState(null, '', `ops${location.hash}`);
  }
}

async function leave() {
  if (isLeaving) {
    return;
  }
  isLeaving = true;
  clearTimeout(timer);
  current.leaving.abort();
  try {
    await post('ops/leave');
    leadTo('left');
  } catch (error) {
    isLeaving = false;
    current = { ...current, leaving: new AbortController() };
    await refresh();
    trouble(error.message);
  }
}

const isLive = ({ view }) => view.isLive ?? true;

/** What looks as it did is left alone; who has the focus keeps it, and what was scrolled aside stays so. */
function draw(here, data) {
  const drawn = el('div', {}, here.view.draw(data, here.params));
  if (here.drawn?.isEqualNode(drawn)) {
    return;
  }
  here.drawn = drawn.cloneNode(true);
  const content = find('#content');
  const key = content.contains(document.activeElement) ? document.activeElement.dataset.key : null;
  const aside = [...content.querySelectorAll(scrolled)].map(part => part.scrollLeft);
  fill(content, [...drawn.childNodes]);
  content.querySelectorAll(scrolled).forEach((part, i) => { part.scrollLeft = aside[i] ?? 0; });
  if (key) {
    content.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus({ preventScroll: true });
  }
}

function trouble(sentence) {
  setText(find('#trouble'), sentence);
  find('#trouble').hidden = !sentence;
}

document.addEventListener('visibilitychange', () => {
  clearTimeout(timer);
  if (!document.hidden && isLive(current)) {
    refresh();
  }
});
addEventListener('hashchange', route);
find('.skip').addEventListener('click', event => {
  // The address names the view that is shown, so it stays.
  event.preventDefault();
  find('#view').focus();
});
find('#exit').addEventListener('click', leave);
find('#exit').hidden = false;
actions.prepare(refresh);
route();
