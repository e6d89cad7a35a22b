import * as api from './api.js';
import { fillSamples, fillThemes, paintThemeChoice, themeName } from './cards.js';
import { find, setText } from './dom.js';
import { isFinal, isRunning } from './live.js';
import { meaningOf } from './looks.js';
import { askForNews, offerNews, sayWhetherOnline, share } from './news.js';
import { openNow, untilOpen } from './opening.js';
import { here, onMove, toBeginning, toScene, toTheme } from './place.js';
import { moveOn, onSubmit, press } from './press.js';
import * as stage from './stage.js';
import { announce, entitle, isShown, leave, say, show, tell } from './views.js';
import { unwatch, watch, watchedId } from './watch.js';
import { randomText } from './wish.js';
import { fill, words } from './words.js';
import * as yours from './yours.js';

let isReady = false;
let current = null;
const themed = new Set();
let isLost = false;
let isVisitOver = false;

find('#starting')?.remove();

async function start() {
  leave();
  await untilOpen(enter, sayNoWay);
  isReady = true;
  const listed = yours.refresh();
  // Where the reader begins their own avatars come first; had they come later, they would push away what is reached for.
  if (!here().id) {
    await listed;
  }
  route();
  await listed;
  yours.lookAround();
}

async function enter() {
  const [themes, samples] = await Promise.all([api.themes(), api.samples(), api.enter()]);
  fillThemes(themes);
  fillSamples(samples);
}

function route() {
  if (!isReady) {
    return;
  }
  unwatch();
  moveOn();
  ['#confirm', '#viewer'].forEach(dialog => find(dialog).close());
  offerNews(null);
  tell('');
  const { id, draft } = here();
  if (current?.id !== id) {
    current = null;
  }
  if (id) {
    if (!current) {
      leave();
    }
    open(id);
  } else if (draft) {
    pickTheme(draft.key, draft, words.back);
  } else {
    pickAvatar();
  }
  yours.mark(id);
  yours.lookSoon();
}

function pickAvatar() {
  find('#sample-form').reset();
  find('.making').hidden = true;
  show('avatar');
  entitle('');
}

function pickTheme(key, avatar, wayOut) {
  if (show('theme', key)) {
    find('#theme-form').reset();
  }
  paintThemeChoice(avatar, wayOut);
  entitle(words.chooseTheme);
}

const open = id => watch(id, { seen, trouble: error => lose(id, error) });

/** A scene that has ended may be taken up again elsewhere: the list tells of it, and it is followed once more. */
function lookForMore() {
  const latest = current && yours.latest(current.id);
  if (latest && latest.status !== current.status && watchedId() !== latest.id) {
    reopen(latest.id);
  }
}

function seen(scene) {
  const isNews = current?.status !== scene.status || current.step.attempt !== scene.step.attempt;
  current = scene;
  if (isFinal(scene)) {
    themed.delete(scene.id);
  }
  if (isLost) {
    isLost = false;
    ['theme', 'scene', 'failure'].forEach(view => say(view, ''));
  }
  if (scene.status === 'awaitingTheme' && !themed.has(scene.id)) {
    pickTheme(scene.id, scene, words.cancel);
  } else if (stage.isOnStage(scene)) {
    onStage(scene);
  } else {
    stage.paintFailure(scene);
    show('failure', scene.id);
    entitle(words.noPicture);
  }
  offerNews(isRunning(scene) && isShown('scene') ? scene.id : null);
  if (!isNews) {
    return;
  }
  yours.keep([scene]);
  if (isShown('scene')) {
    tellOfTheWay(scene);
  }
}

function onStage(scene) {
  const { text, attempt } = scene.step;
  stage.paintScene(scene);
  if (!show('scene', scene.id)) {
    announce(attempt > 1 && isRunning(scene) ? fill(words.attemptAs, { text, attempt }) : text);
  }
  goOn(scene);
}

function goOn(scene) {
  const [percent, { text }] = [stage.goOn(scene), scene.step];
  entitle(isRunning(scene) ? fill(words.percentOf, { percent, text }) : text);
}

/** What happened beside the way is told too; without it the way alone has to do. */
async function tellOfTheWay({ id }) {
  try {
    const { items } = await api.timeline(id);
    if (current?.id === id) {
      stage.paintNews(items);
    }
  } catch (error) {
    console.info('What happened to the scene could not be read.', error.message);
  }
}

function lose(id, error) {
  const meaning = meaningOf(error);
  if (meaning === 'gone') {
    yours.forget(id);
    give(error.status === 410 ? words.isDeleted : words.noSuchScene, error.message, { canRetry: false });
  } else if (current && meaning === 'away') {
    isLost = true;
    ['theme', 'scene', 'failure'].filter(isShown).forEach(view => say(view, `${error.message} ${words.tryingAgain}`));
  } else {
    sayNoWay(error);
  }
}

