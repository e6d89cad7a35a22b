import * as api from './api.js';
import { fillSamples, fillThemes, paintThemeChoice } from './cards.js';
import { find } from './dom.js';
import { fateOf, learnFate } from './fate.js';
import { focusTile } from './gallery.js';
import { followLink, shareScene } from './links.js';
import { isFinal, isRunning } from './live.js';
import { meaningOf } from './looks.js';
import { arrive, draftOf, makeScene, placeAvatar } from './making.js';
import { askForNews, offerNews, sayWhetherOnline } from './news.js';
import { openNow, untilOpen } from './opening.js';
import { here, onMove, toBeginning, toTheme } from './place.js';
import { focusOn, moveOn, onSubmit, press } from './press.js';
import * as stage from './stage.js';
import { asksForNewVisit, sayFound, sayGone, sayLost, sayNoWay } from './trouble.js';
import { announce, entitle, isShown, leave, show, tell } from './views.js';
import { unwatch, watch, watchedId } from './watch.js';
import { tellOfTheWay } from './way.js';
import { fill, words } from './words.js';
import * as yours from './yours.js';

let isReady = false;
let current = null;
const themed = new Set();

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

const fateOfAvatar = () => fateOf(current, yours.all());

/** A scene that has ended may be taken up again elsewhere, and its avatar be lost by another: the list tells of both. */
function lookForMore() {
  const latest = current && yours.latest(current.id);
  if (latest && new Date(latest.updatedAt) > new Date(current.updatedAt) && watchedId() !== latest.id) {
    reopen(latest.id);
  } else if (current) {
    paintFate();
  }
}

function paintFate() {
  const [view, at] = [isShown('failure') ? 'failure' : 'scene', document.activeElement];
  if (view === 'failure') {
    stage.paintFailure(current, fateOfAvatar());
  } else {
    stage.paintOffers(fateOfAvatar());
  }
  if (at?.hidden) {
    focusOn(at, view);
  }
}

function seen(scene) {
  const isNews = current?.status !== scene.status || current.step.attempt !== scene.step.attempt;
  current = scene;
  if (isFinal(scene)) {
    themed.delete(scene.id);
  }
  sayFound();
  if (scene.status === 'awaitingTheme' && !themed.has(scene.id)) {
    pickTheme(scene.id, scene, words.cancel);
  } else if (stage.isOnStage(scene)) {
    onStage(scene);
  } else {
    stage.paintFailure(scene, fateOfAvatar());
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
  stage.paintScene(scene, fateOfAvatar());
  if (!show('scene', scene.id)) {
    announce(attempt > 1 && isRunning(scene) ? fill(words.attemptAs, { text, attempt }) : text);
  }
  goOn(scene);
}

function goOn(scene) {
  const [percent, { text }] = [stage.goOn(scene), scene.step];
  entitle(isRunning(scene) ? fill(words.percentOf, { percent, text }) : text);
}

function lose(id, error) {
  const meaning = meaningOf(error);
  if (meaning === 'gone') {
    yours.forget(id);
    sayGone(error);
  } else if (meaning === 'away' && current) {
    sayLost(error);
  } else {
    sayNoWay(error);
  }
}

onSubmit('#theme-form', 'theme', async (values, isHere) => {
  const theme = values.get('theme');
  if (!current) {
    await makeScene(here().draft, theme, isHere);
    return;
  }
  const { id } = current;
  yours.keep([await api.chooseTheme(id, theme)]);
  themed.add(id);
  reopen(id);
});

function reopen(id) {
  if (here().id === id) {
    open(id);
  }
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
  const scene = current;
  try {
    await api.retry(scene.id);
  } catch (error) {
    learnFate(scene, error);
    lookForMore();
    throw error;
  }
  reopen(scene.id);
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

async function showMore() {
  const more = await yours.showMore();
  announce(fill(words.moreShown, { count: more.length }));
  focusTile(more[0]);
}

const deeds = {
  skip: (_, event) => {
    // The address says where the reader is in the flow, so it stays.
    event.preventDefault();
    find('#main').focus();
  },
  reload: () => (asksForNewVisit() ? location.reload() : isReady ? route() : openNow()),
  avatar: placeAvatar,
  cancel: button => press(button, button.closest('.view').id, cancel),
  again: () => toTheme(draftOf(current)),
  seed: button => press(button, button.closest('.view').id, paintOnceMore),
  retry: button => press(button, 'failure', retry),
  open: (link, event) => followLink(link, event, current),
  download: (link, event) => followLink(link, event, current),
  share: button => press(button, 'scene', isHere => shareScene(current, isHere)),
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
  more: button => press(button, 'yours', showMore),
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
