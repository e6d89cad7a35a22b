import * as api from './api.js';
import { find } from './dom.js';
import { toBeginning, toScene, toTheme } from './place.js';
import { onSubmit } from './press.js';
import { announce, say } from './views.js';
import { randomText } from './wish.js';
import { words } from './words.js';
import * as yours from './yours.js';

onSubmit('#sample-form', 'avatar', async (values, isHere) => {
  const making = find('.making');
  making.hidden = false;
  announce(words.making);
  try {
    const { avatarId } = await api.makeAvatar(values.get('sample'), values.get('name').trim());
    const scene = await api.sceneOf(avatarId);
    arrive(scene, isHere);
  } finally {
    making.hidden ||= isHere();
  }
});

onSubmit('#address-form', 'avatar', async values =>
  toTheme({ avatarUrl: values.get('address').trim(), key: randomText() }));

/** Makes a scene of an avatar that was picked; what is wrong with its address is mended where it was typed. */
export async function makeScene(draft, theme, isHere) {
  try {
    arrive(await api.makeScene(draft, theme), isHere, { replace: true });
  } catch (error) {
    if (!isHere() || !error.fields?.avatarUrl || draft.avatarId) {
      throw error;
    }
    correctAddress(error.message, draft.avatarUrl);
  }
}

/** Whoever has gone elsewhere meanwhile stays there: the new scene is among theirs. */
export function arrive(scene, isHere, options) {
  yours.keep([scene]);
  if (isHere()) {
    toScene(scene.id, options);
  }
}

function correctAddress(sentence, address) {
  toBeginning({ replace: true });
  say('avatar', sentence);
  find('#address').value = address;
  find('#address').focus();
}

export const draftOf = ({ avatarUrl, avatarId }) => ({ avatarUrl, avatarId, key: randomText() });

export function placeAvatar(button) {
  const scene = yours.all().find(one => one.avatarId === button.closest('[data-id]').dataset.id);
  if (scene.status === 'awaitingTheme') {
    toScene(scene.id);
  } else {
    toTheme(draftOf(scene));
  }
}
