import { fill, words } from './words.js';

const patience = 15_000;
const running = new Set(['awaitingTheme', 'submitting', 'generating', 'storing']);

// Where a browser keeps no cookie for this page, its scenes are still its own to this page.
export const sessionId = (await call('GET', 'api/sessions/current')).sessionId ?? rememberedSession();

export class ApiError extends Error {
  constructor(sentence, { status, fields } = {}) {
    super(sentence);
    this.status = status;
    this.fields = fields;
  }
}

export const isRunning = scene => running.has(scene.status);
export const isFinal = scene => !isRunning(scene) && scene.status !== 'rollingBack';

export const themes = () => call('GET', 'api/themes');
export const scene = (id, signal) => call('GET', `api/scenes/${id}`, { signal });
export const chooseTheme = (id, theme) => call('PUT', `api/scenes/${id}/theme`, { body: { theme } });
export const remove = id => call('DELETE', `api/scenes/${id}`);

export function scenes(cursor) {
  const query = new URLSearchParams({ sessionId, limit: '24' });
  if (cursor) {
    query.set('cursor', cursor);
  }
  return call('GET', `api/scenes?${query}`);
}

/** The same wish, sent twice after a lost answer, names the same scene: the second answer is "it exists". */
export async function makeScene({ avatarUrl, avatarId, key }, theme) {
  const sceneId = await idOf(`${sessionId}/${key}/${theme}`);
  try {
    return await call('POST', 'api/scenes', { body: { avatarUrl, avatarId, theme, sessionId, sceneId } });
  } catch (error) {
    if (error.status === 409) {
      return call('GET', `api/scenes/${sceneId}`);
    }
    throw error;
  }
}

async function idOf(name) {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(name)));
  const hex = Array.from(hash.subarray(0, 16), byte => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Null where no avatar service offers samples. */
export async function samples() {
  try {
    return await call('GET', 'simulator/samples');
  } catch (error) {
    if (error.status === 404) {
      return null;
    }
    throw error;
  }
}

export async function makeAvatar(sample, name) {
  const avatar = await call('POST', 'simulator/avatars', { body: { sample, sessionId, name: name || undefined } });
  return sceneOf(avatar.avatarId);
}

export function randomText() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('');
}

export const pause = duration => new Promise(resolve => { setTimeout(resolve, duration); });

/** The avatar reaches us as a message, so its scene shows a moment after it. */
async function sceneOf(avatarId) {
  const until = performance.now() + patience;
  while (performance.now() < until) {
    const { items } = await scenes();
    const found = items.find(item => item.avatarId === avatarId);
    if (found) {
      return found;
    }
    await pause(300);
  }
  throw new ApiError(words.sceneIsLate);
}

async function call(method, path, { body, headers, signal } = {}) {
  const limit = AbortSignal.timeout(patience);
  let response;
  try {
    response = await fetch(path, {
      method,
      headers: { Accept: 'application/json', ...(body && { 'Content-Type': 'application/json' }), ...headers },
      body: body && JSON.stringify(body),
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
    });
  } catch (error) {
    if (signal?.aborted) {
      throw error;
    }
    throw new ApiError(words.noAnswer);
  }
  if (!response.ok) {
    throw await problemOf(response);
  }
  return response.status === 204 ? null : response.json();
}

async function problemOf(response) {
  const isProblem = response.headers.get('Content-Type')?.includes('json');
  const problem = isProblem ? await response.json() : {};
  // A field's name means something to programs; people see the field.
  const faults = problem.errors ? Object.entries(problem.errors).map(([field, texts]) => sentenceOf(field, texts)).join(' ') : null;
  const sentence = faults ?? problem.detail ?? problem.title ?? fill(words.errorAnswer, { status: response.status });
  return new ApiError(sentence, { status: response.status, fields: Object.keys(problem.errors ?? {}) });
}

/** What only people enter has words in their language; the rest is for whoever sends it. */
function sentenceOf(field, texts) {
  const own = { avatarUrl: words.wrongAvatarUrl, theme: words.wrongTheme }[field];
  return own ?? texts.map(text => text.charAt(0).toUpperCase() + text.slice(1)).join(' ');
}

function rememberedSession() {
  const key = 'scenegen.session';
  try {
    const kept = localStorage.getItem(key) ?? randomText();
    localStorage.setItem(key, kept);
    return kept;
  } catch (error) {
    console.warn('This browser keeps nothing for this page, so your scenes are listed until you leave it.', error);
    return randomText();
  }
}
