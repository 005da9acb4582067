import assert from 'node:assert/strict';
import { escapeProse } from '../../../../src/core/essay/escapeProse';

suite('Words as Markdown', () => {
  for (const [words, written] of [
    ['He paid $5 and } won "all" – etc.', 'He paid $5 and } won "all" – etc.'],
    ['from $5 to $6', 'from $5 to $6'],
    ['a $x$ b', 'a \\$x$ b'],
    ['C:\\notes', 'C:\\\\notes'],
    ['2 * 3, but *never* snake_case _so_', '2 * 3, but \\*never\\* snake_case \\_so\\_'],
    ['[sic] and [so](it) [^1] [@key]', '[sic] and \\[so](it) \\[^1] \\[\\@key]'],
    ['<b> a < b &amp; me@uni.edu @key', '\\<b> a < b \\&amp; me@uni.edu \\@key'],
    ['x^2^ H~2~O ~~no~~', 'x\\^2^ H\\~2~O \\~\\~no\\~~'],
  ] as const) {
    test(words, () => assert.equal(escapeProse(words, { atLineStart: false, inTable: false }), written));
  }

  for (const [words, written] of [
    ['# No heading', '\\# No heading'],
    ['- no list', '\\- no list'],
    ['1949. No list', '1949\\. No list'],
    ['(1) no list', '\\(1) no list'],
    ['> no quote', '\\> no quote'],
    ['-1 degrees', '-1 degrees'],
    ['#hashtag', '#hashtag'],
  ] as const) {
    test(`at the start of a line: ${words}`, () =>
      assert.equal(escapeProse(words, { atLineStart: true, inTable: false }), written));
  }

  test('in a table a bar stays within its cell', () => {
    assert.equal(escapeProse('a | b', { atLineStart: false, inTable: true }), 'a \\| b');
  });
});
