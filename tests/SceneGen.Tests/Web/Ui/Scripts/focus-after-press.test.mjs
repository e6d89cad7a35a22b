import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { openPage } from './dom.mjs';
import { load, textOf } from './load.mjs';

const find = openPage(textOf('words/en.json'));
document.querySelectorAll = () => [];
document.body = { localName: 'body' };
const { moveOn, press } = await load('page/press.js');
const [button, title] = ['[data-do=notify]', '#scene-title'].map(place => find(place));
let focused;
const goTo = value => Object.defineProperty(document, 'activeElement', { value, configurable: true });
Object.entries({ button, title }).forEach(([name, node]) => { node.focus = () => { focused = name; }; });

/** As a browser does it: a button that rests loses the focus. */
const work = (meanwhile = () => {}) => async () => {
  goTo(document.body);
  meanwhile();
};

beforeEach(() => {
  focused = null;
  button.hidden = false;
  goTo(button);
});

test('who has pressed goes on at the button', async () => {
  await press(button, 'scene', work());
  assert.equal(focused, 'button');
});

test('who has pressed what is gone then goes on at the head of the view', async () => {
  await press(button, 'scene', work(() => { button.hidden = true; }));
  assert.equal(focused, 'title');
});

test('who has gone elsewhere meanwhile is left there', async () => {
  await press(button, 'scene', work(() => goTo(title)));
  await press(button, 'scene', work(moveOn));
  assert.equal(focused, null);
});
