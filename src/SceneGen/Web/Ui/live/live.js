import { bodyOf } from './service.js';
import { eventParser } from './sse.js';

const running = new Set(['awaitingTheme', 'submitting', 'generating', 'storing']);
const hopeless = new Set([401, 403, 404, 410]);
const streamless = new Set([404, 405, 406, 501]);
const [shortest, longest] = [1_000, 30_000];
// The service says its first word at once, and gives a sign of life every 15 s.
const [untilAnswered, untilFirstWord, betweenWords, untilStreamAgain] = [15_000, 5_000, 40_000, 60_000];
const [everySecond, rarely, unseen, waitSeconds] = [1_000, 5_000, 10_000, 25];

export const isRunning = scene => running.has(scene.status);
export const isFinal = scene => !isRunning(scene) && scene.status !== 'rollingBack';

/** The wait after so many failures in a row; no two watchers come back at the same moment. */
export const backoff = (failures, random = Math.random) =>
  Math.min(shortest * 2 ** (failures - 1), longest) * (0.5 + random() / 2);

/**
 * Follows a scene until it has ended: by its events, where they cannot be had by long looks, and where even those come
 * back at once by short ones. Says each state it sees; returns how to stop.
 */
export function follow(service, id, { seen, trouble }) {
  const leaving = new AbortController();
  let round = new AbortController();
  let scene = null;
  let etag = null;
  let lastEvent = null;
  let streamAt = 0;
  let failures = 0;
  let looks = 0;

  const hasEvents = () => Date.now() >= streamAt;

  async function run() {
    while (!leaving.signal.aborted) {
      round = new AbortController();
      try {
        if (await once(AbortSignal.any([leaving.signal, round.signal]))) {
          return;
        }
        failures = 0;
      } catch (error) {
        if (leaving.signal.aborted || round.signal.aborted) {
          continue;
        }
        failures++;
        trouble(error);
        if (hopeless.has(error.status)) {
          return;
        }
        await rest(Math.max(backoff(failures), (error.retryAfter ?? 0) * 1_000));
      }
    }
  }

  async function once(signal) {
    if (scene === null || hasEvents() || document.hidden || failures > 0) {
      await look(signal);
    }
    if (isFinal(scene)) {
      return true;
    }
    // A browser has few connections to a service: a page that nobody sees holds none, and still learns of the end.
    if (document.hidden) {
      await rest(unseen);
    } else if (hasEvents()) {
      await listen(signal);
    } else {
      await lookLong(signal);
    }
    return isFinal(scene);
  }

  async function look(signal, wait) {
    const response = await service.send('GET', `api/scenes/${id}`, {
      headers: { ...(etag && { 'If-None-Match': etag }), ...(wait && { Prefer: `wait=${wait}` }) },
      limit: ((wait ?? 5) + 10) * 1_000,
      signal,
    });
    if (response.status !== 304) {
      // What is shown and its tag go together: to the tag of an answer that broke off, nothing would ever be told again.
      scene = await bodyOf(response);
      etag = response.headers.get('ETag');
    }
    leaving.signal.throwIfAborted();
    looks++;
    seen(scene);
  }

  async function lookLong(signal) {
    const [start, before] = [performance.now(), scene.updatedAt];
    await look(signal, waitSeconds);
    if (scene.updatedAt === before && performance.now() - start < everySecond) {
      await rest(pace());
    }
  }

  async function listen(signal) {
    const start = performance.now();
    // Over a way that holds back what is said bit by bit no stream ever comes through.
    const quiet = watchdog(() => {
      streamAt = Infinity;
      round.abort();
    });
    try {
      await read(await open(signal), quiet);
    } catch (error) {
      // Neither a refusal nor a connection that breaks is trouble yet: the look that follows shows whether the service is away.
      if (error.status) {
        streamAt = streamless.has(error.status) ? Infinity : Date.now() + untilStreamAgain;
      }
    } finally {
      quiet.stop();
    }
    if (isFinal(scene)) {
      etag = null;
      await look(signal);
    } else if (hasEvents() && performance.now() - start < shortest) {
      await rest(backoff(2));
    }
  }

  const open = signal => service.send('GET', `api/scenes/${id}/events`, {
    headers: { Accept: 'text/event-stream', ...(lastEvent && { 'Last-Event-ID': lastEvent }) },
    limit: null,
    signal,
  });

  async function read(response, quiet) {
    quiet.await(untilFirstWord);
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    const parse = eventParser(take);
    for (;;) {
      const { done, value } = await reader.read();
      if (done) {
        return;
      }
      quiet.await(betweenWords);
      parse(value);
      if (isFinal(scene)) {
        reader.cancel();
        return;
      }
    }
  }

  // A stream begins with what is long past: it is told again, but it is not how the scene stands.
  function take({ name, id: sequence, data }) {
    if (name !== 'scene' || leaving.signal.aborted) {
      return;
    }
    lastEvent = sequence;
    const { at, status, step, failure, image } = JSON.parse(data);
    if (Date.parse(at) >= Date.parse(scene.updatedAt)) {
      scene = { ...scene, status, step, failure, image, updatedAt: at };
      seen(scene);
    }
  }

  // A person is slow to choose, and a rollback may take days; a painting is not.
  function pace() {
    const isSlow = scene.status === 'awaitingTheme' || (scene.status === 'rollingBack' && looks > 60);
    return isSlow ? rarely : everySecond;
  }

  function rest(duration) {
    const end = AbortSignal.any([leaving.signal, round.signal]);
    return new Promise(resolve => {
      const timer = setTimeout(resolve, end.aborted ? 0 : duration);
      end.addEventListener('abort', () => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  // Who is back, on the network or at the page, wants to know how it stands, and not when the wait is over.
  const hurry = () => round.abort();
  addEventListener('online', hurry, { signal: leaving.signal });
  document.addEventListener('visibilitychange', hurry, { signal: leaving.signal });
  run();
  return () => leaving.abort();
}

/** Gives a connection up over which nothing comes for too long: not even the service's sign of life. */
function watchdog(giveUp) {
  let timer;
  const wait = duration => {
    clearTimeout(timer);
    timer = setTimeout(giveUp, duration);
  };
  wait(untilAnswered);
  return { await: wait, stop: () => clearTimeout(timer) };
}
