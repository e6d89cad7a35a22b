import { paintBlurhash } from './blurhash.js';
import { paintArt, themeName } from './cards.js';
import { element, find, ownPath, paintOwn, setText } from './dom.js';
import { isPast } from './kept.js';
import { isRunning } from './live.js';
import { betweenAnswers } from './progress.js';
import { ago, endingOf, fill, sizeOf, timeLeft, words } from './words.js';

const view = find('#scene');
const stage = find('.stage');
const course = ['submitting', 'generating', 'storing', 'ready'];
const pace = betweenAnswers();
const over = new Set();
let tellOver = () => {};

/** Hears of a scene that is there for longer than its picture. */
export function onOver(listener) {
  tellOver = listener;
}

export function paintScene(scene, fate = 'stays') {
  const isReady = scene.image !== null;
  const hadFocus = find('.running', view).contains(document.activeElement);
  paintArt(find('.art', stage), scene.theme);
  pace.take(scene);
  if (isReady) {
    develop(scene);
  } else {
    stage.dataset.phase = 'running';
    find('.picture', stage).removeAttribute('src');
    find('.picture', stage).hidden = find('.glow', stage).hidden = find('.blur', stage).hidden = true;
    paintOwn(find('.figure', stage), scene.avatarUrl);
  }
  setText(find('h1', view), scene.step.text);
  goOn(scene);
  paintCourse(scene);
  find('progress', view).hidden = find('.running', view).hidden = find('.course', view).hidden = isReady;
  find('.ready', view).hidden = find('.zoom', stage).hidden = !isReady;
  find('.news', view).hidden = isReady;
  paintOffers(fate);
  if (isReady && hadFocus) {
    find('h1', view).focus({ preventScroll: true });
  }
}

/** Nothing more is made of an avatar that was taken back. */
export function paintOffers(fate) {
  find('.ready [data-do=again]', view).hidden = find('.ready [data-do=seed]', view).hidden = fate !== 'stays';
}

/** What changes between two answers; says how far it has come. */
export function goOn({ theme, step, image, createdAt }) {
  const percent = pace.percent();
  const parts = image
    ? [themeName(theme), sizeOf(image), ago(createdAt)]
    : [themeName(theme), step.attempt > 1 && fill(words.attempt, step), timeLeft(pace.secondsLeft())];
  setText(find('.details', view), parts.filter(Boolean).join(' · '));
  find('progress', view).value = percent;
  stage.style.setProperty('--done', percent / 100);
  return percent;
}

/** What happened on the way, beside the way itself. */
export function paintNews(items) {
  const told = items.filter(item => item.kind !== 'transition').slice(-3);
  find('.news', view).replaceChildren(...told.map(item => element('li', '', item.text)));
}

export function paintFailure(scene, fate = 'stays') {
  const [place, ending] = [find('#failure'), endingOf(scene, fate)];
  paintArt(find('.art', place), scene.theme);
  paintOwn(find('.figure', place), scene.avatarUrl);
  setText(find('h1', place), ending.title);
  setText(find('.reason', place), ending.reason ?? scene.step.text);
  setText(find('.fate', place), ending.avatar);
  setText(find('.next', place), ending.next);
  const [retry, seed, again, home] = ['retry', 'seed', 'again', 'home'].map(deed => find(`[data-do=${deed}]`, place));
  retry.hidden = !ending.canRetry;
  seed.hidden = !ending.canMakeAgain;
  again.hidden = !ending.keepsAvatar;
  const first = [retry, seed, again, home].find(button => !button.hidden);
  [retry, seed, again, home].forEach(button => button.classList.toggle('primary', button === first));
  find('[data-do=delete]', place).hidden = scene.status === 'rollingBack';
}

function paintCourse({ status }) {
  const reached = course.indexOf(status);
  find('.course', view).querySelectorAll('li').forEach((step, place) => {
    step.dataset.state = place < reached ? 'done' : place === reached ? 'now' : 'ahead';
    step.toggleAttribute('aria-current', place === reached);
    if (place === reached) {
      step.setAttribute('aria-current', 'step');
    }
    find('.unseen', step).hidden = place >= reached;
  });
}

/** A signed link runs out while the picture stands here; what is opened is the newest. */
export function linkPicture({ image }) {
  if (image) {
    find('[data-do=open]').href = find('[data-do=download]').href = ownPath(image.url);
  }
}

const pathOf = address => address.split('?')[0];

function develop(scene) {
  const { image, theme, id } = scene;
  const picture = find('.picture', stage);
  const url = ownPath(image.url);
  linkPicture(scene);
  find('[data-do=download]').download = `${theme}-${id.slice(0, 8)}.${pathOf(url).split('.').pop()}`;
  if (pathOf(picture.getAttribute('src') ?? '') === pathOf(url)) {
    return;
  }
  picture.alt = fill(words.pictureAlt, { theme: themeName(theme) });
  picture.hidden = true;
  find('.blur', stage).hidden = !paintBlurhash(find('.blur', stage), image.blurhash);
  picture.onload = () => {
    picture.hidden = false;
    stage.dataset.phase = 'ready';
    sayNotLoaded(false);
    paintOwn(find('.figure', stage), null);
  };
  picture.onerror = () => {
    if (isPast(image)) {
      over.add(id);
      tellOver(scene);
    } else {
      sayNotLoaded(true);
    }
  };
  picture.src = url;
  find('.glow', stage).src = ownPath(image.thumbnailUrl);
  find('.glow', stage).hidden = false;
}

function sayNotLoaded(isSo) {
  const error = find('.error', view);
  if (isSo || error.textContent === words.notLoaded) {
    setText(error, isSo ? words.notLoaded : '');
    error.hidden = !isSo;
  }
}

/** What could not be loaded while the reader was offline is asked for once more. */
addEventListener('online', () => {
  for (const picture of ['.picture', '.glow'].map(part => find(part, stage))) {
    const path = picture.getAttribute('src');
    if (path && picture.complete && picture.naturalWidth === 0) {
      picture.src = path;
    }
  }
});

export function viewPicture() {
  const [large, small] = [find('#viewer img'), find('.picture', stage)];
  large.src = small.src;
  large.alt = small.alt;
  find('#viewer').showModal();
}

export const isOnStage = scene => isRunning(scene) || (scene.status === 'ready' && !over.has(scene.id));
