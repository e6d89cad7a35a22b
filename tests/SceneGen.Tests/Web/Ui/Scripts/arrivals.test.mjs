import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connect, json, make, remove, serve, settle, until } from './dom.mjs';
import { load } from './load.mjs';

const { Arrivals } = await load('components/arrivals.js');
await load('components/scene-studio.js');

const noon = Date.UTC(2026, 0, 1, 12);
const scene = (id, status, second) => ({ id, status, createdAt: new Date(noon + second * 1_000).toISOString() });

/** What a list that is read so many seconds after noon has to take up, by a browser whose clock is wrong by as many. */
function newestAt(t, arrivals, second, items, error = 0) {
  t.mock.timers.setTime(noon + (second + error) * 1_000);
  return arrivals.newestOf(items, noon + second * 1_000)?.id ?? null;
}

function begun(t, { second = 0, error = 0 } = {}) {
  t.mock.timers.enable({ apis: ['Date'], now: noon + (second + error) * 1_000 });
  return new Arrivals();
}

test('what is under way is taken up, what has ended is not, and whatever comes up then is', t => {
  const arrivals = begun(t);

  assert.equal(newestAt(t, arrivals, 1, [scene('b', 'ready', -5), scene('a', 'generating', -9)]), 'a');
  assert.equal(newestAt(t, arrivals, 2, [scene('b', 'ready', -5)]), null);
  assert.equal(newestAt(t, arrivals, 9, [scene('c', 'ready', 3), scene('b', 'ready', -5)]), 'c');
});

for (const error of [0, 600, -600]) {
  test(`who starts over before anything was listed passes what was there, and nothing that came up since (clock ${error} s)`, t => {
    const arrivals = begun(t, { error });
    arrivals.startOver([]);

    const items = [scene('c', 'ready', 4), scene('b', 'awaitingTheme', 1), scene('a', 'awaitingTheme', -60), scene('z', 'ready', -90)];
    assert.equal(newestAt(t, arrivals, 20, items.slice(2), error), null);
    assert.equal(newestAt(t, arrivals, 22, items.slice(1), error), 'b');
    assert.equal(newestAt(t, arrivals, 24, items, error), 'c');
  });

  test(`what came up and ended before the first list is taken up (clock ${error} s)`, t => {
    const arrivals = begun(t, { error });
    arrivals.startOver([]);

    assert.equal(newestAt(t, arrivals, 40, [scene('b', 'ready', 4), scene('a', 'awaitingTheme', -60)], error), 'b');
  });
}

test('who has seen what was there passes that, and takes up what came up unseen', t => {
  const arrivals = begun(t);
  newestAt(t, arrivals, 0, [scene('a', 'awaitingTheme', -60)]);
  t.mock.timers.setTime(noon + 100_000);
  arrivals.startOver(['x']);

  const items = [scene('c', 'awaitingTheme', 90), scene('x', 'generating', 80), scene('b', 'ready', 50), scene('a', 'awaitingTheme', -60)];
  assert.equal(newestAt(t, arrivals, 101, items), 'c');
});

test('what has ended before a new start is no news, though nobody saw it', t => {
  const arrivals = begun(t);
  newestAt(t, arrivals, 0, []);
  t.mock.timers.setTime(noon + 100_000);
  arrivals.startOver([]);

  assert.equal(newestAt(t, arrivals, 101, [scene('b', 'ready', 50)]), null);
  assert.equal(newestAt(t, arrivals, 109, [scene('c', 'ready', 104), scene('b', 'ready', 50)]), 'c');
});

test('where no clock is told, what is under way is taken up rather than lost', t => {
  const arrivals = begun(t);
  arrivals.startOver([]);

  assert.equal(arrivals.newestOf([scene('b', 'ready', -5), scene('a', 'awaitingTheme', -60)], NaN)?.id, 'a');
});

test('a list that was asked for by somebody before says nothing of what is new', async t => {
  const answers = [];
  serve({ 'GET /api/scenes': () => new Promise(resolve => { answers.push(items => resolve(json({ items }))); }) });
  const studio = connect(make('scene-studio', { token: 'one' }));
  t.after(() => remove(studio));
  await until(() => answers.length === 1);

  studio.setAttribute('token', 'two');
  await until(() => answers.length === 2);
  answers[0]([]);
  await settle();
  answers[1]([scene('z', 'ready', 0)]);

  await until(() => studio.root.querySelector('h2'));
  assert.equal(studio.root.querySelector('scene-status'), null);
});

test('an old avatar is not taken for the one that is waited for', async t => {
  const old = { id: 'a', status: 'awaitingTheme', createdAt: '2026-01-01T00:00:00Z' };
  const asked = serve({
    'GET /api/scenes': () => json({ items: [old] }, 200, { Date: new Date().toUTCString() }),
    'GET /api/themes': () => json([]),
  });
  const studio = connect(make('scene-studio'));
  t.after(() => remove(studio));
  const steps = [];
  studio.addEventListener('studio-step', ({ detail }) => steps.push(detail.step));

  studio.startOver();
  await until(() => asked.length === 2);
  await settle();

  assert.deepEqual(steps, ['avatar']);
});
