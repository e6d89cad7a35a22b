import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './load.mjs';

globalThis.addEventListener = () => {};
globalThis.document = { hidden: false, addEventListener: () => {} };
const { backoff, follow } = await load('live/live.js');

const at = second => new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString();
const step = { text: '', percent: 0, attempt: 1 };
const scene = (status, second) => ({ id: 'a', sessionId: 's', status, step, image: null, failure: null, updatedAt: at(second) });
const event = (id, status, second) =>
  `event: scene\nid: ${id}\ndata: ${JSON.stringify({ sequence: id, at: at(second), status, step, image: null, failure: null })}\n\n`;
const json = (body, etag = '"1"') => new Response(JSON.stringify(body), { headers: { ETag: etag } });
const refusal = status => Object.assign(new Error('refused'), { status });

/** Answers in their order, each a value, an error or a function; what was asked is kept. */
function serviceOf(...answers) {
  const asked = [];
  return {
    asked,
    send: async (method, path, { headers }) => {
      asked.push({ path, ...headers });
      const answer = answers.shift();
      if (answer instanceof Error) {
        throw answer;
      }
      return answer;
    },
  };
}

function followed(service, isOver = status => status === 'ready') {
  const states = [];
  return new Promise(resolve => {
    const stop = follow(service, 'a', {
      seen: ({ status }) => {
        states.push(status);
        if (isOver(status)) {
          setTimeout(() => { stop(); resolve(states); }, 20);
        }
      },
      trouble: error => { stop(); resolve(error); },
    });
  });
}

test('events are followed to the end, and what is long past is left alone', async () => {
  const service = serviceOf(
    json(scene('generating', 5)),
    new Response(event(1, 'submitting', 1) + event(2, 'generating', 5) + event(3, 'storing', 6) + event(4, 'ready', 7)),
    json(scene('ready', 7)));

  assert.deepEqual(await followed(service), ['generating', 'generating', 'storing', 'ready', 'ready']);
  assert.equal(service.asked[1].path, 'api/scenes/a/events');
});

test('a stream that breaks off is taken up where it ended', async () => {
  const service = serviceOf(
    json(scene('generating', 5)), new Response(event(3, 'generating', 5)),
    json(scene('generating', 5)), new Response(event(4, 'ready', 7)), json(scene('ready', 7)));

  await followed(service);

  assert.equal(service.asked[3]['Last-Event-ID'], '3');
});

test('a stream that breaks is no trouble as long as the service answers', async () => {
  const broken = new ReadableStream({ start: body => body.error(new TypeError('network error')) });
  const service = serviceOf(json(scene('generating', 5)), new Response(broken), json(scene('ready', 7)));

  assert.deepEqual(await followed(service), ['generating', 'ready']);
});

test('without events it looks long, and asks for news only', async () => {
  const service = serviceOf(json(scene('generating', 5)), refusal(404), json(scene('ready', 7)));

  await followed(service);

  assert.deepEqual([service.asked[2].Prefer, service.asked[2]['If-None-Match']], ['wait=25', '"1"']);
});

test('a page that nobody sees holds no connection', async () => {
  document.hidden = true;
  const service = serviceOf(json(scene('generating', 5)));

  await followed(service, () => true);

  document.hidden = false;
  assert.deepEqual(service.asked.map(({ path }) => path), ['api/scenes/a']);
});

for (const status of [401, 404, 410]) {
  test(`a refusal with ${status} is the end`, async () =>
    assert.equal((await followed(serviceOf(refusal(status)))).status, status));
}

test('waits grow, are never longer than half a minute, and differ', () => {
  assert.deepEqual([1, 2, 3, 9].map(count => backoff(count, () => 1)), [1_000, 2_000, 4_000, 30_000]);
  assert.equal(backoff(1, () => 0), 500);
});
