import assert from 'node:assert/strict';
import { markedText } from '../../../../src/core/panel/markedText';

const marked = (text: string, words: readonly string[]) =>
  markedText(text, words)
    .map((piece) => (piece.isMarked ? `[${piece.text}]` : piece.text))
    .join('');

suite('Marked text', () => {
  test('marks whole words as they are written, the longest first', () => {
    assert.equal(marked('Wants the war, wanted', ['war', 'Wants']), '[Wants] the [war], wanted');
    assert.equal(marked('the Sino-Soviet camp', ['Soviet', 'Sino-Soviet']), 'the [Sino-Soviet] camp');
  });

  test('words are no patterns, and nothing is lost', () => {
    const text = 'a.b (c) $1 <mark>';
    assert.equal(marked(text, ['.', '(c)', 'a|b', '']), 'a.b [(c)] $1 <mark>');
    assert.equal(marked(text, []), text);
  });
});
