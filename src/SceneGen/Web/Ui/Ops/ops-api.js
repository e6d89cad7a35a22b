const patience = 15_000;
const workPatience = 70_000;

export class ApiError extends Error {
  constructor(sentence, status, code) {
    super(sentence);
    this.status = status;
    this.code = code;
  }
}

export const get = (path, signal) => call('GET', path, { signal });
export const post = (path, body, key) => call('POST', path, { body, key });

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
  const response = await send(path, { method: 'GET', signal, limit: patience });
  if (!response.ok) {
    return null;
  }
  const text = (await response.text()).replace(/<style>.*?<\/style>/s, '');
  return document.importNode(new DOMParser().parseFromString(text, 'image/svg+xml').documentElement, true);
}

async function call(method, path, { body, key, signal } = {}) {
  const response = await send(path, {
    method,
    headers: {
      Accept: 'application/json',
      ...(body && { 'Content-Type': 'application/json' }),
      ...(key && { 'Idempotency-Key': key }),
    },
    body: body && JSON.stringify(body),
    signal,
    limit: method === 'GET' ? patience : workPatience,
  });
  if (response.ok) {
    return response.status === 204 ? null : response.json();
  }
  const problem = response.headers.get('Content-Type')?.includes('json') ? await response.json() : {};
  const sentence = problem.detail ?? problem.title ?? `The service answered ${response.status}.`;
  throw new ApiError(sentence, response.status, problem.code);
}

async function send(path, { signal, limit, ...request }) {
  const end = AbortSignal.timeout(limit);
  try {
    return await fetch(path, { ...request, signal: signal ? AbortSignal.any([signal, end]) : end });
  } catch (error) {
    if (signal?.aborted) {
      throw error;
    }
    throw new ApiError('The service does not answer; it is tried again.');
  }
}
