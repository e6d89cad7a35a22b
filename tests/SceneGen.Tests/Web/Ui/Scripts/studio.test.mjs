import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connect, json, make, noAnswer, remove, serve, settle, until } from './dom.mjs';
import { load } from './load.mjs';

await load('components/scene-studio.js');
globalThis.FormData = class { get() { return 'forest'; } };

const scene = (status, id = 'a') => ({
  id, sessionId: 's', avatarId: 'v', avatarUrl: 'https://avatars.example.org/v.png', theme: 'forest', status,
  step: { text: 'Painting', percent: 20, etaSeconds: null, attempt: 1 }, image: null, failure: null, updatedAt: '2026-01-01T00:00:00Z' });
const themes = () => json([{ id: 'forest', name: 'Forest', description: 'Trees.' }]);
const studioWith = (t, attributes = {}) => {
  const told = [];
  const studio = make('scene-studio', attributes);
  ['studio-step', 'scene-gone', 'theme-chosen'].forEach(name =>
    studio.addEventListener(name, ({ detail }) => told.push(detail.step ?? name)));
  connect(studio);
  t.after(() => remove(studio));
  return { studio, told };
};

/** A scene that waits for its theme, and the stream that would tell of its end. */
const waiting = id => ({
  [`GET /api/scenes/${id}/events`]: () => new Response(new ReadableStream({})),
  [`GET /api/scenes/${id}`]: () => json(scene('awaitingTheme', id)),
});

/** From a scene that has ended to the themes for its avatar, and there the press that makes another. */
async function pressAgain(studio, t) {
  const status = await until(() => studio.root.querySelector('scene-status'));
  connect(status);
  t.after(() => remove(status));
  await until(() => status.value);
  studio.root.querySelector('button').dispatchEvent(new Event('click'));
  const form = await until(() => studio.root.querySelector('form'));
  return () => form.dispatchEvent(new Event('submit', { cancelable: true }));
}

test('a press that is repeated after its answer was lost is the same wish, and the next one is another', async t => {
  const keys = [];
  let answer = noAnswer;
  serve({
    'GET /api/scenes/a': () => json(scene('canceled')),
    'GET /api/scenes/b': () => json(scene('canceled', 'b')),
    'GET /api/themes': themes,
    'POST /api/scenes': ({ headers }) => {
      keys.push(headers['Idempotency-Key']);
      return answer();
    },
  });
  const { studio, told } = studioWith(t, { scene: 'a' });
  const press = await pressAgain(studio, t);
  press();
  await until(() => studio.root.querySelector('button').disabled === false && keys.length === 1);

  answer = () => json({}, 429);
  press();
  await until(() => studio.root.querySelector('button').disabled === false && keys.length === 2);
  answer = () => json(scene('submitting', 'b'), 201);
  press();
  await until(() => told.includes('theme-chosen'));
  (await pressAgain(studio, t))();
  await until(() => keys.length === 4);

  assert.match(keys[0], /^[0-9a-f]{32}$/);
  assert.deepEqual(keys.slice(1, 3), [keys[0], keys[0]]);
  assert.notEqual(keys[3], keys[0]);
});

test('a press that was refused for good is another wish when it is repeated', async t => {
  const keys = [];
  serve({
    'GET /api/scenes/a': () => json(scene('canceled')),
    'GET /api/themes': themes,
    'POST /api/scenes': ({ headers }) => {
      keys.push(headers['Idempotency-Key']);
      return json({ detail: 'It was deleted.' }, 410);
    },
  });
  const { studio } = studioWith(t, { scene: 'a' });
  const press = await pressAgain(studio, t);
  press();
  await until(() => studio.root.querySelector('.trouble').textContent === 'It was deleted.');
  press();
  await until(() => keys.length === 2);

  assert.notEqual(keys[0], keys[1]);
});

