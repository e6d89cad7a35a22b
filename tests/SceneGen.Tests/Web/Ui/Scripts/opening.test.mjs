import assert from 'node:assert/strict';
import { test } from 'node:test';
import './dom.mjs';
import { load } from './load.mjs';

const { openNow, untilOpen } = await load('page/opening.js');
const away = Object.assign(new Error('No answer.'), { status: 0 });
const over = Object.assign(new Error('Over.'), { status: 401 });
const turn = () => new Promise(resolve => { setImmediate(resolve); });

/** What asks, fails by these errors one after the other, and is answered then. */
function failing(...errors) {
  const heard = [];
  const open = untilOpen(async () => {
    if (errors.length > 0) {
      throw errors.shift();
    }
  }, error => heard.push(error));
  return { open, heard };
}

test('a page that finds nobody asks again by itself, after longer and longer rests', async t => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const { open, heard } = failing(away, away);
  await turn();
  assert.deepEqual(heard, [away]);

  t.mock.timers.tick(1_000);
  await turn();
  assert.deepEqual(heard, [away, away]);

  t.mock.timers.tick(900);
  let isOpen = false;
  open.then(() => { isOpen = true; });
  await turn();
  assert.equal(isOpen, false);
  t.mock.timers.tick(1_100);
  await open;
});

test('it asks at once when it is told to', async () => {
  const { open, heard } = failing(away);
  await turn();
  openNow();
  await open;
  assert.deepEqual(heard, [away]);
});

test('where asking again does not help it waits for the reader', async t => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const { open, heard } = failing(over);
  await turn();
  let isOpen = false;
  open.then(() => { isOpen = true; });
  t.mock.timers.tick(3_600_000);
  await turn();
  assert.deepEqual([heard, isOpen], [[over], false]);
  openNow();
  await open;
});
