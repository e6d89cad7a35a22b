import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connect, json, make, noAnswer, remove, serve, until } from './dom.mjs';
import { load } from './load.mjs';

URL.createObjectURL = () => 'blob:own';
URL.revokeObjectURL = () => {};
await load('components/scene-studio.js');

const step = { text: 'Painting', percent: 20, etaSeconds: null, attempt: 1 };
const image = { url: '/assets/a.jpg?sig=1', thumbnailUrl: '/assets/t.jpg', blurhash: null };
const scene = (status, more = {}) => ({
  id: 'a', sessionId: 's', status, step, image: null, failure: null, updatedAt: '2026-01-01T00:00:00Z', ...more });
const shownBy = (t, attributes) => {
  const element = connect(make('scene-status', attributes));
  t.after(() => remove(element));
  return element;
};
const picture = element => element.root.querySelector('img');

test('a picture is shown again after another scene was looked at', async t => {
  serve({
    'GET /api/scenes/a': () => json(scene('ready', { image })),
    'GET /api/scenes/b': () => json(scene('canceled', { id: 'b' })),
  });
  const element = shownBy(t, { scene: 'a' });
  await until(() => picture(element).src);

  element.setAttribute('scene', 'b');
  await until(() => element.value?.id === 'b');
  assert.equal(picture(element).src, null);
  element.setAttribute('scene', 'a');

  assert.equal(await until(() => picture(element).src), 'http://service.test/assets/a.jpg?sig=1');
});

test('a picture for its session alone opens as what was fetched of it', async t => {
  serve({
    'GET /api/scenes/a': () => json(scene('ready', { image })),
    'GET /assets/a.jpg': () => new Response('picture'),
  });
  const element = shownBy(t, { scene: 'a' });
  await until(() => picture(element).src);
  assert.equal(element.root.querySelector('a').href, 'http://service.test/assets/a.jpg?sig=1');

  picture(element).onerror();

  await until(() => picture(element).src === 'blob:own');
  assert.equal(element.root.querySelector('a').href, 'blob:own');
});

test('a picture that was refused to an old token is fetched by the new one', async t => {
  let isKnown = false;
  serve({
    'GET /api/scenes/a': () => json(scene('ready', { image })),
    'GET /assets/a.jpg': () => (isKnown ? new Response('picture') : json({}, 401)),
  });
  const element = shownBy(t, { scene: 'a', token: 'old' });
  const expired = new Promise(resolve => { element.addEventListener('token-expired', resolve, { once: true }); });
  await until(() => picture(element).src);
  picture(element).onerror();
  await expired;

  isKnown = true;
  element.setAttribute('token', 'new');
  await until(() => picture(element).src);
  picture(element).onerror();

  await until(() => picture(element).src === 'blob:own');
});

test('what ended while it was canceled is shown and not deleted', async t => {
  let isOver = false;
  const asked = serve({
    'GET /api/scenes/a/events': () => new Response(new ReadableStream({})),
    'GET /api/scenes/a': () => json(isOver ? scene('ready', { image }) : scene('generating')),
    'DELETE /api/scenes/a': () => json({ code: 'scene_ended', detail: 'It has ended.' }, 409),
  });
  const element = shownBy(t, { scene: 'a' });
  const cancel = await until(() => element.root.querySelector('button'));
  isOver = true;

  cancel.dispatchEvent(new Event('click'));

  await until(() => element.value.status === 'ready');
  assert.ok(asked.includes('DELETE /api/scenes/a?whileRunning=true'));
});

test('its progress goes on and its countdown ends without a word of the service', async t => {
  t.mock.timers.enable({ apis: ['setInterval', 'Date'], now: 0 });
  serve({
    'GET /api/scenes/a/events': () => new Response(new ReadableStream({})),
    'GET /api/scenes/a': () => json(scene('generating', { step: { ...step, etaSeconds: 20 } })),
  });
  const element = shownBy(t, { scene: 'a' });
  const [details, progress] = [() => element.root.querySelector('.soft').textContent, () => element.root.querySelector('progress').value];
  await until(() => details() === 'about 20 seconds left');
  assert.equal(progress(), 20);

  t.mock.timers.tick(15_000);
  assert.equal(details(), 'a few seconds left');
  const halfway = progress();
  assert.ok(halfway > 20);

  t.mock.timers.tick(10_000);
  assert.equal(details(), '');
  assert.ok(progress() > halfway);
});

test('themes that come late do not take the place of what is shown by then', async t => {
  let give;
  serve({
    'GET /api/scenes/a': () => json(scene('awaitingTheme')),
    'GET /api/scenes/b': () => json(scene('canceled', { id: 'b' })),
    'GET /api/themes': () => new Promise(resolve => { give = () => resolve(json([])); }),
  });
  const studio = make('scene-studio', { scene: 'a' });
  const steps = [];
  studio.addEventListener('studio-step', ({ detail }) => steps.push(detail.step));
  connect(studio);
  t.after(() => remove(studio));
  await until(() => give);

  studio.setAttribute('scene', 'b');
  await until(() => steps.includes('scene'));
  give();
  await new Promise(resolve => { setTimeout(resolve, 30); });

  assert.deepEqual(steps, ['scene']);
});

/** The studio as it lets the theme of scene a be chosen; the service takes what is chosen as it is told. */
async function chooser(t, choose) {
  globalThis.FormData = class { get() { return 'forest'; } };
  const asked = serve({
    'GET /api/scenes/a/events': () => new Response(new ReadableStream({})),
    'GET /api/scenes/a': () => json(scene('awaitingTheme')),
    'GET /api/themes': () => json([{ id: 'forest', name: 'Forest', description: 'Trees.' }]),
    'PUT /api/scenes/a/theme': choose,
  });
  const studio = make('scene-studio', { scene: 'a', token: 'old' });
  const told = [];
  studio.addEventListener('token-expired', () => told.push('token-expired'));
  studio.addEventListener('theme-chosen', () => told.push('theme-chosen'));
  connect(studio);
  t.after(() => remove(studio));
  const form = await until(() => studio.root.querySelector('form'));
  const press = () => form.dispatchEvent(new Event('submit', { cancelable: true }));
  return { studio, told, press, choices: () => asked.filter(order => order.startsWith('PUT')).length };
}

