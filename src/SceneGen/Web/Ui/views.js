import { isRunning } from './api.js';
import { ago, chipOf, endingOf, fill, sizeOf, words } from './words.js';

const steps = { avatar: 'avatar', theme: 'theme', scene: 'scene', failure: 'scene' };
const views = [...document.querySelectorAll('.view')];
const gallery = document.querySelector('.gallery');
let themes = new Map();
let shown = null;

export const find = (selector, within = document) => within.querySelector(selector);

/** Shows one view and takes the reader there; the key tells one scene from another in the same view. */
export function show(name, { key = name, focus = true } = {}) {
  if (shown === `${name} ${key}`) {
    return false;
  }
  shown = `${name} ${key}`;
  for (const view of views) {
    view.hidden = view.id !== name;
  }
  find('#steps').hidden = !(name in steps);
  for (const step of document.querySelectorAll('#steps li')) {
    step.toggleAttribute('aria-current', false);
    if (step.dataset.step === steps[name]) {
      step.setAttribute('aria-current', 'step');
    }
  }
  say(name, '');
  if (focus) {
    scrollTo(0, 0);
    find('h1', find(`#${name}`)).focus({ preventScroll: true });
  }
  return true;
}

export const isShown = name => !find(`#${name}`).hidden;

/** Says what went wrong where the reader is; nothing takes it away again. */
export function say(view, sentence) {
  for (const place of document.querySelectorAll(`#${view} .error`)) {
    setText(place, sentence);
    place.hidden = !sentence;
  }
}

export const announce = sentence => setText(find('#announcer'), sentence);

export function entitle(text) {
  document.title = text ? `${text} · SceneGen` : 'SceneGen';
}

export function fillSamples(samples) {
  find('#sample-form').hidden = samples === null;
  find('#address-form').hidden = samples !== null;
  find('.avatars').replaceChildren(...(samples ?? []).map(sample =>
    card('sample', sample.id, sample.name, sample.kind, picture(sample.pictureUrl, 512, 768))));
}

export function fillThemes(all) {
  themes = new Map(all.map(theme => [theme.id, theme]));
  find('.themes').replaceChildren(...all.map(theme => {
    const art = element('span', 'art');
    paintArt(art, theme.id);
    return card('theme', theme.id, theme.name, theme.description, art);
  }));
}

export function paintThemeChoice({ avatarUrl }, wayOut) {
  paintOwn(find('#theme .portrait'), avatarUrl);
  setText(find('#theme [data-do=cancel]'), wayOut);
}

export function paintScene(scene) {
  const [view, stage] = [find('#scene'), find('.stage')];
  const isReady = scene.image !== null;
  const hadFocus = find('.running', view).contains(document.activeElement);
  paintArt(find('.art', stage), scene.theme);
  stage.style.setProperty('--done', scene.step.percent / 100);
  if (isReady) {
    develop(stage, scene);
  } else {
    stage.dataset.phase = 'running';
    find('.picture', stage).removeAttribute('src');
    find('.picture', stage).hidden = find('.glow', stage).hidden = true;
    paintOwn(find('.figure', stage), scene.avatarUrl);
  }
  setText(find('h1', view), scene.step.text);
  setText(find('.details', view), detailsOf(scene));
  find('progress', view).value = scene.step.percent;
  find('progress', view).hidden = find('.running', view).hidden = isReady;
  find('.ready', view).hidden = !isReady;
  if (isReady && hadFocus) {
    find('h1', view).focus({ preventScroll: true });
  }
}

export function paintFailure(scene) {
  const [view, ending] = [find('#failure'), endingOf(scene)];
  paintArt(find('.art', view), scene.theme);
  paintOwn(find('.figure', view), scene.avatarUrl);
  setText(find('h1', view), ending.title);
  setText(find('.reason', view), ending.reason ?? scene.step.text);
  setText(find('.next', view), ending.next);
  const [again, home] = [find('[data-do=again]', view), find('[data-do=home]', view)];
  again.hidden = !ending.keepsAvatar;
  again.classList.toggle('primary', Boolean(ending.keepsAvatar));
  home.classList.toggle('primary', !ending.keepsAvatar);
  find('[data-do=delete]', view).hidden = scene.status === 'rollingBack';
}

