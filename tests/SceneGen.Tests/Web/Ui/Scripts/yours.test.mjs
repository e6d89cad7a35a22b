import assert from 'node:assert/strict';
import { test } from 'node:test';
import { json, openPage, serve } from './dom.mjs';
import { load, textOf } from './load.mjs';

openPage(textOf('words/en.json'));
const yours = await load('page/yours.js');
const heard = [];
yours.onArrival(scenes => heard.push(...scenes.map(({ id }) => id)));

const scene = (id, status) => ({
  id, avatarId: id, theme: null, status, image: null, failure: null, avatarUrl: '/simulator/a.png',
  step: { text: '', attempt: 1 }, createdAt: '2026-01-01T00:00:00Z', updatedAt: '2026-01-01T00:00:00Z' });
const listed = (...items) => serve({ 'GET /api/scenes': () => json({ items, next: null }) });

test('an avatar that came up before a list that came late is told', async () => {
  serve({ 'GET /api/scenes': () => json({}, 503) });
  await yours.refresh();
  listed(scene('old', 'canceled'), scene('new', 'awaitingTheme'));
  await yours.refresh();
  assert.deepEqual(heard, ['new']);

  listed(scene('next', 'generating'), scene('new', 'awaitingTheme'));
  await yours.refresh();
  assert.deepEqual(heard, ['new', 'next']);
});
