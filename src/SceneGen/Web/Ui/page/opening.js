import { backoff } from './live.js';
import { makeRest, meaningOf } from './looks.js';

const untilAsked = 2 ** 31 - 1;
const { rest, wake } = makeRest();

/**
 * Fetches what the page needs before it can show anything, again and again while the service is away: whoever has
 * opened the page need not open it once more. Where asking again would not help, it is asked again on the reader's word.
 */
export async function untilOpen(enter, trouble) {
  for (let failures = 1; ; failures++) {
    try {
      return await enter();
    } catch (error) {
      trouble(error);
      await rest(meaningOf(error) === 'away' ? backoff(failures) : untilAsked);
    }
  }
}

export const openNow = () => wake();

addEventListener('online', openNow);
