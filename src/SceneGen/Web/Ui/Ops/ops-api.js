import { serviceAt, ServiceError } from './service.js';

// A sweep reads every file; what is broken off here is broken off there.
const workPatience = 3_600_000;
const bare = serviceAt({ base: document.baseURI });

export const get = (path, signal) => bare.call('GET', path, { signal }).catch(inWords);

export const post = (path, body, key) => bare.call('POST', path, {
  body, headers: key && { 'Idempotency-Key': key }, limit: workPatience,
}).catch(inWords);

/** What another version of the service does not have yet is null. */
export async function getIfThere(path, signal) {
  try {
    return await get(path, signal);
  } catch (error) {
    if (error.status === 404 && error.code === 'not_found') {
      return null;
    }
    throw error;
  }
}

export function withQuery(path, values) {
  const query = new URLSearchParams(Object.entries(values).filter(([, value]) => value));
  return query.size > 0 ? `${path}?${query}` : path;
}

/** A picture as an element: its own style is for whoever looks at it alone, and this page allows no style in its text. */
export async function picture(path, signal) {
  try {
    const response = await bare.send('GET', path, { headers: { Accept: 'image/svg+xml' }, signal });
    const text = (await response.text()).replace(/<style>.*?<\/style>/s, '');
    return document.importNode(new DOMParser().parseFromString(text, 'image/svg+xml').documentElement, true);
  } catch (error) {
    return error.status > 0 ? null : inWords(error);
  }
}

function inWords(error) {
  if (error instanceof ServiceError) {
    error.message ||= error.status > 0 ? `The service answered ${error.status}.` : 'The service does not answer.';
  }
  throw error;
}
