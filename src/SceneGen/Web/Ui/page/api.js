import { serviceAt, ServiceError } from './service.js';
import { root } from './place.js';
import { currentSession } from './session.js';
import { wisher } from './wish.js';
import { fill, words } from './words.js';

const patience = 15_000;

const bare = serviceAt({ base: root, language: () => words.lang });
const wish = wisher();
let sessionId = null;

/** The service, whose failures are said in this page's words. */
export const service = {
  send: (...order) => bare.send(...order).catch(inWords),
  call: (...order) => bare.call(...order).catch(inWords),
};

export async function enter() {
  sessionId = await currentSession(service);
}

export const themes = () => service.call('GET', 'api/themes');
export const scene = id => service.call('GET', `api/scenes/${id}`);
export const chooseTheme = (id, theme) => service.call('PUT', `api/scenes/${id}/theme`, { body: { theme } });
const unless = (...codes) => error => {
  if (!codes.includes(error.code)) {
    throw error;
  }
};

/** What somebody has taken up again before goes on, and what has ended in the meantime is kept: a look shows it. */
export const retry = id => wish(service, `api/scenes/${id}/retry`, {}).catch(unless('scene_running', 'scene_ready'));
export const cancel = id => service.call('DELETE', `api/scenes/${id}?whileRunning=true`).catch(unless('scene_ended'));
/** A running scene is canceled by it, and only one that has ended is deleted. */
export const remove = async id => (await service.call('DELETE', `api/scenes/${id}`) ? 'canceled' : 'deleted');

/** All of it, however long: what came last stands at its end. */
export async function timeline(id) {
  const items = [];
  let after = 0;
  do {
    const page = await service.call('GET', `api/scenes/${id}/timeline?limit=200&after=${after}`);
    items.push(...page.items);
    after = page.next;
  } while (after);
  return items;
}

export function scenes(cursor) {
  const query = new URLSearchParams({ sessionId, limit: '24' });
  if (cursor) {
    query.set('cursor', cursor);
  }
  return service.call('GET', `api/scenes?${query}`);
}

/** The same wish, sent twice after a lost answer, names the same scene: the second answer is "it exists". */
export async function makeScene({ avatarUrl, avatarId, key }, theme) {
  const sceneId = await idOf(`${sessionId}/${key}/${theme}`);
  try {
    return await service.call('POST', 'api/scenes', { body: { avatarUrl, avatarId, theme, sessionId, sceneId } });
  } catch (error) {
    if (error.status === 409) {
      return scene(sceneId);
    }
    throw error;
  }
}

export const makeAnother = ({ avatarUrl, avatarId, theme }) =>
  wish(service, 'api/scenes', { avatarUrl, avatarId, theme, sessionId }, () => ({ seed: randomSeed() }));

const randomSeed = () => crypto.getRandomValues(new Uint32Array(1))[0] >>> 1;

// Of version 4, though derived: the service takes no other kind that is made of names from a page.
async function idOf(name) {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(name));
  return hexOf(new Uint8Array(hash, 0, 16)).replace(/(.{8})(.{4}).(.{3}).(.{3})/, '$1-$2-4$3-8$4-');
}

const hexOf = bytes => Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');

/** Null where no avatar service offers samples. */
export async function samples() {
  try {
    return await service.call('GET', 'simulator/samples');
  } catch (error) {
    if (error.status === 404) {
      return null;
    }
    throw error;
  }
}

export const makeAvatar = (sample, name) =>
  service.call('POST', 'simulator/avatars', { body: { sample, sessionId, name: name || undefined } });

export const pause = duration => new Promise(resolve => { setTimeout(resolve, duration); });

/** The avatar reaches us as a message, so its scene shows a moment after it. */
export async function sceneOf(avatarId) {
  const until = performance.now() + patience;
  while (performance.now() < until) {
    const { items } = await scenes();
    const found = items.find(item => item.avatarId === avatarId);
    if (found) {
      return found;
    }
    await pause(300);
  }
  throw new ServiceError(words.sceneIsLate);
}

function inWords(error) {
  if (error instanceof ServiceError) {
    const faults = Object.entries(error.fields).map(([field, texts]) => sentenceOf(field, texts)).join(' ');
    error.message = faults || error.message || (error.status ? fill(words.errorAnswer, error) : words.noAnswer);
  }
  throw error;
}

/** What only people enter has words in their language; the rest is for whoever sends it. */
function sentenceOf(field, texts) {
  const own = { avatarUrl: words.wrongAvatarUrl, theme: words.wrongTheme }[field];
  return own ?? [texts].flat().map(text => text.charAt(0).toUpperCase() + text.slice(1)).join(' ');
}
