import assert from 'node:assert/strict';
import { encodingName, isShownRight } from '../../../../../src/core/notes/index';

const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const utf8 = (text: string) => new TextEncoder().encode(text);

suite('An editor shows notes right', () => {
  for (const [name, bytes, encoding, right] of [
    [
      'in their own encoding',
      latin1('Le g\xe9n\xe9ral \xe9tait \x93fatigu\xe9\x94 de la guerre d\x92Alg\xe9rie'),
      'windows1252',
      true,
    ],
    ['not as UTF-8 if they are Windows-1252', latin1('caf\xe9 \x93bar\x94'), 'utf8', false],
    ['as Latin-1 if there are only accents', latin1('un caf\xe9'), 'iso88591', true],
    ['not as Latin-1 if there are curly quotes', latin1('un caf\xe9 \x93bar\x94'), 'iso88591', false],
    ['not as Windows-1252 if they are UTF-8', utf8('café'), 'windows1252', false],
    ['in any encoding if they are ASCII', utf8('coffee'), 'windows1251', true],
    ['but not as UTF-16', utf8('coffee'), 'utf16le', false],
    ['with or without a byte order mark', utf8('\ufeffcafé'), 'utf8', true],
  ] as const) {
    test(name, () => assert.equal(isShownRight(bytes, encoding), right));
  }

  test('and encodings have names', () => {
    assert.deepEqual(['utf8', 'windows1252', 'iso88592'].map(encodingName), [
      'UTF-8',
      'Windows-1252',
      'ISO 8859-2',
    ]);
  });
});
