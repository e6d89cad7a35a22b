import * as api from './api.js';
import { find, paintGallery } from './views.js';

const often = 5_000;
const seldom = 15_000;

const known = new Map();
const erased = new Set();
let isListed = false;
let next = null;
let currentId = null;

/** Takes scenes in as they are seen; an answer that was overtaken changes nothing. */
export function keep(scenes) {
  for (const scene of scenes) {
    const before = known.get(scene.id);
    if (!erased.has(scene.id) && !(before && new Date(before.updatedAt) > new Date(scene.updatedAt))) {
      known.set(scene.id, scene);
    }
  }
  paint();
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
    if (!isListed) {
      isListed = true;
      next = page.next;
    }
    keep(page.items);
  } catch (error) {
    // The list comes with the next look; what the reader is doing matters more.
    console.warn('Your scenes could not be listed.', error);
  }
}

export async function showMore() {
  const page = await api.scenes(next);
  next = page.next;
  keep(page.items);
}

/** Scenes also come from elsewhere, for the avatar service may announce an avatar of this session at any time. */
export async function lookAround() {
  for (;;) {
    await api.pause([...known.values()].some(scene => !api.isFinal(scene)) ? often : seldom);
    if (!document.hidden) {
      await refresh();
    }
  }
}

function paint() {
  find('[data-do=more]').hidden = next === null;
  paintGallery([...known.values()].sort(newestFirst), currentId);
}

function newestFirst(one, other) {
  return new Date(other.createdAt) - new Date(one.createdAt);
}
