import assert from 'node:assert/strict';
import { matchCitekey, writeCitekey } from '../../../../src/core/citation/citekey';

suite('matchCitekey', () => {
  for (const [text, citekey] of [
    ['@zubok1996', 'zubok1996'],
    ['@zubok1996.', 'zubok1996'],
    ['@a:b_c-d.e/f+g', 'a:b_c-d.e/f+g'],
    ['@_x', '_x'],
    ['@1996', '1996'],
    ['@a..b', 'a'],
    ['@https://x.org/a', 'https://x.org/a'],
    ['@{a, b}', undefined],
    ['@{a,b}', 'a,b'],
    ['@Зубок2007', 'Зубок2007'],
    ['-@a', 'a'],
    ['@', undefined],
    ['@-a', undefined],
  ] as const)
    test(text, () => assert.equal(matchCitekey(text, 0)?.citekey, citekey));

  test('none after a letter or digit', () => {
    assert.equal(matchCitekey('me@uni', 2), undefined);
    assert.equal(matchCitekey('(@uni', 1)?.citekey, 'uni');
  });
});

test('writeCitekey puts what is no simple key in braces', () => {
  assert.equal(writeCitekey('zubok1996'), '@zubok1996');
  assert.equal(writeCitekey('a,b'), '@{a,b}');
  assert.equal(writeCitekey('ends.'), '@{ends.}');
});
