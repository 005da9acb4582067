import assert from 'node:assert/strict';
import { EssayDocument } from '../../../../src/core/essay/essayDocument';
import { typedPhrases } from '../../../../src/core/languageFeatures/typedPhrase';
import { withCursor } from '../../../support/cursor';

function longest(marked: string): string | undefined {
  const { text, offset } = withCursor(marked);
  const [phrase] = typedPhrases(EssayDocument.read(text), offset);
  return phrase && text.slice(phrase.start, phrase.end);
}

suite('Typed phrase', () => {
  for (const [text, phrase] of [
    ['Stalin pass|', 'Stalin pass'],
    ['Stalin passes |', 'Stalin passes '],
    ['Mao won. Stalin pass|', 'Stalin pass'],
    ['Mao won. Stalin pass| the buck.', 'Stalin pass'],
    ['one two three four five six seven eight nine|', 'two three four five six seven eight nine'],
    ['a line\nStalin pass|', 'Stalin pass'],
    ['> - Stalin *pass|*', 'Stalin *pass'],
    ['He hid[^1] Mao wants|\n\n[^1]: Note.', 'Mao wants'],
    ['He hid [@zubok1996] Mao wants|', 'Mao wants'],
    ['Stalin “passes the buck”|', 'Stalin “passes the buck”'],
    ['Stalin passed.|', undefined],
    ['Stalin passed. |', undefined],
    ['Stalin passes  |', undefined],
    ['|', undefined],
    ['# Stalin pass|', undefined],
    ['`Stalin pass|`', undefined],
    ['He typed `Stalin pass|', undefined],
    ['`a` and `Stalin pass|', undefined],
    ['In `code` Stalin pass|', 'In `code` Stalin pass'],
    ['Then Stalin`s pass|', 'Then Stalin`s pass'],
    ['Then ``Stalin pass|', 'Then ``Stalin pass'],
    ['[^1]: Stalin pass|', undefined],
    ['---\ntitle: Stalin pass|\n---\n', undefined],
  ] as const) {
    test(`${JSON.stringify(text)} → ${JSON.stringify(phrase)}`, () => assert.equal(longest(text), phrase));
  }

  test('each phrase is a word shorter than the one before, down to the last word', () => {
    const { text, offset } = withCursor('He hid his hand|');
    const phrases = typedPhrases(EssayDocument.read(text), offset);
    assert.deepEqual(
      phrases.map(({ start, end }) => text.slice(start, end)),
      ['He hid his hand', 'hid his hand', 'his hand', 'hand'],
    );
  });
});
