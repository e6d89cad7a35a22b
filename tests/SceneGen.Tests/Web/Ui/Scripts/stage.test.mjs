import assert from 'node:assert/strict';
import { test } from 'node:test';
import { happen, make, openPage } from './dom.mjs';
import { load, textOf } from './load.mjs';

const find = openPage(textOf('words/en.json'));
const { goOn, isOnStage, linkPicture, onOver, paintFailure, paintScene } = await load('page/stage.js');
const { paintPicture } = await load('page/dom.js');

const scene = (status, more = {}) => ({
  id: 'a', theme: 'forest', status, step: { text: 'Painting', percent: 20, etaSeconds: null, attempt: 1 }, image: null,
  avatarUrl: '/simulator/a.png', createdAt: new Date().toISOString(), ...more });
const image = signature => ({
  url: `/assets/a.jpg?sig=${signature}`, thumbnailUrl: `/assets/t.jpg?sig=${signature}`, width: 1920, height: 1080, bytes: 1_000, blurhash: null });
const details = () => find('.details').textContent;

test('the page counts down and paints on by itself, and forgets a time that nobody knows any more', t => {
  t.mock.timers.enable({ apis: ['Date'], now: 0 });
  const step = { text: 'Painting', percent: 20, attempt: 1 };
  const painting = scene('generating', { step: { ...step, etaSeconds: 20 } });
  paintScene(painting);
  assert.equal(details(), 'forest · about 20 seconds left');

  t.mock.timers.tick(15_000);
  assert.ok(goOn(painting) > 20);
  assert.equal(find('progress').value, goOn(painting));
  assert.equal(details(), 'forest · a few seconds left');

  paintScene(scene('generating', { step: { ...step, etaSeconds: null } }));
  assert.equal(details(), 'forest');
});

test('a signed link that is another one loads no picture again, and is the one that opens', () => {
  const picture = find('.picture');
  const loads = [];
  picture.setAttribute = (name, value) => { loads.push(value); Object.getPrototypeOf(picture).setAttribute.call(picture, name, value); };

  paintScene(scene('ready', { image: image(1) }));
  paintScene(scene('ready', { image: image(2) }));
  assert.deepEqual(loads, ['/assets/a.jpg?sig=1']);
  assert.equal(find('[data-do=open]').href, '/assets/a.jpg?sig=2');

  linkPicture(scene('ready', { image: image(3) }));
  assert.equal(find('[data-do=download]').href, '/assets/a.jpg?sig=3');
});

test('a preview that is there stays, and one that is not yet is asked for by its newest link', () => {
  const preview = make('img');
  paintPicture(preview, '/assets/t.jpg?sig=1');
  paintPicture(preview, '/assets/t.jpg?sig=2');
  assert.equal(preview.src, '/assets/t.jpg?sig=2');

  Object.assign(preview, { complete: true, naturalWidth: 480 });
  paintPicture(preview, '/assets/t.jpg?sig=3');
  assert.equal(preview.src, '/assets/t.jpg?sig=2');
});

test('a picture that could not be loaded is asked for again when the connection is back', () => {
  const picture = find('.picture');
  paintScene(scene('ready', { image: { ...image(1), url: '/assets/b.jpg?sig=1' } }));
  const loads = [];
  picture.setAttribute = (_, value) => loads.push(value);

  picture.onerror();
  assert.match(find('.error').textContent, /could not be loaded/);
  Object.assign(picture, { complete: true, naturalWidth: 0 });
  happen('online');
  assert.deepEqual(loads, ['/assets/b.jpg?sig=1']);

  picture.onload();
  assert.equal(find('.error').textContent, '');
  picture.naturalWidth = 1920;
  happen('online');
  assert.equal(loads.length, 1);
  delete picture.setAttribute;
});

test('a picture that does not come is told of as long as it is kept, and after that the scene can be made again', t => {
  t.mock.timers.enable({ apis: ['Date'], now: Date.UTC(2026, 2, 1) });
  const told = [];
  onOver(({ id }) => told.push(id));
  const kept = scene('ready', { id: 'kept', image: { ...image(1), url: '/assets/k.jpg', expiresAt: '2026-03-12T12:00:00Z' } });
  const over = scene('ready', { id: 'over', image: { ...image(1), url: '/assets/o.jpg', expiresAt: '2026-02-12T12:00:00Z' } });

  paintScene(kept);
  find('.picture').onerror();
  assert.match(find('.error').textContent, /could not be loaded just now/);
  assert.deepEqual([told, isOnStage(kept), isOnStage(over)], [[], true, true]);

  paintScene(over);
  find('.picture').onerror();
  assert.deepEqual([told, isOnStage(kept), isOnStage(over)], [['over'], true, false]);
  paintFailure(over);
  assert.equal(find('.reason').textContent, 'It was kept until February 12, 2026.');
  assert.deepEqual([find('[data-do=seed]').hidden, find('[data-do=retry]').hidden], [false, true]);
});
