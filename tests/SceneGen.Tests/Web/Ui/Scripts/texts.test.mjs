import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load, namesIn, textOf } from './load.mjs';

const { filled, languageOf, textsFor } = await load('components/texts.js');
const inside = lang => ({ closest: () => (lang ? { lang } : null) });

test('every language has the same texts, and none is left unused', () => {
  const modules = namesIn('components').filter(name => name !== 'components/texts.js');
  const scripts = [...modules, 'live/eta.js'].map(textOf).join('');
  assert.deepEqual(Object.keys(textsFor('de')), Object.keys(textsFor('en')));
  assert.deepEqual(Object.keys(textsFor('en')).filter(name => !new RegExp(`(texts\\.|')${name}\\b`).test(scripts)), []);
});

test('texts ask for the same values in every language', () => {
  const values = text => text.match(/\{\w+\}/g);
  assert.deepEqual(Object.values(textsFor('de')).map(values), Object.values(textsFor('en')).map(values));
});

for (const [lang, language] of [['de', 'de'], ['de-AT', 'de'], ['DE', 'de'], ['en-GB', 'en'], ['fr', 'en']]) {
  test(`a page in ${lang} is spoken to in ${language}`, () => assert.equal(languageOf(inside(lang)), language));
}

test('values stand where the text names them', () => assert.equal(filled('attempt {attempt}', { attempt: 2 }), 'attempt 2'));
