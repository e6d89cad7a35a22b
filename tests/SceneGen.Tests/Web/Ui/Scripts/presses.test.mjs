import assert from 'node:assert/strict';
import { test } from 'node:test';
import { json, noAnswer, openPage, serve } from './dom.mjs';
import { load, textOf } from './load.mjs';

openPage(textOf('words/en.json'));
const api = await load('page/api.js');

test('who cancels what is done deletes nothing, and is not told of an error', async () => {
  const asked = serve({ 'DELETE /api/scenes/a': () => json({ code: 'scene_ended' }, 409) });

  await api.cancel('a');

  assert.deepEqual(asked, ['DELETE /api/scenes/a?whileRunning=true']);
});

test('another refusal is told', async () => {
  serve({ 'DELETE /api/scenes/a': () => json({ code: 'scene_rolling_back', detail: 'Too late.' }, 409) });

  await assert.rejects(api.cancel('a'), { message: 'Too late.' });
});

test('another picture, pressed for again because no answer came, is the same one', async () => {
  const wishes = [];
  let answer = noAnswer;
  serve({
    'POST /api/scenes': ({ headers, body }) => {
      wishes.push({ key: headers['Idempotency-Key'], ...JSON.parse(body) });
      return answer();
    },
  });
  const scene = { avatarUrl: 'https://a.test/v.png', avatarId: 'v', theme: 'forest' };
  await assert.rejects(api.makeAnother(scene));
  answer = () => json({ id: 'b' }, 201);

  await api.makeAnother(scene);
  await api.makeAnother(scene);

  assert.ok(wishes[0].key && Number.isInteger(wishes[0].seed));
  assert.deepEqual(wishes[1], wishes[0]);
  assert.notEqual(wishes[2].key, wishes[0].key);
});
