import assert from 'node:assert/strict';
import { test } from 'node:test';
import { json, openPage, serve } from './dom.mjs';
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
