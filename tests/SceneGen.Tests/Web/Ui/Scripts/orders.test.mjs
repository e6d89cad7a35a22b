import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { openPage, settle } from './dom.mjs';
import { load } from './load.mjs';

const find = openPage('{}');
globalThis.FormData = class {
  * [Symbol.iterator]() { yield ['reason', ' why ']; }
};
globalThis.CSS = { escape: text => text };
const { ask, prepare } = await load('Ops/ops-action.js');
let refreshes = 0;
prepare(() => { refreshes++; });

const [dialog, form, result, outcome, run] = ['#act', 'form', '#act-result', '#outcome', '[value=run]'].map(place => find(place));
const text = place => place.all().concat(place.children).map(part => part.textContent ?? part).join(' ');
const isAt = value => Object.defineProperty(document, 'activeElement', { value, configurable: true });
const close = () => dialog.dispatchEvent(new Event('close'));

/** An order that takes until it is answered. */
function order(title) {
  const answers = {};
  const work = new Promise((resolve, reject) => Object.assign(answers, { resolve, reject }));
  return { wanted: { title, text: '', verb: 'Run', run: () => work }, ...answers };
}

beforeEach(() => {
  isAt({ isConnected: true, dataset: {} });
  refreshes = 0;
});

test('what came of an order is told where it was given, and it is given once', async () => {
  const { wanted, resolve } = order('Replay');
  ask(wanted);
  form.dispatchEvent(new Event('submit'));
  assert.ok(run.disabled);

  resolve('3 are dealt with.');
  await settle();
  assert.match(text(result), /3 are dealt with/);
  assert.deepEqual([run.hidden, run.disabled, refreshes], [true, true, 1]);
  close();
});

test('what came of an order that was closed meanwhile is told on the page, and not as that of the next', async () => {
  const [first, second] = [order('Replay'), order('Discard')];
  ask(first.wanted);
  form.dispatchEvent(new Event('submit'));
  close();
  ask(second.wanted);
  form.dispatchEvent(new Event('submit'));

  first.resolve('3 are dealt with.');
  await settle();
  assert.doesNotMatch(text(result), /dealt with/);
  assert.match(text(outcome), /Replay.*3 are dealt with/);
  assert.deepEqual([run.hidden, run.disabled], [false, true]);

  second.reject(new Error('Not now.'));
  await settle();
  assert.match(text(result), /Not now/);
  assert.deepEqual([run.hidden, run.disabled], [false, false]);
  close();
});

test('who closes the dialog goes on at the button that opened it, though it was drawn anew', () => {
  let focused = '';
  find('#content [data-key="replay all"]').focus = () => { focused = 'the new one'; };
  isAt({ isConnected: false, dataset: { key: 'replay all' } });

  ask(order('Replay').wanted);
  close();
  assert.equal(focused, 'the new one');
});
