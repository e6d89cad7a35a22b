import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './load.mjs';

const { pixelsOf } = await load('live/blurhash.js');

test('one colour fills the picture', () => {
  // 1 component; its mean is 0xff8000 in base 83.
  const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz#$%*+,-.:;=?@[]^_{|}~';
  let rest = 0xff8000;
  let mean = '';
  for (let place = 0; place < 4; place++) {
    mean = digits[rest % 83] + mean;
    rest = Math.floor(rest / 83);
  }
  assert.deepEqual([...pixelsOf(`00${mean}`, 2, 1)], [255, 128, 0, 255, 255, 128, 0, 255]);
});

test('a real one has many shades', () => {
  const pixels = pixelsOf('LEHV6nWB2yk8pyo0adR*.7kCMdnj', 32, 18);
  assert.equal(pixels.length, 32 * 18 * 4);
  assert.ok(new Set(pixels).size > 20);
});

for (const broken of ['', 'L', 'LEHV6nWB2yk8pyo0adR*.7kCMdn', 'no hash at all']) {
  test(`'${broken}' is no picture`, () => assert.equal(pixelsOf(broken, 4, 4), null));
}
