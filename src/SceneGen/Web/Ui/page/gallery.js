import * as api from './api.js';
import { paintArt, themeName } from './cards.js';
import { element, fillTiles, find, paintOwn, paintPicture, setText } from './dom.js';
import { isRunning } from './live.js';
import { addressOf } from './place.js';
import { ago, chipOf } from './words.js';

export function paintGallery(scenes, currentId) {
  find('#yours').hidden = scenes.length === 0;
  fillTiles(find('#yours .gallery'), scenes, newTile, (tile, scene) => paintTile(tile, scene, scene.id === currentId));
}

function newTile(id) {
  const tile = element('li');
  tile.dataset.id = id;
  const link = Object.assign(element('a'), { href: addressOf(id) });
  const thumb = element('div', 'thumb');
  const face = Object.assign(element('img', 'picture'), { alt: '', loading: 'lazy', hidden: true });
  const figure = Object.assign(element('img', 'figure'), { alt: '', hidden: true });
  face.addEventListener('error', () => renew(face, id), { once: true });
  thumb.append(element('div', 'art'), figure, face, element('span', 'chip'));
  const texts = element('div', 'words');
  texts.append(element('span', 'name'), element('time'));
  link.append(thumb, texts);
  tile.append(link);
  return tile;
}

/** A link that was signed long ago has run out by the time somebody comes down here. */
async function renew(face, id) {
  try {
    const { image } = await api.scene(id);
    if (image) {
      paintPicture(face, image.thumbnailUrl);
    }
  } catch (error) {
    console.info('A picture could not be loaded again.', error.message);
  }
}

function paintTile(tile, scene, isCurrent) {
  const [link, thumb, face, chip] = ['a', '.thumb', '.picture', '.chip'].map(part => find(part, tile));
  link.toggleAttribute('aria-current', isCurrent);
  if (isCurrent) {
    link.setAttribute('aria-current', 'true');
  }
  thumb.dataset.kind = scene.image ? 'ready' : isRunning(scene) ? 'running' : 'ended';
  paintArt(find('.art', tile), scene.theme);
  if (scene.image) {
    paintPicture(face, scene.image.thumbnailUrl);
    face.hidden = false;
  }
  paintOwn(find('.figure', tile), scene.image ? null : scene.avatarUrl);
  setText(chip, chipOf(scene) ?? '');
  chip.hidden = chip.textContent === '';
  setText(find('.name', tile), themeName(scene.theme));
  find('time', tile).dateTime = scene.createdAt;
  setText(find('time', tile), ago(scene.createdAt));
}
