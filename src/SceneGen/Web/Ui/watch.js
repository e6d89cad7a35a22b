import * as api from './api.js';

const everySecond = 1_000;
const rarely = 5_000;

/** Looks at a scene again and again until it has ended; not while nobody sees the page. Returns how to stop it. */
export function watch(id, { seen, trouble }) {
  const leaving = new AbortController();
  let timer;
  let looking = false;
  let looks = 0;
  let failures = 0;

  async function look() {
    clearTimeout(timer);
    if (looking || document.hidden || leaving.signal.aborted) {
      return;
    }
    looking = true;
    let next;
    try {
      next = await once();
    } finally {
      looking = false;
    }
    if (next && !leaving.signal.aborted) {
      timer = setTimeout(look, next);
    }
  }

  async function once() {
    let scene;
    try {
      scene = await api.scene(id, leaving.signal);
    } catch (error) {
      if (leaving.signal.aborted) {
        return null;
      }
      failures++;
      trouble(error);
      return error.status === 404 || error.status === 410 ? null : Math.min(everySecond * 2 ** failures, 15_000);
    }
    failures = 0;
    looks++;
    if (!leaving.signal.aborted) {
      seen(scene);
    }
    return api.isFinal(scene) ? null : pace(scene);
  }

  // A person is slow to choose, and a rollback may take days; a painting is not.
  function pace(scene) {
    const isSlow = scene.status === 'awaitingTheme' || (scene.status === 'rollingBack' && looks > 60);
    return isSlow ? rarely : everySecond;
  }

  document.addEventListener('visibilitychange', look, { signal: leaving.signal });
  look();
  return () => {
    clearTimeout(timer);
    leaving.abort();
  };
}
