import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPage } from './dom.mjs';
import { load, textOf } from './load.mjs';

const find = openPage(textOf('words/en.json'));
const told = [];
globalThis.window = globalThis;
globalThis.Notification = class {
  static permission = 'granted';
  static requestPermission = async () => 'granted';
  constructor(_, { body, tag }) { told.push(`${tag}: ${body}`); }
};
const { askForNews, offerNews } = await load('page/news.js');
const yours = await load('page/yours.js');

const scene = (id, status, image = null) => ({
  id, avatarId: id, theme: 'forest', status, image, failure: null, avatarUrl: '/simulator/a.png',
  step: { text: 'Your scene is ready', attempt: 1 },
  createdAt: '2026-01-01T00:00:00Z', updatedAt: '2026-01-01T00:00:00Z' });
const image = { url: '/assets/a.jpg', thumbnailUrl: '/assets/t.jpg' };
const isOffered = () => !find('[data-do=notify]').hidden;

test('whoever looks at another view is told of the end too, and once', async t => {
  t.after(() => { document.hidden = false; });
  yours.keep([scene('a', 'generating'), scene('b', 'generating')]);
  offerNews('a');
  await askForNews('a');
  document.hidden = true;

  yours.keep([scene('b', 'ready', image)]);
  assert.deepEqual(told, []);
  yours.keep([scene('a', 'ready', image)]);
  yours.keep([scene('a', 'ready', image)]);
  assert.deepEqual(told, ['a: Your scene is ready']);
});

test('one scene that is wanted leaves it to be asked for the next', async () => {
  offerNews('c');
  assert.ok(isOffered());
  await askForNews('c');
  assert.ok(!isOffered());

  offerNews('d');
  assert.ok(isOffered());
});

test('whoever has gone on while they were asked is offered what is for where they are', async () => {
  offerNews('e');
  const asked = askForNews('e');
  offerNews('f');
  await asked;
  assert.ok(isOffered());
});

test('where a message is refused after all, the scene is shown all the same, and its reader learns why none came', async t => {
  t.after(() => { document.hidden = false; });
  globalThis.Notification = class {
    static permission = 'granted';
    static requestPermission = async () => 'granted';
    constructor() { throw new TypeError('Illegal constructor'); }
  };
  yours.keep([scene('g', 'generating')]);
  await askForNews('g');
  document.hidden = true;

  yours.keep([scene('g', 'ready', image)]);
  assert.equal(yours.latest('g').status, 'ready');
  assert.equal(find('#told').textContent, 'Your browser does not allow messages from this page.');
});
