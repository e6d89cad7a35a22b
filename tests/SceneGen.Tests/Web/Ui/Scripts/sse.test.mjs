import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './load.mjs';

const { eventParser } = await load('live/sse.js');

function read(...pieces) {
  const events = [];
  pieces.forEach(eventParser(event => events.push(event)));
  return events;
}

const whole = 'event: scene\nid: 7\ndata: {"a":1}\n\n';

test('an event is told when its blank line has come', () => {
  assert.deepEqual(read(whole), [{ name: 'scene', id: '7', data: '{"a":1}' }]);
  assert.deepEqual(read(whole.slice(0, -1)), []);
});

test('it may come in any pieces', () => {
  for (let cut = 1; cut < whole.length; cut++) {
    assert.deepEqual(read(whole.slice(0, cut), whole.slice(cut)), read(whole));
  }
  assert.deepEqual(read(...whole), read(whole));
});

test('lines may end in any way, also between two pieces', () => {
  assert.deepEqual(read(whole.replaceAll('\n', '\r\n')), read(whole));
  assert.deepEqual(read(...whole.replaceAll('\n', '\r\n')), read(whole));
});

test('a sign of life is no event, and lines of data are joined', () => {
  assert.deepEqual(read(': still here\n\ndata: one\ndata: two\n\n'), [{ name: 'message', id: null, data: 'one\ntwo' }]);
});
