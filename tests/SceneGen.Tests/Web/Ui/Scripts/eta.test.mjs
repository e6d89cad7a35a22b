import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './load.mjs';

const { etaOf } = await load('live/eta.js');

test('what is not known is not said', () => {
  assert.equal(etaOf(null), null);
  assert.equal(etaOf(undefined), null);
});

for (const [seconds, words, count] of [
  [0, 'etaSoon', 0], [7, 'etaSoon', 0], [8, 'etaSeconds', 10], [32, 'etaSeconds', 30], [49, 'etaSeconds', 50],
  [50, 'etaMinute', 1], [89, 'etaMinute', 1], [90, 'etaMinutes', 2], [600, 'etaMinutes', 10],
]) {
  test(`${seconds} s are ${words} of ${count}`, () => assert.deepEqual(etaOf(seconds), { words, count }));
}
