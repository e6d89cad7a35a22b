import assert from 'node:assert/strict';
import { test } from 'node:test';
import { json, serve, until } from './dom.mjs';
import { load } from './load.mjs';
import { a, at, find, held, routes, scene, shown } from './page.mjs';

const [session, list] = [held('GET /api/sessions/current'), held('GET /api/scenes')];
const asked = serve({ ...routes, ...session.routes, ...list.routes, [`GET /api/scenes/${a}`]: () => json(scene(a, 'ready')) });
location.href = `http://service.test/scenes/${a}`;
const moment = () => find('#moment').textContent;
let told = 0;
find('#main').focus = () => { told++; };
await load('page/app.js');

test('a page that takes long to open says so, and whoever has just come is left where they are', async () => {
  assert.equal(moment(), '');
  await until(() => moment() === 'One moment…');
  assert.equal(shown(), '');
  assert.equal(told, 0);
});

test('all that is needed is asked for at once', () =>
  assert.deepEqual(asked.slice(0, 3).sort(), ['GET /api/sessions/current', 'GET /api/themes', 'GET /simulator/samples']));

test('a link to one scene does not wait for the list of all', async () => {
  await session.answer(json({ sessionId: 's' }));
  await at(a);
  assert.equal(shown(), 'scene');
  assert.equal(moment(), '');
});
