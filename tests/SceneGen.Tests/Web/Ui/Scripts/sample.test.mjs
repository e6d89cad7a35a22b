import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { json, make, settle } from './dom.mjs';

const page = readFileSync(new URL('../../../../../docs/embedding-sample.html', import.meta.url), 'utf8');
const [, script] = /<script type="module">(.*?)<\/script>/s.exec(page);

/** The sample page of a main application, around a studio that is played, with a back end that answers as it is told. */
function opened(t, answers = {}) {
  t.mock.timers.enable({ apis: ['setTimeout', 'Date'], now: 1_000_000 });
  t.mock.method(console, 'warn', () => {});
  const places = Object.fromEntries(['#workshop', '#stage', 'scene-studio', '#make', '#next', '#trouble'].map(name => [name, make('div')]));
  places['#stage'].hidden = true;
  places['scene-studio'].startOver = () => {};
  document.querySelector = name => places[name];
  const asked = [];
  globalThis.fetch = async path => {
    asked.push(path);
    return (answers[path] ?? (() => json({ token: `token ${asked.length}` })))();
  };
  new Function(script)();
  const [workshop, stage, studio, button, , trouble] = Object.values(places);
  return {
    studio, button, trouble, asked,
    shown: () => [workshop, stage].map(section => !section.hidden),
    press: async () => {
      button.focus();
      button.dispatchEvent(new Event('click'));
      await settle();
    },
    refuse: async () => {
      studio.dispatchEvent(new Event('token-expired'));
      await settle();
    },
    pass: async seconds => {
      for (let second = 0; second < seconds; second++) {
        t.mock.timers.tick(1_000);
        await settle();
      }
    },
  };
}

const away = () => new Response('', { status: 502 });

test('who has an avatar made goes on in the studio', async t => {
  const { studio, shown, press } = opened(t);

  await press();

  assert.deepEqual(shown(), [false, true]);
  assert.equal(document.activeElement, studio);
});

test('who gets no avatar is where they were, and can try again', async t => {
  const { button, trouble, shown, press } = opened(t, { '/avatar': away });

  await press();

  assert.deepEqual(shown(), [true, false]);
  assert.equal(trouble.textContent, 'The workshop does not answer just now. Please try again.');
  assert.deepEqual([document.activeElement, button.disabled], [button, false]);
});

test('a token that could not be had is asked for again', async t => {
  let isAway = true;
  const { studio, asked, refuse, pass } = opened(t, { '/token': () => (isAway ? away() : json({ token: 'next' })) });

  await refuse();
  await pass(2);
  isAway = false;
  await pass(4);

  assert.equal(studio.token, 'next');
  assert.equal(asked.length, 3);
});

test('a service that refuses every token is asked ever more slowly', async t => {
  const { asked, refuse, pass } = opened(t);

  for (let second = 0; second < 60; second++) {
    await refuse();
    await pass(1);
  }

  assert.ok(asked.length <= 8, `${asked.length} tokens`);
});

test('a token that has run out after its time is renewed at once', async t => {
  const { asked, refuse, pass } = opened(t);
  await refuse();
  await pass(120);

  await refuse();
  t.mock.timers.tick(1);
  await settle();

  assert.equal(asked.length, 2);
});
