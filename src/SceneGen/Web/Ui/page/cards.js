import { element, fillTiles, find, paintOwn, picture, setText } from './dom.js';
import { keepsAvatar } from './fate.js';
import { fill, momentOf, words } from './words.js';

const kinds = {
  human: words.kindHuman,
  animal: words.kindAnimal,
  robot: words.kindRobot,
  creature: words.kindCreature,
  object: words.kindObject,
};
let themes = new Map();

export const themeName = id => themes.get(id)?.name ?? id ?? words.noTheme;

export function fillSamples(samples) {
  find('#sample-form').hidden = samples === null;
  find('#address-form').hidden = samples !== null;
  find('.samples').replaceChildren(...(samples ?? []).map(sample =>
    card('sample', sample.id, sample.name, kinds[sample.kind] ?? sample.kind, picture(sample.pictureUrl, 512, 768))));
}

export function fillThemes(all) {
  themes = new Map(all.map(theme => [theme.id, theme]));
  find('.themes').replaceChildren(...all.map(theme => {
    const art = element('span', 'art');
    paintArt(art, theme.id);
    return card('theme', theme.id, theme.name, theme.description, art, theme.tags);
  }));
}

export function paintThemeChoice({ avatarUrl }, wayOut) {
  paintOwn(find('#theme .portrait'), avatarUrl);
  setText(find('#theme [data-do=cancel]'), wayOut);
}

export function paintArt(art, id) {
  if (art.dataset.theme !== (id ?? '')) {
    art.dataset.theme = id ?? '';
    const preview = themes.get(id)?.previewUrl;
    art.replaceChildren(...(preview ? [picture(preview, 1920, 1080)] : []));
  }
}

/** The avatars of these scenes, newest first: each once, and only those that may still be placed. */
export function avatarsOf(scenes) {
  const avatars = new Map();
  for (const scene of scenes) {
    if (!avatars.has(scene.avatarId)) {
      avatars.set(scene.avatarId, scene);
    }
  }
  return [...avatars.values()].filter(scene => keepsAvatar(scene, scenes)).slice(0, 12);
}

export function paintAvatars(scenes) {
  const avatars = avatarsOf(scenes);
  find('#yours-avatars').hidden = avatars.length === 0;
  fillTiles(find('.own'), avatars.map(scene => ({ ...scene, id: scene.avatarId })), newAvatar, (tile, scene) => {
    const isWaiting = scene.status === 'awaitingTheme';
    paintOwn(find('img', tile), scene.avatarUrl);
    setText(find('.name', tile), isWaiting ? words.chipWaiting : words.useAgain);
    setText(find('.about', tile), fill(words.avatarFrom, { when: momentOf(scene.createdAt) }));
    tile.classList.toggle('fresh', isWaiting);
  });
}

function newAvatar(id) {
  const tile = element('li');
  tile.dataset.id = id;
  const button = Object.assign(element('button', 'card'), { type: 'button' });
  button.dataset.do = 'avatar';
  const face = element('span', 'face');
  face.append(Object.assign(element('img'), { alt: '', hidden: true }));
  const texts = element('span', 'words');
  texts.append(element('span', 'name'), element('span', 'about'));
  button.append(face, texts);
  tile.append(button);
  return tile;
}

function card(name, value, title, about, face, tags = []) {
  const input = Object.assign(element('input'), { type: 'radio', name, value, required: true });
  const texts = element('span', 'words');
  texts.append(element('span', 'name', title), element('span', 'about', about));
  if (tags.length > 0) {
    const marks = element('span', 'tags');
    marks.append(...tags.slice(0, 3).map(tag => element('span', '', tag)));
    texts.append(marks);
  }
  const label = element('label', 'card');
  label.append(input, face, texts);
  return label;
}
