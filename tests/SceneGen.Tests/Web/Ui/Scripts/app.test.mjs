import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { happen, json, serve, until } from './dom.mjs';
import { load } from './load.mjs';
import { a, at, b, c, find, go, held, press, routes, scene, shown } from './page.mjs';

serve(routes);
await load('page/app.js');

/** The page at scene a, with what is asked from then on. */
async function openAt(status, more = {}) {
  const asked = serve({
    ...routes,
    [`GET /api/scenes/${a}`]: () => json(scene(a, status)),
    [`GET /api/scenes/${b}`]: () => json(scene(b, 'ready')),
    ...more,
  });
  go(`scenes/${a}`);
  await at(a);
  return asked;
}

const looksAt = (asked, id) => asked.filter(order => order === `GET /api/scenes/${id}`).length;

beforeEach(async () => {
  serve(routes);
  await until(() => shown() !== '');
  go('');
});

test('what was shown at the last address is out of reach until it is known what there is at the next', async () => {
  const look = held(`GET /api/scenes/${b}`);
  await openAt('ready', look.routes);
  assert.equal(shown(), 'scene');

  go(`scenes/${b}`);
  assert.equal(shown(), '');
  await look.answer(json(scene(b, 'ready')));
  assert.equal(shown(), 'scene');
  assert.equal(find('.picture').src, `/assets/${b}.jpg`);
});

test('a question that was asked of one scene is not put to the next', async () => {
  await openAt('ready');
  press('delete', 'scene');
  assert.ok(find('#confirm').open);

  go(`scenes/${b}`);
  assert.ok(!find('#confirm').open);
});

test('who cancels a scene and goes to another stays there', async () => {
  const cancel = held(`DELETE /api/scenes/${a}`);
  const asked = await openAt('awaitingTheme', cancel.routes);
  const button = press('cancel', 'theme');
  assert.ok(button.disabled);

  go(`scenes/${b}`);
  await at(b);
  assert.ok(!button.disabled);
  const looks = looksAt(asked, a);
  await cancel.answer(json(null));
  assert.equal(looksAt(asked, a), looks);
  assert.equal(find('.picture').src, `/assets/${b}.jpg`);
});

test('who chooses a theme for a scene and goes to another stays there', async () => {
  const choice = held(`PUT /api/scenes/${a}/theme`);
  const asked = await openAt('awaitingTheme', choice.routes);
  find('#theme-form').dispatchEvent(new Event('submit'));

  go(`scenes/${b}`);
  await at(b);
  const looks = looksAt(asked, a);
  await choice.answer(json(scene(a, 'submitting')));
  assert.equal(looksAt(asked, a), looks);
  assert.equal(location.pathname, `/scenes/${b}`);
});

for (const [name, deed, order, answer] of [
  ['has a scene painted anew', 'seed', 'POST /api/scenes', () => json(scene(a, 'submitting'))],
  ['deletes a scene', 'confirm-delete', `DELETE /api/scenes/${a}`, () => json(null)],
]) {
  test(`who ${name} and goes to another stays there`, async () => {
    const sent = held(order);
    const asked = await openAt('ready', sent.routes);
    press(deed, 'scene');
    await until(() => asked.includes(order));

    go(`scenes/${b}`);
    await at(b);
    await sent.answer(answer());
    assert.equal(location.pathname, `/scenes/${b}`);
    assert.equal(shown(), 'scene');
  });
}

test('what went wrong with one scene is not said of the next, but it is said', async () => {
  const cancel = held(`DELETE /api/scenes/${a}`);
  await openAt('awaitingTheme', cancel.routes);
  press('cancel', 'theme');
  go(`scenes/${b}`);
  await at(b);

  await cancel.answer(json({ code: 'scene_rolling_back', detail: 'Too late.' }, 409));
  assert.equal(find('#told').textContent, 'Too late.');
});

/** The page at scene c, which could not be painted, and what it is answered from then on. */
async function openFailed(answers) {
  serve({ ...routes, [`GET /api/scenes/${c}`]: () => json({ ...scene(c, 'failed'), failure }) });
  go(`scenes/${c}`);
  await until(() => shown() === 'failure');
  serve({ ...routes, ...answers });
}

const failure = { code: 'provider_failed', title: 'No.', message: 'It failed.', next: 'Try again.', retryable: true };
const later = { updatedAt: '2026-01-01T00:01:00Z' };

test('a scene that has ended and is taken up again elsewhere is followed once more', async () => {
  const again = { ...scene(c, 'generating'), ...later };
  await openFailed({
    'GET /api/scenes': () => json({ items: [again], next: null }),
    [`GET /api/scenes/${c}`]: () => json(again),
  });

  happen('online');
  await until(() => shown() === 'scene');
});

test('who tries again what goes on already sees it go on', async () => {
  await openFailed({
    [`POST /api/scenes/${c}/retry`]: () => json({ code: 'scene_running', detail: 'Under way.' }, 409),
    [`GET /api/scenes/${c}`]: () => json({ ...scene(c, 'generating'), ...later }),
  });

  press('retry', 'failure');
  await until(() => shown() === 'scene');
});

test('who deletes what somebody has taken up again is told that it was canceled, and not that it is deleted', async () => {
  const canceled = { ...scene(c, 'canceled'), ...later };
  await openFailed({
    [`DELETE /api/scenes/${c}`]: () => json(canceled, 202),
    [`GET /api/scenes/${c}`]: () => json(canceled),
  });

  press('confirm-delete', 'failure');
  await until(() => find('#failure').querySelector('h1').textContent === 'The scene was canceled');
  assert.equal(location.pathname, `/scenes/${c}`);
  assert.equal(find('#told').textContent, '');
});

test('who waits long for another scene is told so, and keeps a place on the page', async () => {
  const look = held(`GET /api/scenes/${b}`);
  await openAt('ready', look.routes);
  let told = 0;
  find('#main').focus = () => { told++; };
  find('#scene').contains = () => true;

  go(`scenes/${b}`);
  await until(() => find('#moment').textContent === 'One moment…');
  assert.equal(told, 1);
  await look.answer(json(scene(b, 'ready')));
  assert.equal(find('#moment').textContent, '');
});

test('who asks for more is told how much came, and goes on at the first of it', async () => {
  const older = { ...scene('0198a3c2-0000-7000-8000-00000000000d', 'ready'), createdAt: '2025-01-01T00:00:00Z' };
  let focused = 0;
  find(`#yours [data-id="${older.id}"] a`).focus = () => { focused++; };
  serve({ ...routes, 'GET /api/scenes': () => json({ items: [scene(b, 'ready'), older], next: null }) });

  press('more', 'yours');
  await until(() => find('#announcer').textContent === 'More scenes shown: 1');
  assert.equal(focused, 1);
});