test('a theme that was refused to an old token is chosen by the new one without another press', async t => {
  let isKnown = false;
  const { studio, told, press, choices } = await chooser(t, () => (isKnown ? json(scene('submitting')) : json({}, 401)));
  press();
  await until(() => told.includes('token-expired'));

  isKnown = true;
  studio.setAttribute('token', 'new');

  await until(() => told.includes('theme-chosen'));
  assert.equal(choices(), 2);
  studio.setAttribute('token', 'newer');
  assert.equal(choices(), 2);
});

test('who refuses the new token as well is asked no third time, and is quoted', async t => {
  const { studio, told, press, choices } = await chooser(t, () => json({ detail: 'Not for you.' }, 403));
  press();
  await until(() => told.length === 1);
  studio.setAttribute('token', 'new');
  await until(() => told.length === 2);

  studio.setAttribute('token', 'newer');
  await new Promise(resolve => { setTimeout(resolve, 30); });

  assert.equal(choices(), 2);
  assert.equal(studio.root.querySelector('.trouble').textContent, 'Not for you.');
  assert.equal(studio.root.querySelector('button').disabled, false);
});

test('a scene that was to be canceled is canceled by the new token', async t => {
  let isKnown = false;
  const asked = serve({
    'GET /api/scenes/a/events': () => new Response(new ReadableStream({})),
    'GET /api/scenes/a': () => json(scene('generating')),
    'DELETE /api/scenes/a': () => (isKnown ? json({}, 202) : json({}, 401)),
  });
  const element = shownBy(t, { scene: 'a', token: 'old' });
  const expired = new Promise(resolve => { element.addEventListener('token-expired', resolve, { once: true }); });
  (await until(() => element.root.querySelector('button'))).dispatchEvent(new Event('click'));
  await expired;

  isKnown = true;
  element.setAttribute('token', 'new');

  await until(() => asked.filter(order => order.startsWith('DELETE')).length === 2);
});

test('a scene that was to be tried again, and no answer came, is tried once', async t => {
  const keys = [];
  let answer = noAnswer;
  serve({
    'GET /api/scenes/a': () => json(scene('canceled')),
    'POST /api/scenes/a/retry': ({ headers }) => {
      keys.push(headers['Idempotency-Key']);
      return answer();
    },
  });
  const element = shownBy(t, { scene: 'a' });
  const retry = await until(() => element.root.querySelector('button'));
  retry.dispatchEvent(new Event('click'));
  await until(() => element.root.querySelector('.trouble').textContent);

  answer = () => json(scene('submitting'), 202);
  retry.dispatchEvent(new Event('click'));
  await until(() => keys.length === 2);

  assert.ok(keys[0]);
  assert.equal(keys[1], keys[0]);
});

const past = { ...image, expiresAt: '2026-03-12T12:00:00Z' };

for (const [lang, sentence, press] of [
  ['en', 'It was kept until March 12, 2026.', 'Make it again'],
  ['de', 'Es wurde bis zum 12. März 2026 aufbewahrt.', 'Noch einmal malen'],
]) {
  test(`a picture that was kept for its time is spoken of in ${lang}, and the scene can be made again`, async t => {
    t.mock.timers.enable({ apis: ['Date'], now: Date.UTC(2026, 3, 1) });
    let wanted;
    serve({
      'GET /api/scenes/a': () => json(scene('ready', { image: past, avatarId: 'v', avatarUrl: 'https://a.test/v.png', theme: 'forest' })),
      'GET /api/scenes/b': () => json(scene('canceled', { id: 'b' })),
      'POST /api/scenes': ({ headers, body }) => {
        wanted = { key: headers['Idempotency-Key'], ...JSON.parse(body) };
        return json(scene('submitting', { id: 'b' }), 201);
      },
    });
    const element = make('scene-status', { scene: 'a' });
    element.closest = () => ({ lang });
    const told = [];
    element.addEventListener('scene-gone', () => told.push('scene-gone'));
    connect(element);
    t.after(() => remove(element));
    await until(() => picture(element).src);

    picture(element).onerror();
    const again = await until(() => element.root.querySelector('button'));

    assert.equal(element.root.querySelector('.soft').textContent, sentence);
    assert.equal(again.textContent, press);
    assert.deepEqual([picture(element).src, element.root.querySelector('a'), told], [null, null, []]);
    again.dispatchEvent(new Event('click'));
    await until(() => element.value.id === 'b');
    const { key, ...wish } = wanted;
    assert.ok(key);
    assert.deepEqual(wish, { avatarUrl: 'https://a.test/v.png', avatarId: 'v', sessionId: 's', theme: 'forest' });
  });
}

test('a picture that is to be kept still but does not come is no scene that is gone', async t => {
  t.mock.timers.enable({ apis: ['Date'], now: Date.UTC(2026, 2, 1) });
  serve({ 'GET /api/scenes/a': () => json(scene('ready', { image: past })) });
  const element = shownBy(t, { scene: 'a' });
  let isGone = false;
  element.addEventListener('scene-gone', () => { isGone = true; });
  await until(() => picture(element).src);

  picture(element).onerror();

  await until(() => element.root.querySelector('.trouble').textContent === 'The picture could not be loaded just now.');
  assert.ok(!isGone);
});
