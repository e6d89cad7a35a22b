import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connect, json, make, noAnswer, remove, serve, settle, until } from './dom.mjs';
import { load } from './load.mjs';

await load('components/scene-studio.js');
globalThis.FormData = class { get() { return 'forest'; } };

const scene = (status, id = 'a', more = {}) => ({
  id, sessionId: 's', avatarId: 'v', avatarUrl: 'https://avatars.example.org/v.png', theme: null, status,
  step: { text: status, percent: 0, etaSeconds: null, attempt: 1 }, image: null, failure: null,
  createdAt: '2026-01-01T00:00:00Z', updatedAt: '2026-01-01T00:00:00Z', ...more });

/** A stream that says what it is told to, as long as somebody listens. */
function streamOf() {
  let body = null;
  return {
    answer: ({ signal }) => new Response(new ReadableStream({
      start: controller => {
        body = controller;
        signal.addEventListener('abort', () => {
          body = null;
          controller.error(signal.reason);
        });
      },
    })),
    say: status => body?.enqueue(new TextEncoder().encode(
      `event: scene\nid: 2\ndata: ${JSON.stringify({ ...scene(status), sequence: 2, at: '2026-01-01T00:00:05Z' })}\n\n`)),
  };
}

/** Who is back at the page sees at once how it stands. */
const comeBack = () => document.dispatchEvent(new Event('visibilitychange'));

/** A studio that lets the theme of scene a be chosen, and what it told. */
async function chooser(t, routes = {}, attributes = {}) {
  const world = { 'GET /api/scenes/a': () => json(scene('awaitingTheme')) };
  const stream = streamOf();
  const asked = serve({
    'GET /api/scenes/a/events': stream.answer,
    'GET /api/scenes/a': () => world['GET /api/scenes/a'](),
    'GET /api/scenes': () => json({ items: [scene('awaitingTheme')] }),
    'GET /api/themes': () => json([{ id: 'forest', name: 'Forest', description: 'Trees.' }]),
    ...routes,
  });
  const studio = make('scene-studio', attributes);
  const told = [];
  ['studio-step', 'scene-gone', 'theme-chosen', 'token-expired'].forEach(name =>
    studio.addEventListener(name, ({ detail }) => told.push(detail.step ?? name)));
  connect(studio);
  t.after(() => remove(studio));
  const form = await until(() => studio.root.querySelector('form'));
  await until(() => asked.includes('GET /api/scenes/a/events'));
  return {
    studio, told, asked, stream,
    shown: () => studio.root.querySelector('scene-status')?.getAttribute('scene') ?? null,
    trouble: () => studio.root.querySelector('.trouble').textContent,
    press: () => form.dispatchEvent(new Event('submit', { cancelable: true })),
    become: (status, code) => { world['GET /api/scenes/a'] = () => json(status ? scene(status) : {}, code); },
  };
}

for (const status of ['submitting', 'canceled', 'expired']) {
  test(`a scene that is ${status} without a press here is shown as it is`, async t => {
    const { stream, shown, become } = await chooser(t);
    assert.equal(shown(), null);

    become(status);
    stream.say(status);

    await until(() => shown() === 'a');
  });
}

for (const code of [404, 410]) {
  test(`a scene that goes (${code}) while its theme is chosen is told, and makes way for the next`, async t => {
    const { studio, told, asked, become } = await chooser(t);

    become(null, code);
    comeBack();
    await until(() => told.includes('scene-gone'));
    await settle();

    assert.deepEqual(told, ['theme', 'scene-gone', 'avatar']);
    assert.equal(studio.root.querySelector('form'), null);
    assert.equal(asked.filter(order => order.startsWith('GET /api/scenes?')).length, 2);
  });

  test(`a scene that was named and goes (${code}) while its theme is chosen is missed`, async t => {
    const { told, trouble, become } = await chooser(t, {}, { scene: 'a' });

    become(null, code);
    comeBack();

    await until(() => told.includes('scene-gone'));
    assert.deepEqual(told, ['theme', 'trouble', 'scene-gone']);
    assert.equal(trouble(), 'This scene is not there.');
  });
}

