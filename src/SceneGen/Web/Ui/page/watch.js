import { service } from './api.js';
import { follow, isFinal } from './live.js';
import { meaningOf } from './looks.js';

const nobody = { id: null, goesOn: false, stop: () => {} };
let watched = nobody;

/** The scene that is followed, until it has ended or nothing more can be learned of it. */
export const watchedId = () => (watched.goesOn ? watched.id : null);

/** Follows this scene, and no other any more. */
export function watch(id, { seen, trouble }) {
  unwatch();
  const mine = { ...nobody, id, goesOn: true };
  const hear = (tell, goesOn) => news => {
    if (watched === mine) {
      mine.goesOn = goesOn(news);
      tell(news);
    }
  };
  watched = mine;
  mine.stop = follow(service, id, {
    seen: hear(seen, scene => !isFinal(scene)),
    trouble: hear(trouble, error => meaningOf(error) === 'away'),
  });
}

export function unwatch() {
  watched.stop();
  watched = nobody;
}
