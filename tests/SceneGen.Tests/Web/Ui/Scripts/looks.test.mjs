import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './load.mjs';

const { isWorthALook, makeRest, meaningOf, restBetween } = await load('page/looks.js');

test('a first avatar is looked for more often, and either less and less', () => {
  assert.equal(restBetween({ isAwaited: true, quietLooks: 0 }), 5_000);
  assert.equal(restBetween({ isAwaited: false, quietLooks: 0 }), 15_000);
  assert.equal(restBetween({ isAwaited: true, quietLooks: 20 }), 30_000);
  assert.ok(restBetween({ isAwaited: true, quietLooks: 2 }) > restBetween({ isAwaited: true, quietLooks: 1 }));
});

test('what a stream tells of is not listed as well', () => {
  assert.equal(isWorthALook('a', [{ id: 'a' }]), false);
  assert.equal(isWorthALook('a', [{ id: 'a' }, { id: 'b' }]), true);
  assert.equal(isWorthALook('a', []), true);
  assert.equal(isWorthALook(null, [{ id: 'a' }]), true);
});

test('a rest is cut short by whoever wants to look now', async () => {
  const { rest, wake } = makeRest();
  const resting = rest(600_000);
  wake();
  await resting;
});

for (const [status, meaning] of [[401, 'visit'], [403, 'visit'], [404, 'gone'], [410, 'gone'], [0, 'away'], [503, 'away']]) {
  test(`${status} means ${meaning}`, () => assert.equal(meaningOf({ status }), meaning));
}
