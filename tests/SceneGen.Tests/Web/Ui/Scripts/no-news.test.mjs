import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPage } from './dom.mjs';
import { load, textOf } from './load.mjs';

const find = openPage(textOf('words/en.json'));
globalThis.window = globalThis;
globalThis.Notification = class {
  static permission = 'default';
  constructor() { throw new TypeError('Illegal constructor'); }
};
const { offerNews } = await load('page/news.js');

test('a browser that takes no messages from a page is offered none', () => {
  offerNews('a');
  assert.ok(find('[data-do=notify]').hidden);
});
