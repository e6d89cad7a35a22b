import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './load.mjs';

const { keepsAvatar } = await load('live/fate.js');
const scene = (status, code, avatarId = 'v') => ({ avatarId, status, failure: code ? { code } : null });

for (const [what, one, known, keeps] of [
  ['of a picture', scene('ready'), [], true],
  ['of what was canceled', scene('canceled'), [], true],
  ['of what failed for its theme', scene('failed', 'theme_refused'), [], true],
  ['that is unfit', scene('failed', 'avatar_unreadable'), [], false],
  ['that is being taken back', scene('rollingBack', 'deadline_exceeded'), [], false],
  ['that was taken back', scene('rolledBack', 'deadline_exceeded'), [], false],
  ['that was taken back on account of another scene', scene('canceled'), [scene('rolledBack', 'deadline_exceeded')], false],
  ['beside another that was taken back', scene('canceled'), [scene('rolledBack', 'deadline_exceeded', 'w')], true],
]) {
  test(`an avatar ${what} is ${keeps ? '' : 'not '}there for another scene`, () => assert.equal(keepsAvatar(one, known), keeps));
}
