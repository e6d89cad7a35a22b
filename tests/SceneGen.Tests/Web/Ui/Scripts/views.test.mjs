import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPage } from './dom.mjs';
import { load, textOf } from './load.mjs';

const find = openPage(textOf('words/en.json'));
const { announce, tell } = await load('page/views.js');
const told = find('#told');
const isSeen = () => find('#toast').classes.has('toast');
const canBeClosed = () => !find('[data-do=close-told]').hidden;

test('an answer stays when a step is announced right after it', () => {
  tell('You will be told.', { stays: true });
  announce('Storing your picture');

  assert.equal(told.textContent, 'You will be told.');
  assert.ok(isSeen());
  assert.equal(find('#announcer').textContent, 'Storing your picture');
});

test('nobody hears an answer twice', () => {
  announce('');
  tell('The link was copied.', { stays: true });
  assert.equal(find('#announcer').textContent, '');
});

test('an answer is seen for six seconds from the last one on', t => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  tell('One.');
  t.mock.timers.tick(5_000);
  tell('Two.');
  t.mock.timers.tick(5_000);
  assert.ok(isSeen());
  t.mock.timers.tick(1_000);
  assert.ok(!isSeen());
});

test('what has to be read at leisure stays until it is closed or the next answer comes', t => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  tell('One.');
  tell('This is the link.', { stays: true });
  t.mock.timers.tick(60_000);
  assert.ok(isSeen());
  assert.ok(canBeClosed());
  tell('');
  assert.ok(!isSeen());
  assert.ok(!canBeClosed());
});
