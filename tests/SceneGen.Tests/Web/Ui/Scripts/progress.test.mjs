import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { load, textOf } from './load.mjs';

const { betweenAnswers, nextStart, percentAfter } = await load('live/progress.js');
const scene = (status, percent, { eta = null, attempt = 1, id = 'a' } = {}) => ({ id, status, step: { percent, etaSeconds: eta, attempt } });

function paced() {
  let now = 0;
  return { ...betweenAnswers(() => now * 1_000), wait: seconds => { now += seconds; } };
}

test('the service and the page reckon with the same numbers', () => {
  const service = readFileSync(new URL('../../../../../src/SceneGen/Scenes/Forecasts/Progress.cs', import.meta.url), 'utf8');
  const numberOf = name => Number(new RegExp(`${name} = ([\\d.]+);`).exec(service)[1]);
  const page = textOf('live/progress.js');
  assert.ok(page.includes(`[${numberOf('First')}, ${numberOf('Last')}, ${numberOf('FirstAttemptEnds')}]`));
  assert.ok(page.includes(`[${numberOf('PaintingBegins')}, ${numberOf('PaintingEnds')}]`));
});

for (const [status, attempt, start] of [
  ['submitting', 1, 16.25], ['generating', 1, 68.75], ['storing', 1, 99], ['submitting', 2, 81.35], ['generating', 2, 87.65],
]) {
  test(`after ${status} in attempt ${attempt} comes ${start}`, () =>
    assert.equal(nextStart(scene(status, 0, { attempt })).toFixed(2), start.toFixed(2)));
}

test('painting goes on between two answers, and never into the next state', () => {
  const painting = scene('generating', 16);
  const seen = [0, 5, 10, 60, 3_600].map(seconds => percentAfter(painting, seconds));
  assert.deepEqual(seen, [...seen].sort((one, other) => one - other));
  assert.equal(seen[0], 16);
  assert.ok(seen[2] > 40 && seen[4] < 68.75);
});

test('what takes longer goes more slowly', () =>
  assert.ok(percentAfter(scene('generating', 16, { eta: 60 }), 5) < percentAfter(scene('generating', 16, { eta: 10 }), 5)));

test('an answer that is behind takes nothing back, and the same answer is no news', () => {
  const pace = paced();
  const painting = scene('generating', 16);
  pace.take(painting);
  pace.wait(10);
  const before = pace.percent();
  pace.take(scene('generating', 20));
  assert.equal(pace.percent(), before);
  pace.wait(10);
  const later = pace.percent();
  assert.ok(later > before);
  pace.take(scene('storing', 68));
  assert.ok(pace.percent() >= later);
});

test('a new run, and another scene, begin at their beginning', () => {
  const pace = paced();
  pace.take(scene('storing', 68));
  pace.take(scene('failed', 100));
  pace.take(scene('submitting', 5));
  assert.equal(pace.percent(), 5);
  pace.take(scene('storing', 68));
  pace.take(scene('generating', 16, { id: 'b' }));
  assert.equal(pace.percent(), 16);
});

test('the rest of time is counted down, and is not known once it is over', () => {
  const pace = paced();
  pace.take(scene('generating', 16, { eta: 12 }));
  pace.wait(10);
  assert.equal(pace.secondsLeft(), 2);
  pace.wait(3);
  assert.equal(pace.secondsLeft(), null);
});

test('where the service knows no rest of time any more, none is said', () => {
  const pace = paced();
  pace.take(scene('generating', 16, { eta: 12 }));
  pace.take(scene('generating', 16));
  assert.equal(pace.secondsLeft(), null);
});
