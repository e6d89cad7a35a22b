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
    send: async (method, path, { headers, signal }) => {
      asked.push({ path, ...headers });
      const answer = answers.shift();
      if (answer instanceof Error) {
        throw answer;
      }
      return typeof answer === 'function' ? answer(signal) : answer;
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

const openStream = (...words) => signal => new Response(new ReadableStream({
  start: body => {
    words.forEach(word => body.enqueue(new TextEncoder().encode(word)));
    signal.addEventListener('abort', () => body.error(signal.reason));
  },
}));
const settle = async () => {
  for (let turn = 0; turn < 20; turn++) {
    await new Promise(setImmediate);
  }
};

test('a stream over which nothing ever comes is given up for long looks', async t => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const service = serviceOf(json(scene('generating', 5)), openStream(), json(scene('ready', 7)));
  const states = followed(service);
  await settle();

  t.mock.timers.tick(4_900);
  await settle();
  assert.equal(service.asked.length, 2);
  t.mock.timers.tick(200);
  await settle();
  t.mock.timers.tick(100);

  assert.deepEqual(await states, ['generating', 'ready']);
  assert.equal(service.asked[2].Prefer, 'wait=25');
});

test('a stream that says its first word and no more is given up as well', async t => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const service = serviceOf(json(scene('generating', 5)), openStream('retry: 2000\n\n'), json(scene('ready', 7)));
  const states = followed(service);
  await settle();

  t.mock.timers.tick(30_000);
  await settle();
  assert.equal(service.asked.length, 2);
  t.mock.timers.tick(11_000);
  await settle();
  t.mock.timers.tick(100);

  await states;
  assert.equal(service.asked[2].Prefer, 'wait=25');
});

for (const status of [429, 503]) {
  test(`a stream that has no seat left (${status}) is no trouble, and is asked for again later`, async t => {
    t.mock.timers.enable({ apis: ['Date'] });
    const late = async () => {
      t.mock.timers.tick(61_000);
      return json(scene('generating', 6));
    };
    const service = serviceOf(
      json(scene('generating', 5)), refusal(status), late, json(scene('generating', 6)),
      new Response(event(4, 'ready', 7)), json(scene('ready', 7)));

    const states = await followed(service);

    assert.equal(states.at(-1), 'ready');
    assert.deepEqual(service.asked.slice(1, 5).map(({ path, Prefer }) => Prefer ?? path), [
      'api/scenes/a/events', 'wait=25', 'api/scenes/a', 'api/scenes/a/events']);
  });
}

test('a look that fails is told, whatever the stream said', async () =>
  assert.equal((await followed(serviceOf(json(scene('generating', 5)), refusal(503), refusal(503)))).status, 503));

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

const broken = body => new ReadableStream({
  start: stream => {
    stream.enqueue(new TextEncoder().encode(body));
    stream.error(new TypeError('network error'));
  },
});

test('what broke off on the way is asked for again in full', async t => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const cut = new Response(broken('{"id":'), { headers: { ETag: '"2"' } });
  const service = serviceOf(json(scene('generating', 5)), refusal(404), cut, json(scene('ready', 7), '"2"'));
  const told = [];
  const stop = follow(service, 'a', { seen: ({ status }) => told.push(status), trouble: ({ name, status }) => told.push(name ?? status) });
  t.after(stop);
  await settle();
  t.mock.timers.tick(1_000);
  await settle();

  assert.deepEqual(told, ['generating', 'Error', 'ready']);
  assert.equal(service.asked[3]['If-None-Match'], '"1"');
});

test('a first answer that breaks off is no scene', async t => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const cut = new Response(broken('{'), { headers: { ETag: '"1"' } });
  const service = serviceOf(cut, json(scene('ready', 7)));
  const states = [];
  t.after(follow(service, 'a', { seen: ({ status }) => states.push(status), trouble: () => {} }));
  await settle();
  t.mock.timers.tick(1_000);
  await settle();

  assert.deepEqual(states, ['ready']);
  assert.equal(service.asked[1]['If-None-Match'], undefined);
});

test('who follows no longer is told nothing, though the answer was on its way', async () => {
  let answer;
  const service = serviceOf(() => new Promise(resolve => { answer = resolve; }));
  const told = [];
  const stop = follow(service, 'a', { seen: () => told.push('seen'), trouble: () => told.push('trouble') });
  await settle();

  stop();
  answer(json(scene('ready', 7)));
  await settle();

  assert.deepEqual(told, []);
});

test('who stops at one event hears nothing of those that came with it', async t => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const service = serviceOf(
    json(scene('awaitingTheme', 5)), new Response(event(1, 'submitting', 6) + event(2, 'generating', 7)));
  const states = [];
  const stop = follow(service, 'a', {
    seen: ({ status }) => {
      states.push(status);
      if (status === 'submitting') {
        stop();
      }
    },
    trouble: () => states.push('trouble'),
  });
  await settle();

  assert.deepEqual(states, ['awaitingTheme', 'submitting']);
});

test('waits grow, are never longer than half a minute, and differ', () => {
  assert.deepEqual([1, 2, 3, 9].map(count => backoff(count, () => 1)), [1_000, 2_000, 4_000, 30_000]);
  assert.equal(backoff(1, () => 0), 500);
});
