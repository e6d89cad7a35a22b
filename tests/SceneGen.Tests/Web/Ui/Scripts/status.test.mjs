import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connect, json, make, remove, serve, settle, until } from './dom.mjs';
import { load } from './load.mjs';

URL.createObjectURL = () => 'blob:own';
URL.revokeObjectURL = () => {};
await load('components/scene-status.js');

const image = { url: '/assets/a.jpg?exp=1&sig=1', thumbnailUrl: '/assets/t.jpg', blurhash: null, expiresAt: '2036-01-01T00:00:00Z' };
const scene = (status, more = {}) => ({
  id: 'a', sessionId: 's', status, step: { text: 'Painting', percent: 20, etaSeconds: 60, attempt: 1 },
  image: null, failure: null, updatedAt: '2026-01-01T00:00:00Z', ...more });
const endless = ({ signal }) => new Response(new ReadableStream({
  start: body => signal.addEventListener('abort', () => body.error(signal.reason)),
}));
const comeBack = () => document.dispatchEvent(new Event('visibilitychange'));

function shown(t, routes, attributes = { scene: 'a' }) {
  const asked = serve({ 'GET /api/scenes/a/events': endless, ...routes });
  const element = connect(make('scene-status', attributes));
  t.after(() => remove(element));
  const part = name => element.root.querySelector(name);
  return {
    element, asked, part,
    title: () => part('h2').textContent,
    trouble: () => part('.trouble').textContent,
    look: () => ({
      title: part('h2').textContent,
      isBusy: !part('.frame').hidden && part('.frame').classes.has('busy'),
      progress: !part('progress').hidden,
      button: part('button')?.textContent ?? null,
      details: part('.soft').textContent,
    }),
  };
}

const waiting = { title: 'One moment…', isBusy: true, progress: false, button: null, details: '' };
const missing = { title: 'This scene is not there.', isBusy: false, progress: false, button: null, details: '' };

test('before the first answer it says that it takes a moment', t => {
  const { look } = shown(t, { 'GET /api/scenes/a': () => new Promise(() => {}) });

  assert.deepEqual(look(), waiting);
});

test('without a scene it shows nothing, and asks for nothing', async t => {
  const { part, look, asked } = shown(t, {}, {});
  await settle();

  assert.deepEqual(look(), { ...waiting, title: '', isBusy: false });
  assert.ok(part('h2').hidden);
  assert.deepEqual(asked, []);
});

test('another scene is not shown as the one before, and has none of its buttons', async t => {
  const { element, part, look } = shown(t, {
    'GET /api/scenes/a': () => json(scene('generating')),
    'GET /api/scenes/b': () => new Promise(() => {}),
  });
  await until(() => part('button'));

  element.setAttribute('scene', 'b');

  assert.deepEqual(look(), waiting);
  assert.equal(element.value, null);
});

for (const status of ['generating', 'ready']) {
  test(`a scene that goes while it is ${status} is not shown any more`, async t => {
    let isGone = false;
    const { element, part, look } = shown(t, {
      'GET /api/scenes/a': () => (isGone ? json({}, 410) : json(scene(status, { image: status === 'ready' ? image : null }))),
    });
    await until(() => element.value);

    isGone = true;
    element.setAttribute('token', 'new');

    await until(() => part('h2').textContent === missing.title);
    assert.deepEqual(look(), missing);
    assert.deepEqual([part('img').src, part('.trouble').textContent, part('a')], [null, '', null]);
  });
}

for (const code of [401, 404]) {
  test(`after ${code} nothing goes on by itself`, async t => {
    t.mock.timers.enable({ apis: ['setInterval', 'Date'], now: 0 });
    let isRefused = false;
    const { part, look } = shown(t, {
      'GET /api/scenes/a': () => (isRefused ? json({}, code) : json(scene('generating'))),
    });
    await until(() => part('button'));
    isRefused = true;
    comeBack();
    await until(() => !look().isBusy);
    const before = [part('progress').value, part('.soft').textContent];

    t.mock.timers.tick(30_000);

    assert.deepEqual([part('progress').value, part('.soft').textContent], before);
  });
}

test('what was refused to an old token goes on by the new one', async t => {
  let isKnown = false;
  const { element, look, trouble } = shown(t, {
    'GET /api/scenes/a': () => (isKnown ? json(scene('generating')) : json({}, 401)),
  }, { scene: 'a', token: 'old' });
  await until(() => trouble() === 'Your visit here has run out. One moment…');

  isKnown = true;
  element.setAttribute('token', 'new');

  await until(() => look().progress);
  assert.deepEqual([trouble(), look().title, look().isBusy], ['', 'Painting', true]);
});

test('on a page of another origin it asks for nothing until it has a token', async t => {
  const { element, asked, look } = shown(t, { 'GET /api/scenes/a': () => json(scene('generating')) }, {
    scene: 'a', base: 'http://elsewhere.test',
  });
  await settle();
  assert.deepEqual([asked, look()], [[], waiting]);

  element.setAttribute('token', 'new');

  await until(() => element.value);
});

