import * as api from './api.js';
import { paintArt, themeName } from './cards.js';
import { element, fillTiles, find, paintOwn, paintPicture, setText } from './dom.js';
import { isPast } from './kept.js';
import { isRunning } from './live.js';
import { addressOf } from './place.js';
import { ago, chipOf } from './words.js';

export function paintGallery(scenes, currentId) {
  find('#yours').hidden = scenes.length === 0;
  fillTiles(find('#yours .gallery'), scenes, newTile, (tile, scene) => paintTile(tile, scene, scene.id === currentId));
}

/** Takes the reader there, if there is one. */
export const focusTile = scene => scene && find(`#yours [data-id="${scene.id}"] a`)?.focus();

function newTile(id) {
  const tile = element('li');
  tile.dataset.id = id;
  const link = Object.assign(element('a'), { href: addressOf(id) });
  const thumb = element('div', 'thumb');
  const face = Object.assign(element('img', 'picture'), { alt: '', loading: 'lazy', hidden: true });
  const figure = Object.assign(element('img', 'figure'), { alt: '', hidden: true });
  thumb.append(element('div', 'art'), figure, face, element('span', 'chip'));
  const texts = element('div', 'words');
  texts.append(element('span', 'name'), element('time'));
  link.append(thumb, texts);
  tile.append(link);
  return tile;
}

/** A link that was signed long ago has run out by the time somebody comes down here, and a picture in the end, too. */
async function renew(tile, face, scene) {
  if (isPast(scene.image)) {
    tile.dataset.over = '';
    paintTile(tile, scene, find('a', tile).hasAttribute('aria-current'));
    return;
  }
  if ('renewed' in tile.dataset) {
    return;
  }
  tile.dataset.renewed = '';
  try {
    const { image } = await api.scene(scene.id);
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
  const isOver = 'over' in tile.dataset;
  const image = isOver ? null : scene.image;
  thumb.dataset.kind = image ? 'ready' : isRunning(scene) ? 'running' : 'ended';
  paintArt(find('.art', tile), scene.theme);
  face.hidden = !image;
  if (image) {
    face.onerror = () => renew(tile, face, scene);
    paintPicture(face, image.thumbnailUrl);
  }
  paintOwn(find('.figure', tile), image ? null : scene.avatarUrl);
  setText(chip, chipOf(scene, isOver) ?? '');
  chip.hidden = chip.textContent === '';
  setText(find('.name', tile), themeName(scene.theme));
  find('time', tile).dateTime = scene.createdAt;
  setText(find('time', tile), ago(scene.createdAt));
}
