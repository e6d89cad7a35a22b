import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './load.mjs';

const { serviceAt, ServiceError } = await load('live/service.js');
const service = serviceAt({ base: 'http://service.test/' });
const json = { 'Content-Type': 'application/json' };
const broken = () => new ReadableStream({ start: body => body.error(new DOMException('It took too long.', 'TimeoutError')) });
const answering = (body, init) => { globalThis.fetch = async () => new Response(body, init); };
const failureOf = order => order.then(() => assert.fail('It did not fail.'), error => error);

for (const [what, body] of [['breaks off', broken()], ['is no JSON', '<html>'], ['is empty', '']]) {
  test(`an answer that ${what} is none`, async () => {
    answering(body, { headers: json });

    const error = await failureOf(service.call('GET', 'api/themes'));

    assert.ok(error instanceof ServiceError);
    assert.deepEqual([error.message, error.status], ['', 0]);
  });
}

for (const [what, body] of [['breaks off', broken()], ['is no JSON', '<html>'], ['says nothing', 'null']]) {
  test(`a refusal whose reason ${what} is a refusal all the same`, async () => {
    answering(body, { status: 503, headers: { ...json, 'Retry-After': '7' } });

    const error = await failureOf(service.call('GET', 'api/themes'));

    assert.deepEqual([error.message, error.status, error.retryAfter], ['', 503, 7]);
  });
}
