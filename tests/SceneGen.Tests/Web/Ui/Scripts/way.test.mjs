import assert from 'node:assert/strict';
import { test } from 'node:test';
import { json, openPage, serve, settle } from './dom.mjs';
import { load, textOf } from './load.mjs';

const find = openPage(textOf('words/en.json'));
const { tellOfTheWay } = await load('page/way.js');
const entries = (...texts) => texts.map(text => ({ kind: 'note', text }));
const told = () => find('.news').children.map(item => item.textContent);

test('what came last is told, however long the way was', async () => {
  serve({
    'GET /api/scenes/a/timeline?limit=200&after=0': () => json({ items: entries('1', '2', '3'), next: 200 }),
    'GET /api/scenes/a/timeline?limit=200&after=200': () => json({ items: entries('201', '202'), next: null }),
  });

  await tellOfTheWay({ id: 'a' });
  assert.deepEqual(told(), ['3', '201', '202']);
});

test('an answer that was overtaken changes nothing, and of another scene nothing is told before it is known', async () => {
  const answers = [];
  const answer = () => new Promise(resolve => { answers.push(resolve); });
  serve({ 'GET /api/scenes/a/timeline': answer, 'GET /api/scenes/b/timeline': answer });
  const looks = [tellOfTheWay({ id: 'a' }), tellOfTheWay({ id: 'b' })];
  assert.deepEqual(told(), []);

  await settle();
  answers[1](json({ items: entries('of b'), next: null }));
  await looks[1];
  answers[0](json({ items: entries('of a'), next: null }));
  await looks[0];
  assert.deepEqual(told(), ['of b']);
});
