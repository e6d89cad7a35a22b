import assert from 'node:assert/strict';
import { test } from 'node:test';
import './dom.mjs';
import { load } from './load.mjs';

document.documentElement.dataset.avatars = 'https://avatars.example https://*.cdn.example https://other.example:8443';
const { shownAt } = await load('page/avatars.js');

for (const [address, shown] of [
  ['http://service.test/simulator/a.png?x=1', '/simulator/a.png?x=1'],
  ['http://127.0.0.1:5080/simulator/a.png', '/simulator/a.png'],
  ['https://avatars.example/a.png', 'https://avatars.example/a.png'],
  ['https://avatars.example:444/a.png', null],
  ['http://avatars.example/a.png', null],
  ['https://sub.avatars.example/a.png', null],
  ['https://a.b.cdn.example/a.png', 'https://a.b.cdn.example/a.png'],
  ['https://cdn.example/a.png', null],
  ['https://notcdn.example/a.png', null],
  ['https://other.example:8443/a.png', 'https://other.example:8443/a.png'],
  ['https://elsewhere.example/a.png', null],
]) {
  test(`${address} is shown at ${shown}`, () => assert.equal(shownAt(address), shown));
}
