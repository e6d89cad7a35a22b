import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connect, json, make, noAnswer, remove, serve, until } from './dom.mjs';
import { load } from './load.mjs';

await load('components/scene-studio.js');
globalThis.FormData = class { get() { return 'forest'; } };

const unsent = 'That did not get through. Please try again.';
const scene = (status, more = {}) => ({
  id: 'a', sessionId: 's', status, step: { text: 'Painting', percent: 20, etaSeconds: null, attempt: 1 },
  image: null, failure: null, updatedAt: '2026-01-01T00:00:00Z', ...more });
const themes = (name = 'Forest') => json([{ id: 'forest', name, description: 'Trees.' }]);
const shown = (t, name, attributes) => {
  const element = connect(make(name, attributes));
  t.after(() => remove(element));
  return element;
};
const press = button => button.dispatchEvent(new Event('click'));
const troubleOf = element => element.root.querySelector('.trouble').textContent;

test('a press that gets no answer says so, and does not say that it goes on', async t => {
  serve({
    'GET /api/scenes/a': () => json(scene('canceled')),
    'POST /api/scenes/a/retry': noAnswer,
  });
  const element = shown(t, 'scene-status', { scene: 'a' });

  press(await until(() => element.root.querySelector('button')));

  await until(() => troubleOf(element) === unsent);
});

test('a theme that cannot be sent stays chosen, and can be sent again', async t => {
  serve({
    'GET /api/scenes/a': () => json(scene('awaitingTheme')),
    'GET /api/themes': () => themes(),
    'PUT /api/scenes/a/theme': noAnswer,
  });
  const studio = shown(t, 'scene-studio', { scene: 'a' });
  const form = await until(() => studio.root.querySelector('form'));

  form.dispatchEvent(new Event('submit', { cancelable: true }));

  await until(() => troubleOf(studio) === unsent);
  assert.equal(studio.root.querySelector('form'), form);
  assert.equal(studio.root.querySelector('button').disabled, false);
});

test('themes that do not come leave the scene where it is, and are asked for by the next press', async t => {
  let answer = noAnswer;
  serve({
    'GET /api/scenes/a': () => json(scene('canceled')),
    'GET /api/themes': () => answer(),
  });
  const studio = shown(t, 'scene-studio', { scene: 'a' });
  const status = await until(() => studio.root.querySelector('scene-status'));
  connect(status);
  t.after(() => remove(status));
  await until(() => status.value);
  const again = studio.root.querySelector('button');
  press(again);
  await until(() => troubleOf(studio) === unsent);
  assert.equal(studio.root.querySelector('scene-status'), status);

  answer = () => themes();
  press(again);

  await until(() => studio.root.querySelector('form'));
});

test('what is under way is not pressed twice', async t => {
  let answer;
  serve({
    'GET /api/scenes/a/events': () => new Response(new ReadableStream({})),
    'GET /api/scenes/a': () => json(scene('generating')),
    'DELETE /api/scenes/a': () => new Promise(resolve => { answer = resolve; }),
  });
  const element = shown(t, 'scene-status', { scene: 'a' });
  const cancel = await until(() => element.root.querySelector('button'));
  press(cancel);
  await until(() => answer);
  assert.equal(cancel.disabled, true);

  answer(json({ detail: 'Too late.' }, 409));

  await until(() => troubleOf(element) === 'Too late.');
  assert.equal(cancel.disabled, false);
});

for (const [name, order, build] of [
  ['scene-status', 'DELETE /api/scenes/a', async element => () => press(element.root.querySelector('button'))],
  ['scene-studio', 'PUT /api/scenes/a/theme', async element => {
    const form = await until(() => element.root.querySelector('form'));
    return () => form.dispatchEvent(new Event('submit', { cancelable: true }));
  }],
]) {
  test(`a refusal that comes after the token was renewed asks for no other token (${name})`, async t => {
    const answers = [];
    serve({
      'GET /api/scenes/a/events': () => new Response(new ReadableStream({})),
      'GET /api/scenes/a': () => json(scene(name === 'scene-status' ? 'generating' : 'awaitingTheme')),
      'GET /api/themes': () => themes(),
      [order]: ({ headers }) => new Promise(resolve => {
        answers.push({ by: headers.Authorization, give: resolve });
      }),
    });
    const element = shown(t, name, { scene: 'a', token: 'old' });
    let expiries = 0;
    element.addEventListener('token-expired', () => { expiries++; });
    await until(() => element.root.querySelector('button'));
    const pressIt = await build(element);
    pressIt();
    await until(() => answers.length === 1);

    element.setAttribute('token', 'new');
    answers[0].give(json({}, 401));

    await until(() => answers.length === 2);
    assert.deepEqual(answers.map(({ by }) => by), ['Bearer old', 'Bearer new']);
    assert.equal(expiries, 0);
  });
}

test('themes are asked for again in another language', async t => {
  const asked = serve({
    'GET /api/scenes/a': () => json(scene('awaitingTheme')),
    'GET /api/themes': ({ headers }) => themes(headers['Accept-Language'] === 'de' ? 'Wald' : 'Forest'),
  });
  const studio = make('scene-studio', { scene: 'a' });
  studio.closest = () => ({ lang: studio.getAttribute('lang') ?? 'en' });
  connect(studio);
  t.after(() => remove(studio));
  const name = () => studio.root.querySelector('.name')?.textContent;
  await until(() => name() === 'Forest');

  studio.setAttribute('lang', 'de');

  await until(() => name() === 'Wald');
  assert.equal(asked.filter(order => order === 'GET /api/themes').length, 2);
});