test('what a press came to stays while the scene goes on, and goes with what it was about', async t => {
  let status = 'generating';
  const { part, trouble, asked, title } = shown(t, {
    'GET /api/scenes/a': () => json(scene(status)),
    'DELETE /api/scenes/a': () => json({ detail: 'Not just now.' }, 503),
  });
  (await until(() => part('button'))).dispatchEvent(new Event('click'));
  await until(() => trouble() === 'Not just now.');
  const looks = () => asked.filter(order => order === 'GET /api/scenes/a').length;
  const before = looks();
  comeBack();
  await until(() => looks() > before);
  await settle();
  assert.equal(trouble(), 'Not just now.');

  status = 'canceled';
  comeBack();
  await until(() => title() === 'The scene was canceled');
  assert.equal(trouble(), '');
});

test('a press for the scene before says nothing of the next', async t => {
  let give;
  const { element, part, trouble } = shown(t, {
    'GET /api/scenes/a': () => json(scene('generating')),
    'GET /api/scenes/b': () => json(scene('canceled', { id: 'b' })),
    'DELETE /api/scenes/a': () => new Promise(resolve => { give = () => resolve(json({ detail: 'Too late.' }, 409)); }),
  });
  (await until(() => part('button'))).dispatchEvent(new Event('click'));
  await until(() => give);

  element.setAttribute('scene', 'b');
  await until(() => element.value?.id === 'b');
  give();
  await settle();

  assert.equal(trouble(), '');
});

test('in another language its buttons and its picture are named anew', async t => {
  const { element, part } = shown(t, { 'GET /api/scenes/a': () => json(scene('ready', { image })) });
  element.closest = () => ({ lang: element.getAttribute('lang') ?? 'en' });
  await until(() => part('a')?.textContent === 'Open full size');

  element.setAttribute('lang', 'de');

  await until(() => part('a').textContent === 'In voller Größe öffnen');
  assert.equal(part('img').alt, 'Der Avatar in seiner Szene');
});

/** A scene with a link that is signed, long after it was shown; its looks bring new links as long as it is there. */
async function longReady(t) {
  t.mock.timers.enable({ apis: ['Date'], now: 0 });
  let links = 0;
  const answers = [];
  const scenes = shown(t, {
    'GET /api/scenes/a': () => {
      links++;
      const answer = json(scene('ready', { image: { ...image, url: `/assets/a.jpg?exp=${links}&sig=s` } }));
      return links === 1 ? answer : new Promise(resolve => { answers.push(other => resolve(other ?? answer)); });
    },
  });
  const link = await until(() => scenes.part('a'));
  assert.equal(link.href, 'http://service.test/assets/a.jpg?exp=1&sig=s');
  t.mock.timers.setTime(3_600_000);
  return { ...scenes, link, answers };
}

const addressOf = number => `http://service.test/assets/a.jpg?exp=${number}&sig=s`;
const click = link => {
  const event = new Event('click', { cancelable: true });
  link.dispatchEvent(event);
  return event;
};

test('a link that is signed is new when the reader comes near', async t => {
  const { link, answers, asked } = await longReady(t);

  ['pointerenter', 'focus', 'pointerdown'].forEach(name => link.dispatchEvent(new Event(name)));
  await until(() => answers.length === 1);
  answers[0]();

  await until(() => link.href === addressOf(2));
  assert.equal(click(link).defaultPrevented, false);
  assert.equal(asked.filter(order => order === 'GET /api/scenes/a').length, 2);
});

for (const [what, give, opened] of [
  ['opens as it is now', answer => answer(), addressOf(2)],
  ['opens nothing where there is no new one', answer => answer(json({}, 503)), 'closed'],
]) {
  test(`a link that was pressed before it was new ${what}`, async t => {
    let where = null;
    globalThis.open = () => ({ location: { replace: address => { where = address; } }, close: () => { where = 'closed'; } });
    const { link, answers, trouble } = await longReady(t);

    const { defaultPrevented } = click(link);
    await until(() => answers.length === 1);
    give(answers[0]);

    await until(() => where);
    assert.deepEqual([where, defaultPrevented], [opened, true]);
    assert.equal(trouble(), where === 'closed' ? 'The picture could not be loaded just now.' : '');
  });
}

test('a token that is no attribute stands in no markup, and counts before one that is', async t => {
  const asked = [];
  const { element } = shown(t, {
    'GET /api/scenes/a': ({ headers }) => {
      asked.push(headers.Authorization);
      return json(scene('canceled'));
    },
  }, { scene: 'a', token: 'public' });
  await until(() => element.value);

  element.token = 'own';
  await until(() => asked.length === 2);
  element.token = null;
  await until(() => asked.length === 3);

  assert.deepEqual(asked, ['Bearer public', 'Bearer own', 'Bearer public']);
  assert.equal(element.getAttribute('token'), 'public');
});

test('a token that was set before the script was there counts', async t => {
  let by = null;
  serve({
    'GET /api/scenes/a': ({ headers }) => {
      by = headers.Authorization;
      return json(scene('canceled'));
    },
  });
  const element = make('scene-status', { scene: 'a' });
  Object.defineProperty(element, 'token', { value: 'early', configurable: true, writable: true });
  connect(element);
  t.after(() => remove(element));
  await until(() => by);

  assert.deepEqual([by, element.token, Object.hasOwn(element, 'token')], ['Bearer early', 'early', false]);
});
