import * as api from './api.js';
import { themeName } from './cards.js';
import { share } from './news.js';
import { press } from './press.js';
import { linkPicture } from './stage.js';
import * as yours from './yours.js';

const isSigned = () => document.documentElement.dataset.sharing === 'signed';
const longEnough = 30_000;
let renewed = { id: null, at: 0 };

/** A link that was signed runs out: what is pressed waits for its successor, and leads where that does. */
export function followLink(link, event, { id }) {
  if (!isSigned() || (renewed.id === id && performance.now() - renewed.at < longEnough)) {
    return;
  }
  event.preventDefault();
  press(link, 'scene', async isHere => {
    const scene = await api.scene(id);
    if (isHere()) {
      yours.keep([scene]);
      linkPicture(scene);
      renewed = { id, at: performance.now() };
      link.click();
    }
  });
}

/** A link that was signed is shared as new as can be. */
export async function shareScene(scene, isHere) {
  const { theme, image } = isSigned() ? await api.scene(scene.id) : scene;
  if (isHere()) {
    await share(themeName(theme), new URL(image.url, document.baseURI).href);
  }
}
