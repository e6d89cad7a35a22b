const [forFirstAvatar, usually, atMost] = [5_000, 15_000, 30_000];

/** How long to rest before the scenes are listed again: the longer nothing came up, the longer. */
export const restBetween = ({ isAwaited, quietLooks }) =>
  Math.min((isAwaited ? forFirstAvatar : usually) * 1.25 ** quietLooks, atMost);

/** Whether a list would tell what is not told already: the stream of a scene that is painted tells of that one. */
export const isWorthALook = (followedId, running) =>
  !(running.length === 1 && running[0].id === followedId);

/** A rest that may be cut short. */
export function makeRest() {
  let wake = () => {};
  return {
    rest: duration => new Promise(resolve => {
      const timer = setTimeout(resolve, duration);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    }),
    wake: () => wake(),
  };
}

/** What a failed look means to who looks: the visit has run out, the scene is not there, or the service is away. */
export function meaningOf({ status }) {
  return status === 401 || status === 403 ? 'visit' : status === 404 || status === 410 ? 'gone' : 'away';
}