test('the scene that was begun is not taken again after a new start, but the next avatar is', async t => {
  let items = [scene('awaitingTheme'), scene('generating', 'b')];
  const asked = serve({
    ...waiting('a'), ...waiting('c'), 'GET /api/scenes': () => json({ items }), 'GET /api/themes': themes,
  });
  const { studio, told } = studioWith(t);
  await until(() => told.includes('theme'));

  studio.startOver();
  await until(() => told.includes('avatar'));
  assert.equal(asked.filter(order => order.startsWith('GET /api/scenes?')).length, 2);
  assert.deepEqual(told, ['theme', 'avatar']);

  items = [scene('awaitingTheme', 'c'), ...items];
  studio.setAttribute('lang', 'de');
  await until(() => told.length === 3);
  assert.deepEqual(told, ['theme', 'avatar', 'theme']);
});

test('what is shown under its own name is forgotten as well', async t => {
  serve({
    'GET /api/scenes/a': () => json(scene('generating')),
    'GET /api/scenes': () => json({ items: [scene('generating')] }),
  });
  const { studio, told } = studioWith(t, { scene: 'a' });
  await until(() => told.includes('scene'));

  studio.startOver();

  await until(() => told.length === 2);
  assert.deepEqual(told, ['scene', 'avatar']);
});

for (const status of [404, 410]) {
  test(`a named scene that is not there (${status}) is told once, and not asked for again`, async t => {
    t.mock.timers.enable({ apis: ['setTimeout', 'Date'] });
    const asked = serve({ 'GET /api/scenes/a': () => json({}, status) });
    const { told } = studioWith(t, { scene: 'a' });
    await settle();

    for (let minute = 0; minute < 3; minute++) {
      t.mock.timers.tick(60_000);
      await settle();
    }

    assert.deepEqual([told, asked.length], [['trouble', 'scene-gone'], 1]);
  });
}

/** When it looked, in seconds, while this much time went by. */
async function looksIn(t, seconds, looks) {
  for (let eighth = 0; eighth < seconds * 8; eighth++) {
    t.mock.timers.tick(125);
    await settle();
  }
  return looks.splice(0).map(time => time / 1_000);
}

function watchLooks(t, answer = () => json({ items: [] })) {
  t.mock.timers.enable({ apis: ['setTimeout', 'Date'], now: 0 });
  const looks = [];
  serve({
    'GET /api/scenes': () => {
      looks.push(Date.now());
      return answer();
    },
  });
  studioWith(t);
  return looks;
}

test('the longer no avatar comes up, the longer the studio rests', async t => {
  const looks = watchLooks(t);
  await settle();

  assert.deepEqual(await looksIn(t, 57, looks), [0, 2, 5, 9.5, 16.25, 26.375, 41.375, 56.375]);
});

test('who does not see the page has it ask for nothing, and who comes back sees at once how it stands', async t => {
  const looks = watchLooks(t);
  t.after(() => { document.hidden = false; });
  await settle();
  await looksIn(t, 6, looks);

  document.hidden = true;
  document.dispatchEvent(new Event('visibilitychange'));
  assert.deepEqual(await looksIn(t, 60, looks), []);
  document.hidden = false;
  document.dispatchEvent(new Event('visibilitychange'));

  assert.deepEqual(await looksIn(t, 6, looks), [66.125, 68.125, 71.125]);
});

test('who asked too often asks again when the service says, even where the reader comes back before', async t => {
  const answers = [json({}, 429, { 'Retry-After': '30' })];
  const looks = watchLooks(t, () => answers.shift() ?? json({ items: [] }));
  await settle();
  await looksIn(t, 10, looks);

  document.dispatchEvent(new Event('visibilitychange'));

  assert.deepEqual(await looksIn(t, 24, looks), [30, 32]);
});

test('a token that is no attribute of the studio is none of the scene in it', async t => {
  const by = [];
  serve({
    'GET /api/scenes/a': ({ headers }) => {
      by.push(headers.Authorization);
      return json(scene('canceled'));
    },
  });
  const studio = make('scene-studio', { scene: 'a' });
  studio.token = 'own';
  connect(studio);
  t.after(() => remove(studio));
  const status = await until(() => studio.root.querySelector('scene-status'));
  await until(() => by.length === 2);

  studio.token = 'next';
  await until(() => by.length === 3);

  assert.deepEqual(by, ['Bearer own', 'Bearer own', 'Bearer next']);
  assert.equal(status.getAttribute('token'), null);
});
