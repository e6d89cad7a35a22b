import { shownAt } from './avatars.js';

export const find = (selector, within = document) => within.querySelector(selector);

export function element(name, className = '', text = '') {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

/** A live region repeats what is set again, so the same text is left alone. */
export function setText(place, text) {
  if (place.textContent !== text) {
    place.textContent = text;
  }
}

export const picture = (address, width, height) =>
  Object.assign(element('img'), { src: ownPath(address), alt: '', width, height, decoding: 'async' });

export function ownPath(address) {
  const { pathname, search } = new URL(address, document.baseURI);
  return pathname + search;
}

/** Shows a picture of ours. A signed link is another one each time: what is there already is not loaded anew. */
export function paintPicture(image, address) {
  const path = ownPath(address);
  const isThere = image.complete && image.naturalWidth > 0 && image.getAttribute('src').split('?')[0] === path.split('?')[0];
  if (!isThere && image.getAttribute('src') !== path) {
    image.src = path;
  }
}

/** Shows an avatar, or nothing where it is of a place from which this page may load nothing. */
export function paintOwn(image, address) {
  const path = address ? shownAt(address) : null;
  if (image.getAttribute('src') === path) {
    return;
  }
  image.hidden = true;
  image.onload = () => { image.hidden = false; };
  if (path === null) {
    image.removeAttribute('src');
  } else {
    image.src = path;
  }
}

/** Tiles stay the same elements, so that a refresh takes nobody's focus away. */
export function fillTiles(list, items, newTile, paint) {
  const tiles = new Map([...list.children].map(tile => [tile.dataset.id, tile]));
  items.forEach((item, place) => {
    const tile = tiles.get(item.id) ?? newTile(item.id);
    tiles.delete(item.id);
    paint(tile, item);
    if (list.children[place] !== tile) {
      list.insertBefore(tile, list.children[place] ?? null);
    }
  });
  tiles.forEach(tile => tile.remove());
}