/** A visit that has run out is not mended by asking again: the page itself gives the next. */
function sayNoWay(error) {
  const meaning = meaningOf(error);
  isVisitOver = meaning === 'visit';
  const sentences = { visit: words.visitOver, away: `${error.message} ${words.tryingAgain}` };
  give(words.noWayThrough, sentences[meaning] ?? error.message, { canRetry: true });
}

function give(title, sentence, { canRetry }) {
  find('#trouble-title').textContent = title;
  setText(find('#trouble .lead'), sentence);
  find('#trouble [data-do=reload]').hidden = !canRetry;
  show('trouble', sentence);
  entitle(title);
}

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

onSubmit('#theme-form', 'theme', async (values, isHere) => {
  const theme = values.get('theme');
  if (current) {
    const { id } = current;
    yours.keep([await api.chooseTheme(id, theme)]);
    themed.add(id);
    reopen(id);
    return;
  }
  const { draft } = here();
  try {
    arrive(await api.makeScene(draft, theme), isHere, { replace: true });
  } catch (error) {
    if (!isHere() || !error.fields?.avatarUrl || draft.avatarId) {
      throw error;
    }
    correctAddress(error.message, draft.avatarUrl);
  }
});

/** Whoever has gone elsewhere meanwhile stays there: the new scene is among theirs. */
function arrive(scene, isHere, options) {
  yours.keep([scene]);
  if (isHere()) {
    toScene(scene.id, options);
  }
}

function reopen(id) {
  if (here().id === id) {
    open(id);
  }
}

/** What is wrong with the address is mended where it was typed. */
function correctAddress(sentence, address) {
  toBeginning({ replace: true });
  say('avatar', sentence);
  find('#address').value = address;
  find('#address').focus();
}

async function cancel() {
  if (!current) {
    toBeginning({ replace: true });
    return;
  }
  const { id } = current;
  await api.cancel(id);
  reopen(id);
}

async function paintOnceMore(isHere) {
  arrive(await api.makeAnother(current), isHere);
}

async function retry() {
  const { id } = current;
  await api.retry(id);
  reopen(id);
}

/** One that was taken up again meanwhile is not deleted but canceled, and shows so. */
async function erase(id) {
  if (await api.remove(id) !== 'deleted') {
    reopen(id);
    return;
  }
  yours.forget(id);
  if (here().id === id) {
    unwatch();
    toBeginning({ replace: true });
    tell(words.deleted);
  }
}

const draftOf = ({ avatarUrl, avatarId }) => ({ avatarUrl, avatarId, key: randomText() });

function placeAvatar(button) {
  const scene = yours.all().find(one => one.avatarId === button.closest('[data-id]').dataset.id);
  if (scene.status === 'awaitingTheme') {
    toScene(scene.id);
  } else {
    toTheme(draftOf(scene));
  }
}

/** A link that was signed is shared as new as can be, for it runs out. */
async function shareScene(isHere) {
  const { theme, image } = document.documentElement.dataset.sharing === 'signed' ? await api.scene(current.id) : current;
  if (isHere()) {
    await share(themeName(theme), new URL(image.url, document.baseURI).href);
  }
}

const deeds = {
  skip: (_, event) => {
    // The address says where the reader is in the flow, so it stays.
    event.preventDefault();
    find('#main').focus();
  },
  reload: () => (isVisitOver ? location.reload() : isReady ? route() : openNow()),
  avatar: placeAvatar,
  cancel: button => press(button, button.closest('.view').id, cancel),
  again: () => toTheme(draftOf(current)),
  seed: button => press(button, button.closest('.view').id, paintOnceMore),
  retry: button => press(button, 'failure', retry),
  share: button => press(button, 'scene', shareScene),
  notify: button => press(button, 'scene', async () => tell(await askForNews(current.id))),
  'close-told': () => {
    tell('');
    find('#main').focus({ preventScroll: true });
  },
  view: stage.viewPicture,
  'close-view': () => find('#viewer').close(),
  delete: () => find('#confirm').showModal(),
  keep: () => find('#confirm').close(),
  'confirm-delete': () => {
    find('#confirm').close();
    const shown = isShown('scene') ? 'scene' : 'failure';
    press(find(`#${shown} [data-do=delete]`), shown, () => erase(current.id));
  },
  more: button => press(button, 'yours', yours.showMore),
};

document.addEventListener('click', event => {
  const target = event.target.closest('[data-do]');
  deeds[target?.dataset.do]?.(target, event);
});

setInterval(() => {
  if (current && isShown('scene')) {
    goOn(current);
    stage.linkPicture(yours.latest(current.id) ?? current);
  }
}, 1_000);
yours.onArrival(scenes => {
  if (isShown('avatar') && scenes.some(scene => scene.status === 'awaitingTheme')) {
    tell(words.avatarArrived);
  }
});
yours.onChange(lookForMore);
stage.onOver(({ id }) => {
  if (current?.id === id) {
    seen(current);
  }
});
onMove(route);
sayWhetherOnline();
start();
