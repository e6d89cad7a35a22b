import assert from 'node:assert/strict';
import { test } from 'node:test';
import { happen, json, openPage, settle } from './dom.mjs';
import { load } from './load.mjs';

const find = openPage('{}');
const written = node => node.localName ? `<${node.localName}>${node.children.map(written)}` : node;
Object.defineProperties(HTMLElement.prototype, {
  childNodes: { get() { return this.children; } },
  cloneNode: {
    value() {
      const looks = written(this);
      return { isEqualNode: other => written(other) === looks };
    },
  },
});
globalThis.CSS = { escape: text => text };
const led = [];
const asked = [];
let leaving;
let gates = signal => new Promise((_, refuse) => signal.addEventListener('abort', () => refuse(signal.reason)));
globalThis.location = { hash: '#gates', search: '', replace: address => led.push(address) };
globalThis.scrollTo = () => {};
globalThis.fetch = async (address, { method, signal }) => {
  asked.push(`${method} ${address.pathname.slice(1)}`);
  return method === 'GET' ? gates(signal) : leaving();
};
find('#exit').hidden = true;
await load('Ops/ops.js');

const looks = () => asked.filter(order => order === 'GET api/ops/gates').length;
const leave = () => find('#exit').dispatchEvent(new Event('click'));
const turn = () => new Promise(resolve => { setImmediate(resolve); });

test('the way out is shown as soon as it leads there', () => assert.equal(find('#exit').hidden, false));

test('who cannot sign out now is told so, and sees on what there is', async t => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  leaving = () => json({ detail: 'Not now.' }, 503);
  const before = looks();
  gates = () => json([]);
  leave();
  await turn();
  await turn();
  assert.equal(find('#trouble').textContent, 'Not now.');
  assert.equal(looks(), before + 1);
  assert.deepEqual(led, []);
});

test('what looks as it did is left alone, though other numbers came with it', async () => {
  const look = async gate => {
    gates = () => json([{ name: 'provider', since: null, ...gate }]);
    document.dispatchEvent(new Event('visibilitychange'));
    await settle();
    return find('#content').children[0];
  };

  const first = await look({ state: 'open', at: 1 });
  assert.equal(await look({ state: 'open', at: 2 }), first);
  assert.notEqual(await look({ state: 'closed', at: 3 }), first);
});

test('who skips the tabs stays in their view, also when they load it anew', async () => {
  let focused = 0;
  find('#view').focus = () => { focused++; };
  const skip = new Event('click', { cancelable: true });
  find('.skip').dispatchEvent(skip);
  assert.deepEqual([focused, skip.defaultPrevented], [1, true]);

  const before = asked.length;
  location.hash = '#view';
  happen('hashchange');
  assert.equal(asked[before], 'GET api/ops/overview');
  location.hash = '#gates';
  happen('hashchange');
});

test('who signs out is asked for nothing meanwhile, and learns that they are out', async t => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  gates = () => json([]);
  document.dispatchEvent(new Event('visibilitychange'));
  await turn();
  let answer;
  leaving = () => new Promise(resolve => { answer = resolve; });
  gates = () => json({}, 401);
  const before = looks();
  leave();
  t.mock.timers.tick(60_000);
  document.dispatchEvent(new Event('visibilitychange'));
  await turn();
  assert.equal(looks(), before);

  answer(new Response(null, { status: 204 }));
  await turn();
  assert.deepEqual(led, ['ops?why=left#gates']);
});
