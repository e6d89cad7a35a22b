import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { json, openPage, serve, settle } from './dom.mjs';
import { load, textOf } from './load.mjs';

const find = openPage(textOf('words/en.json'));
document.documentElement.dataset.sharing = 'signed';
const { followLink } = await load('page/links.js');
const link = find('[data-do=open]');
const opened = [];
const scene = {
  id: 'a', avatarId: 'v', avatarUrl: 'https://avatars.example.org/v.png', theme: null, status: 'ready', failure: null,
  step: { text: 'Ready', percent: 100, attempt: 1 }, createdAt: '2026-01-01T00:00:00Z', updatedAt: '2026-01-01T00:00:00Z' };
const image = { url: '/assets/a.jpg?exp=2', thumbnailUrl: '/assets/t.jpg' };

/** As when a browser follows it, unless the page holds it back. */
link.click = () => {
  const event = new Event('click', { cancelable: true });
  followLink(link, event, scene);
  if (!event.defaultPrevented) {
    opened.push(link.href);
  }
};

beforeEach(() => {
  opened.length = 0;
  link.href = '/assets/a.jpg?exp=1';
});

test('a link that cannot be renewed now says so, and leads nowhere it should not', async () => {
  serve({ 'GET /api/scenes/a': () => json({ detail: 'Not now.' }, 503) });
  document.querySelectorAll = selector => (selector === '#scene .error' ? [find('#scene .error')] : []);

  link.click();
  await settle();
  assert.deepEqual(opened, []);
  assert.equal(find('#scene .error').textContent, 'Not now.');
});

test('a link that was signed long ago leads to the picture, and one that is new is not asked for again', async () => {
  const asked = serve({ 'GET /api/scenes/a': () => json({ ...scene, image }) });

  link.click();
  await settle();
  assert.deepEqual(opened, ['/assets/a.jpg?exp=2']);
  link.click();
  assert.equal(opened.length, 2);
  assert.equal(asked.length, 1);
});

test('a link that holds for ever is followed at once', () => {
  const asked = serve({});
  document.documentElement.dataset.sharing = 'open';

  link.click();
  assert.deepEqual([opened.length, asked.length], [1, 0]);
});