for (const [what, answer] of [
  ['gets no answer', noAnswer],
  ['comes too late', () => json({ code: 'theme_chosen', detail: 'The theme was chosen.' }, 409)],
  ['is for what has ended', () => json({ code: 'scene_ended', detail: 'It has ended.' }, 409)],
]) {
  test(`after a press that ${what} the scene is shown as it goes on, without another`, async t => {
    const scenes = await chooser(t, { 'PUT /api/scenes/a/theme': () => answer() });
    scenes.become('submitting');

    scenes.press();

    await until(() => scenes.shown() === 'a');
    assert.equal(scenes.asked.filter(order => order.startsWith('PUT')).length, 1);
  });
}

/** A press whose answer is held back until it is given. */
async function heldPress(t) {
  let give;
  const scenes = await chooser(t, {
    'PUT /api/scenes/a/theme': () => new Promise(resolve => { give = () => resolve(json(scene('submitting'))); }),
  });
  scenes.press();
  await until(() => give);
  return { ...scenes, give: async () => { give(); await settle(); } };
}

test('an answer that comes after a new start takes nobody back', async t => {
  const { studio, told, shown, give } = await heldPress(t);

  studio.startOver();
  await give();

  assert.equal(shown(), null);
  assert.deepEqual(told, ['theme', 'avatar']);
});

test('an answer that comes after another scene was named takes nobody back', async t => {
  const { studio, shown, give } = await heldPress(t);

  studio.setAttribute('scene', 'b');
  await give();

  assert.notEqual(shown(), 'a');
});

test('an answer that comes when the studio is out of the page shows nothing in it', async t => {
  const { studio, told, shown, give } = await heldPress(t);

  remove(studio);
  await give();

  assert.equal(shown(), null);
  assert.deepEqual(told, ['theme']);
});

test('what is chosen is shown once, whoever is first to tell of it', async t => {
  const { told, stream, become, give } = await heldPress(t);

  become('submitting');
  stream.say('submitting');
  await settle();
  await give();

  assert.deepEqual(told, ['theme', 'theme-chosen', 'scene']);
});

test('a form for what was there before is not pressed any more', async t => {
  const { studio } = await chooser(t, { 'GET /api/scenes/b': () => new Promise(() => {}) });

  studio.setAttribute('scene', 'b');

  assert.equal(studio.root.querySelector('form'), null);
});

test('a look that was refused to an old token goes on by the new one, with the theme still chosen', async t => {
  const { studio, told, trouble, shown, become } = await chooser(t, {}, { token: 'old' });
  const form = studio.root.querySelector('form');
  become(null, 401);
  comeBack();
  await until(() => told.includes('token-expired'));
  assert.equal(trouble(), 'Your visit here has run out. One moment…');

  become('awaitingTheme');
  studio.setAttribute('token', 'new');
  await until(() => trouble() === '');
  assert.equal(studio.root.querySelector('form'), form);

  become('submitting');
  comeBack();
  await until(() => shown() === 'a');
});

test('what a press came to stays while the way to the service opens again', async t => {
  const { press, trouble, asked } = await chooser(t, { 'PUT /api/scenes/a/theme': () => json({ detail: 'Not this one.' }, 400) });
  press();
  await until(() => trouble() === 'Not this one.');
  const looks = () => asked.filter(order => order === 'GET /api/scenes/a').length;
  const before = looks();

  comeBack();
  await until(() => looks() > before);
  await settle();

  assert.equal(trouble(), 'Not this one.');
});

test('a scene that waits for a theme again has it chosen again', async t => {
  let status = 'canceled';
  serve({
    'GET /api/scenes/a/events': () => new Response(new ReadableStream({})),
    'GET /api/scenes/a': () => json(scene(status)),
    'GET /api/themes': () => json([{ id: 'forest', name: 'Forest', description: 'Trees.' }]),
    'POST /api/scenes/a/retry': () => {
      status = 'awaitingTheme';
      return json(scene(status), 202);
    },
  });
  const studio = connect(make('scene-studio', { scene: 'a' }));
  t.after(() => remove(studio));
  const shown = await until(() => studio.root.querySelector('scene-status'));
  const retry = await until(() => shown.root.querySelector('button'));

  retry.dispatchEvent(new Event('click'));

  await until(() => studio.root.querySelector('form'));
});

test('a studio that comes back into the page has no form of before', async t => {
  const { studio } = await chooser(t, {}, { scene: 'a' });

  remove(studio);
  connect(studio);

  assert.equal(studio.root.querySelector('form'), null);
  await until(() => studio.root.querySelector('form'));
});