/** Tiles stay the same elements, so that a refresh takes nobody's focus away. */
export function paintGallery(scenes, currentId) {
  find('#yours').hidden = scenes.length === 0;
  const tiles = new Map([...gallery.children].map(tile => [tile.dataset.id, tile]));
  scenes.forEach((scene, place) => {
    const tile = tiles.get(scene.id) ?? newTile(scene.id);
    tiles.delete(scene.id);
    paintTile(tile, scene, scene.id === currentId);
    if (gallery.children[place] !== tile) {
      gallery.insertBefore(tile, gallery.children[place] ?? null);
    }
  });
  tiles.forEach(tile => tile.remove());
}

const themeName = id => themes.get(id)?.name ?? id ?? words.noTheme;

function develop(stage, { image, theme, id }) {
  const picture = find('.picture', stage);
  const url = ownPath(image.url);
  find('[data-do=open]').href = find('[data-do=download]').href = url;
  find('[data-do=download]').download = `${theme}-${id.slice(0, 8)}.${url.split('?')[0].split('.').pop()}`;
  if (picture.getAttribute('src') === url) {
    return;
  }
  picture.alt = fill(words.pictureAlt, { theme: themeName(theme) });
  picture.hidden = true;
  picture.onload = () => {
    picture.hidden = false;
    stage.dataset.phase = 'ready';
    paintOwn(find('.figure', stage), null);
  };
  picture.onerror = () => say('scene', words.notLoaded);
  picture.src = url;
  find('.glow', stage).src = ownPath(image.thumbnailUrl);
  find('.glow', stage).hidden = false;
}

function detailsOf({ theme, step, image, createdAt }) {
  const parts = image
    ? [themeName(theme), sizeOf(image), ago(createdAt)]
    : [themeName(theme), step.attempt > 1 && fill(words.attempt, step), step.etaSeconds && fill(words.timeLeft, step)];
  return parts.filter(Boolean).join(' · ');
}

function card(name, value, title, about, face) {
  const input = Object.assign(element('input'), { type: 'radio', name, value, required: true });
  const texts = element('span', 'words');
  texts.append(element('span', 'name', title), element('span', 'about', about));
  const label = element('label', 'card');
  label.append(input, face, texts);
  return label;
}

function newTile(id) {
  const tile = element('li');
  tile.dataset.id = id;
  const link = Object.assign(element('a'), { href: `#${id}` });
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

function paintTile(tile, scene, isCurrent) {
  const [link, thumb, face, chip] = ['a', '.thumb', '.picture', '.chip'].map(part => find(part, tile));
  link.toggleAttribute('aria-current', isCurrent);
  if (isCurrent) {
    link.setAttribute('aria-current', 'true');
  }
  thumb.dataset.kind = scene.image ? 'ready' : isRunning(scene) ? 'running' : 'ended';
  paintArt(find('.art', tile), scene.theme);
  if (scene.image && face.hidden) {
    face.src = ownPath(scene.image.thumbnailUrl);
    face.hidden = false;
  }
  paintOwn(find('.figure', tile), scene.image ? null : scene.avatarUrl);
  setText(chip, chipOf(scene) ?? '');
  chip.hidden = chip.textContent === '';
  setText(find('.name', tile), themeName(scene.theme));
  find('time', tile).dateTime = scene.createdAt;
  setText(find('time', tile), ago(scene.createdAt));
}

function paintArt(art, id) {
  if (art.dataset.theme !== (id ?? '')) {
    art.dataset.theme = id ?? '';
    const preview = themes.get(id)?.previewUrl;
    art.replaceChildren(...(preview ? [picture(preview, 1920, 1080)] : []));
  }
}

/** Shows an avatar, or nothing where it is of another origin, from which this page may load nothing. */
function paintOwn(image, address) {
  const path = address && isOwn(address) ? ownPath(address) : null;
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

/** A rehearsal's avatars are of this origin, by whatever name of it they were announced. */
function isOwn(address) {
  const { origin, pathname } = new URL(address, document.baseURI);
  return origin === location.origin || pathname.startsWith('/simulator/');
}

const picture = (address, width, height) =>
  Object.assign(element('img'), { src: ownPath(address), alt: '', width, height, decoding: 'async' });

function ownPath(address) {
  const { pathname, search } = new URL(address, document.baseURI);
  return pathname + search;
}

function element(name, className = '', text = '') {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

/** A live region repeats what is set again, so the same text is left alone. */
function setText(place, text) {
  if (place.textContent !== text) {
    place.textContent = text;
  }
}
