import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connect, json, make, noAnswer, remove, serve, settle, until } from './dom.mjs';
import { load } from './load.mjs';

await load('components/scene-studio.js');
globalThis.FormData = class { get() { return 'forest'; } };

const scene = (status, id = 'a') => ({
  id, sessionId: 's', avatarId: 'v', avatarUrl: 'https://a.test/v.png', status, image: null, failure: null,
  step: { text: 'Painting', percent: 20, etaSeconds: null, attempt: 1 }, updatedAt: '2026-01-01T00:00:00Z' });

/** A studio whose avatar comes when it is let come; the reader is in a field of the page around it. */
async function shown(t, routes = {}) {
  const [steps, field, world] = [[], make('input'), { items: [], status: 'awaitingTheme' }];
  serve({
    'GET /api/scenes': () => json({ items: world.items }),
    'GET /api/scenes/a/events': () => new Response(new ReadableStream({})),
    'GET /api/scenes/a': () => json(scene(world.status)),
    'GET /api/themes': () => json([{ id: 'forest', name: 'Forest', description: 'Trees.' }]),
    'PUT /api/scenes/a/theme': () => {
      world.status = 'generating';
      return json(scene(world.status));
    },
    ...routes,
  });
  field.focus();
  const studio = make('scene-studio');
  studio.addEventListener('studio-step', ({ detail }) => steps.push(detail.step));
  connect(studio);
  t.after(() => remove(studio));
  await until(() => steps.includes('avatar'));
  const arrive = async () => {
    world.items = [scene('awaitingTheme')];
    document.dispatchEvent(new Event('visibilitychange'));
    return until(() => studio.root.querySelector('form'));
  };
  return { studio, field, world, arrive };
}

const press = form => form.dispatchEvent(new Event('submit', { cancelable: true }));
const statusOf = studio => studio.root.querySelector('scene-status');

test('who types elsewhere in the page stays there when the avatar comes, and is told', async t => {
  const { studio, field, arrive } = await shown(t);

  await arrive();

  assert.equal(document.activeElement, field);
  assert.equal(studio.root.querySelector('.unseen').textContent, 'Where should it be?');
});

test('who is in the studio goes on at the heading of what comes next', async t => {
  const { studio, arrive } = await shown(t);
  studio.focus();
  assert.equal(studio.root.activeElement.textContent, 'Your avatar is on its way…');

  await arrive();

  assert.equal(studio.root.activeElement.localName, 'h2');
  assert.equal(studio.root.activeElement.textContent, 'Where should it be?');
  assert.equal(studio.root.querySelector('.unseen').textContent, '');
});

test('who chooses a theme goes on at the title of the scene', async t => {
  const { studio, arrive } = await shown(t);
  const form = await arrive();
  studio.root.querySelector('button').focus();

  press(form);

  await until(() => statusOf(studio));
  assert.equal(studio.root.activeElement, statusOf(studio));
  assert.equal(statusOf(studio).root.activeElement.localName, 'h2');
});

test('who goes elsewhere while the choice is under way is not taken back', async t => {
  let give;
  const { studio, field, world, arrive } = await shown(t, {
    'PUT /api/scenes/a/theme': () => new Promise(resolve => { give = () => resolve(json(scene('generating'))); }),
  });
  const form = await arrive();
  studio.root.querySelector('button').focus();
  press(form);
  await until(() => give);

  field.focus();
  world.status = 'generating';
  give();

  await until(() => statusOf(studio));
  assert.equal(document.activeElement, field);
});

test('a press that fails is where its reader goes on', async t => {
  const { studio, arrive } = await shown(t, { 'PUT /api/scenes/a/theme': noAnswer });
  const form = await arrive();
  const button = studio.root.querySelector('button');
  button.focus();

  press(form);
  await until(() => studio.root.querySelector('.trouble').textContent);

  assert.equal(studio.root.activeElement, button);
});

test('who starts over within the studio is at what is shown then', async t => {
  const { studio, arrive } = await shown(t);
  await arrive();
  studio.root.querySelector('button').focus();

  studio.startOver();

  assert.equal(studio.root.activeElement.textContent, 'Your avatar is on its way…');
});

/** A scene that is painted, in a page of its own, and the button that cancels it. */
async function painted(t, answer) {
  let status = 'generating';
  serve({
    'GET /api/scenes/a/events': () => new Response(new ReadableStream({})),
    'GET /api/scenes/a': () => json(scene(status)),
    'DELETE /api/scenes/a': () => answer(() => { status = 'canceled'; }),
  });
  const element = connect(make('scene-status', { scene: 'a' }));
  t.after(() => remove(element));
  const cancel = await until(() => element.root.querySelector('button'));
  cancel.focus();
  cancel.dispatchEvent(new Event('click'));
  return { element, cancel };
}

test('who cancels a scene goes on at its title', async t => {
  const { element } = await painted(t, end => {
    end();
    return json({}, 202);
  });

  await until(() => element.value.status === 'canceled');

  assert.equal(element.root.activeElement?.localName, 'h2');
});

test('who could not cancel a scene is at the button still', async t => {
  const { element, cancel } = await painted(t, noAnswer);
  await until(() => element.root.querySelector('.trouble').textContent);

  assert.equal(element.root.activeElement, cancel);
});

test('whose button goes away with what it was for is at the title', async t => {
  let isGone = false;
  serve({
    'GET /api/scenes/a/events': ({ signal }) => new Response(new ReadableStream({
      start: body => signal.addEventListener('abort', () => body.error(signal.reason)),
    })),
    'GET /api/scenes/a': () => (isGone ? json({}, 410) : json(scene('generating'))),
  });
  const element = connect(make('scene-status', { scene: 'a' }));
  t.after(() => remove(element));
  (await until(() => element.root.querySelector('button'))).focus();
  await settle();

  isGone = true;
  document.dispatchEvent(new Event('visibilitychange'));

  await until(() => !element.root.querySelector('button'));
  assert.equal(element.root.activeElement?.textContent, 'This scene is not there.');
});
