import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPage } from './dom.mjs';
import { load, textOf } from './load.mjs';

openPage(textOf('words/en.json'));
const { fateOf, keepsAvatar, learnFate } = await load('live/fate.js');
const { avatarsOf } = await load('page/cards.js');
const { endingOf } = await load('page/words.js');

const scene = (id, status, avatarId = 'v') => ({ id, avatarId, status, theme: 'forest', failure: null });
const failure = { code: 'provider_failed', title: 'No.', message: 'It failed.', next: 'It stays. Try again.', retryable: true };

test('an avatar that was taken back on account of any of its scenes is gone for all of them', () => {
  const [canceled, other] = [scene('a', 'canceled'), scene('b', 'canceled', 'w')];
  assert.equal(fateOf(canceled, [canceled, other]), 'stays');
  assert.equal(fateOf(canceled, [canceled, scene('c', 'rollingBack')]), 'going');
  assert.equal(fateOf(canceled, [canceled, scene('c', 'rolledBack'), scene('d', 'rollingBack')]), 'gone');
  assert.equal(fateOf(other, [other, scene('c', 'rolledBack')]), 'stays');
  assert.deepEqual(avatarsOf([canceled, other, scene('c', 'rolledBack')]), [other]);
});

test('what the service refuses tells of scenes that are not known here', () => {
  const canceled = scene('e', 'canceled', 'x');
  learnFate(canceled, { code: 'scene_running' });
  assert.equal(fateOf(canceled, [canceled]), 'stays');
  learnFate(canceled, { code: 'avatar_gone' });
  assert.equal(fateOf(canceled, [canceled]), 'gone');
});

for (const status of ['failed', 'canceled', 'expired']) {
  test(`a scene that is ${status} promises an avatar that is there, and none that is not`, () => {
    const ended = { ...scene('f', status), failure: status === 'failed' ? failure : null };
    assert.deepEqual(
      [endingOf(ended).avatar, endingOf(ended).canRetry, endingOf(ended).keepsAvatar], ['It stays as it is.', true, true]);

    const gone = endingOf(ended, 'gone');
    assert.deepEqual([gone.avatar, gone.canRetry, gone.keepsAvatar], ['It was taken back.', undefined, undefined]);
    assert.equal(gone.next, 'For another scene, please start with a new avatar.');
  });
}

test('of what had no theme yet nothing was painted that could be stopped', () => {
  assert.match(endingOf(scene('g', 'canceled')).reason, /painting was stopped/);
  assert.match(endingOf({ ...scene('g', 'canceled'), theme: null }).reason, /nothing was painted/);
});

const told = (status, code, avatarId = 'y') => ({ avatarId, status, failure: code ? { code } : null });

for (const [what, one, known, keeps] of [
  ['of a picture', told('ready'), [], true],
  ['of what was canceled', told('canceled'), [], true],
  ['of what failed for its theme', told('failed', 'theme_refused'), [], true],
  ['that is unfit', told('failed', 'avatar_unreadable'), [], false],
  ['that is being taken back', told('rollingBack', 'deadline_exceeded'), [], false],
  ['that was taken back', told('rolledBack', 'deadline_exceeded'), [], false],
  ['that was taken back on account of another scene', told('canceled'), [told('rolledBack', 'deadline_exceeded')], false],
  ['beside another that was taken back', told('canceled'), [told('rolledBack', 'deadline_exceeded', 'w')], true],
]) {
  test(`an avatar ${what} is ${keeps ? '' : 'not '}there for another scene`, () => assert.equal(keepsAvatar(one, known), keeps));
}
