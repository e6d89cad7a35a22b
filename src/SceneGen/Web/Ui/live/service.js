const patience = 15_000;

/** What went wrong; status 0 where no answer came at all. */
export class ServiceError extends Error {
  constructor(sentence, { status = 0, code, fields = {}, retryAfter = 0 } = {}) {
    super(sentence);
    this.status = status;
    this.code = code;
    this.fields = fields;
    this.retryAfter = retryAfter;
  }
}

/** The service behind an address, asked as whoever holds the token, in the language of the page. */
export function serviceAt({ base, token = () => null, language = () => null }) {
  async function send(method, path, { body, headers, signal, limit = patience } = {}) {
    const own = {
      Accept: 'application/json',
      ...(body && { 'Content-Type': 'application/json' }),
      ...(token() && { Authorization: `Bearer ${token()}` }),
      ...(language() && { 'Accept-Language': language() }),
      ...headers,
    };
    const ends = [signal, limit && AbortSignal.timeout(limit)].filter(Boolean);
    let response;
    try {
      response = await fetch(new URL(path, base), {
        method,
        headers: own,
        body: body && JSON.stringify(body),
        signal: ends.length > 0 ? AbortSignal.any(ends) : undefined,
        credentials: 'same-origin',
      });
    } catch (error) {
      if (signal?.aborted) {
        throw error;
      }
      throw new ServiceError('');
    }
    if (!response.ok && response.status !== 304) {
      throw await problemOf(response);
    }
    return response;
  }

  async function call(method, path, options) {
    const response = await send(method, path, options);
    return response.status === 204 ? null : bodyOf(response);
  }

  return { send, call, urlOf: path => new URL(path, base).href };
}

/** What an answer says; one that breaks off, or is no JSON, is none. */
export async function bodyOf(response) {
  try {
    return await response.json();
  } catch {
    throw new ServiceError('');
  }
}

async function problemOf(response) {
  const isProblem = response.headers.get('Content-Type')?.includes('json');
  // The refusal stands, whether or not it can be read why.
  const problem = isProblem ? await bodyOf(response).catch(() => null) : null;
  const { detail, title, code, errors } = problem ?? {};
  // In seconds, as the service says it; who stands before it may say a date, which is no number.
  const retryAfter = Number(response.headers.get('Retry-After')) || 0;
  return new ServiceError(detail ?? title ?? '', { status: response.status, code, fields: errors, retryAfter });
}
