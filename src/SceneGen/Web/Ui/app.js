import * as api from './api.js';
import { watch } from './watch.js';
import * as views from './views.js';
import * as yours from './yours.js';
import { fill, words } from './words.js';

const { find, show, say } = views;
const sceneId = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

let isReady = false;
let isFirst = true;
let draft = null;
let current = null;
let themeSentTo = null;
let isLost = false;
let stopWatching = () => {};

async function start() {
  try {
    const [themes, samples] = await Promise.all([api.themes(), api.samples()]);
    views.fillThemes(themes);
    views.fillSamples(samples);
  } catch (error) {
    give(words.noWayThrough, error.message, { canRetry: true });
    return;
  }
  isReady = true;
  await yours.refresh();
  route();
  yours.lookAround();
}

function route() {
  if (!isReady) {
    return;
  }
  stopWatching();
  current = null;
  const place = location.hash.slice(1);
  if (sceneId.test(place)) {
    open(place);
  } else if (place === 'theme' && draft) {
    pickTheme(draft.key, draft, words.back);
  } else {
    pickAvatar();
  }
  yours.mark(place);
}

function pickAvatar() {
  find('#sample-form').reset();
  display('avatar');
  views.entitle('');
}

function pickTheme(key, avatar, wayOut) {
  if (display('theme', key)) {
    find('#theme-form').reset();
  }
  views.paintThemeChoice(avatar, wayOut);
  views.entitle(words.chooseTheme);
}

function open(id) {
  stopWatching();
  stopWatching = watch(id, { seen, trouble: error => lose(id, error) });
}

function seen(scene) {
  const isNews = current?.status !== scene.status;
  current = scene;
  if (isLost) {
    isLost = false;
    say('theme', '');
    say('scene', '');
    say('failure', '');
  }
  if (scene.status === 'awaitingTheme' && themeSentTo !== scene.id) {
    pickTheme(scene.id, scene, words.cancel);
  } else if (api.isRunning(scene) || scene.status === 'ready') {
    follow(scene);
  } else {
    views.paintFailure(scene);
    display('failure', scene.id);
    views.entitle(words.noPicture);
  }
  if (isNews) {
    yours.keep([scene]);
  }
}

function follow(scene) {
  const { text, attempt } = scene.step;
  views.paintScene(scene);
  if (!display('scene', scene.id)) {
    views.announce(attempt > 1 && api.isRunning(scene) ? fill(words.attemptAs, { text, attempt }) : text);
  }
  views.entitle(text);
}

function lose(id, error) {
  if (error.status === 404 || error.status === 410) {
    yours.forget(id);
    give(words.noSuchScene, error.message, { canRetry: false });
  } else if (current) {
    isLost = true;
    ['theme', 'scene', 'failure'].filter(views.isShown).forEach(view => say(view, `${error.message} ${words.tryingAgain}`));
  } else {
    give(words.noWayThrough, error.message, { canRetry: true });
  }
}

function give(title, sentence, { canRetry }) {
  find('#trouble-title').textContent = title;
  find('#trouble .lead').textContent = sentence;
  find('#trouble [data-do=reload]').hidden = !canRetry;
  display('trouble', sentence);
  views.entitle(title);
}

/** The first view takes no focus: the page has only just been opened. */
function display(name, key) {
  const isNew = show(name, { key, focus: !isFirst });
  isFirst = false;
  return isNew;
}

/** One press, one request: the button rests meanwhile, and what goes wrong is said beside it. */
async function press(button, view, work) {
  if (button.disabled) {
    return;
  }
  button.disabled = true;
  say(view, '');
  try {
    await work();
    button.disabled = false;
  } catch (error) {
    say(view, error.message);
    button.disabled = false;
    button.focus();
  }
}

function onSubmit(form, view, work) {
  find(form).addEventListener('submit', event => {
    event.preventDefault();
    const values = new FormData(event.target);
    press(find('button.primary', event.target), view, () => work(values));
  });
}

onSubmit('#sample-form', 'avatar', async values => {
  const scene = await api.makeAvatar(values.get('sample'), values.get('name').trim());
  yours.keep([scene]);
  location.hash = scene.id;
});

onSubmit('#address-form', 'avatar', async values => {
  draft = { avatarUrl: values.get('address').trim(), key: api.randomText() };
  location.hash = 'theme';
});

onSubmit('#theme-form', 'theme', async values => {
  const theme = values.get('theme');
  if (current) {
    await api.chooseTheme(current.id, theme);
    themeSentTo = current.id;
    open(current.id);
    return;
  }
  try {
    const scene = await api.makeScene(draft, theme);
    draft = null;
    yours.keep([scene]);
    location.replace(`#${scene.id}`);
  } catch (error) {
    if (!error.fields?.includes('avatarUrl') || draft.avatarId) {
      throw error;
    }
    correctAddress(error.message);
  }
});

/** What is wrong with the address is mended where it was typed. */
function correctAddress(sentence) {
  history.replaceState(null, '', '#');
  route();
  say('avatar', sentence);
  find('#address').focus();
}

async function cancel() {
  if (!current) {
    history.back();
    return;
  }
  const { id } = current;
  // A scene that has ended in the meantime would be deleted by this call, not canceled.
  if (api.isRunning(await api.scene(id))) {
    await api.remove(id);
  }
  open(id);
}

async function erase(id) {
  stopWatching();
  await api.remove(id);
  yours.forget(id);
  location.hash = '';
  views.announce(words.deleted);
}

const deeds = {
  reload: () => (isReady ? route() : start()),
  home: () => location.hash || route(),
  cancel: button => press(button, button.closest('.view').id, cancel),
  again: () => {
    draft = { avatarUrl: current.avatarUrl, avatarId: current.avatarId, key: api.randomText() };
    location.hash = 'theme';
  },
  delete: () => find('#confirm').showModal(),
  keep: () => find('#confirm').close(),
  'confirm-delete': () => {
    find('#confirm').close();
    const view = views.isShown('scene') ? 'scene' : 'failure';
    press(find(`#${view} [data-do=delete]`), view, () => erase(current.id));
  },
  more: button => press(button, 'yours', yours.showMore),
};

document.addEventListener('click', event => {
  const button = event.target.closest('[data-do]');
  deeds[button?.dataset.do]?.(button);
});
addEventListener('hashchange', route);
start();
