import * as api from './api.js';
import { avatarsOf, paintAvatars } from './cards.js';
import { find } from './dom.js';
import { paintGallery } from './gallery.js';
import { isFinal } from './live.js';
import { isWorthALook, makeRest, restBetween } from './looks.js';
import { isWanted, tellNews } from './news.js';
import { isShown } from './views.js';
import { watchedId } from './watch.js';

const known = new Map();
const erased = new Set();
let isListed = false;
let isLate = false;
let next = null;
let currentId = null;
let arrived = () => {};
let changed = () => {};
let quietLooks = 0;
const { rest, wake } = makeRest();

/** Hears of scenes that came up while the page was open, made by whomever. */
export function onArrival(listener) {
  arrived = listener;
}

/** Hears whenever more is known of a scene than before. */
export function onChange(listener) {
  changed = listener;
}

export const all = () => [...known.values()].sort(newestFirst);
export const latest = id => known.get(id);
const running = () => [...known.values()].filter(scene => !isFinal(scene));

/** Takes scenes in as they are seen; an answer that was overtaken changes nothing. */
export function keep(scenes) {
  for (const scene of scenes) {
    const before = known.get(scene.id);
    if (!erased.has(scene.id) && !(before && new Date(before.updatedAt) > new Date(scene.updatedAt))) {
      known.set(scene.id, scene);
      if (isFinal(scene)) {
        tellNews(scene);
      }
    }
  }
  paint();
  changed();
}

export function forget(id) {
  erased.add(id);
  known.delete(id);
  paint();
}

export function mark(id) {
  currentId = id;
  paint();
}

export async function refresh() {
  try {
    const page = await api.scenes();
    const fresh = page.items.filter(scene => isArrival(scene) && !known.has(scene.id) && !erased.has(scene.id));
    if (!isListed) {
      isListed = true;
      next = page.next;
    }
    keep(page.items);
    quietLooks = fresh.length > 0 ? 0 : quietLooks + 1;
    if (fresh.length > 0) {
      arrived(fresh);
    }
  } catch (error) {
    // The list comes with the next look; what the reader is doing matters more.
    console.info('Your scenes could not be listed.', error.message);
    isLate = !isListed;
  }
}

/** Where the first list came late nobody knows what came up before it; what waits for the reader is told. */
const isArrival = ({ status }) => isListed || (isLate && status === 'awaitingTheme');

/** Says which have come. */
export async function showMore() {
  const page = await api.scenes(next);
  next = page.next;
  const more = page.items.filter(({ id }) => !known.has(id));
  keep(page.items);
  return more;
}

/** Whoever comes to another view, or back to the page, sees at once what came up meanwhile. */
export function lookSoon() {
  quietLooks = 0;
  wake();
}

/** Scenes also come from elsewhere, for the avatar service may announce an avatar of this session at any time. */
export async function lookAround() {
  addEventListener('online', lookSoon);
  document.addEventListener('visibilitychange', lookSoon);
  for (;;) {
    await rest(restBetween({
      isAwaited: isShown('avatar') && avatarsOf(all()).length === 0,
      quietLooks: running().length > 0 ? 0 : quietLooks,
    }));
    if (isLookedAt() && navigator.onLine && isWorthALook(watchedId(), running())) {
      await refresh();
    }
  }
}

/** Whoever wanted to be told of a scene is told of it wherever they are. */
const isLookedAt = () => !document.hidden || running().some(({ id }) => isWanted(id));

function paint() {
  const scenes = all();
  find('[data-do=more]').hidden = next === null;
  paintAvatars(scenes);
  paintGallery(scenes, currentId);
}

function newestFirst(one, other) {
  return new Date(other.createdAt) - new Date(one.createdAt);
}
