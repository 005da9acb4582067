import assert from 'node:assert/strict';
import { findCitations, parseCitation } from '../../../../../src/core/citation/pandoc/parseCitation';
import { writeCitation } from '../../../../../src/core/citation/pandoc/writeCitation';

/** The citations of a text, each as it stands there. */
function found(text: string): readonly string[] {
  return findCitations(text).map(({ span }) => text.slice(span.start, span.end));
}

const page = (value: string) => ({ label: 'page', value });

suite('findCitations', () => {
  for (const [text, ...expected] of [
    ['He knew [@zubok1996, p. 63].', '[@zubok1996, p. 63]'],
    ['see @zubok1996 [p. 63] and -@b', '@zubok1996 [p. 63]', '-@b'],
    ['[@a]\n[@b]', '[@a]', '[@b]'],
    ['[see @a; and\n@b]', '[see @a; and\n@b]'],
    ['x[@k]y', '[@k]'],
    ["@smith2001's book", '@smith2001'],
    ['@a:b.c/d. Then', '@a:b.c/d'],
    ['@{https://x.org/a?b} and [@{a(b)}]', '@{https://x.org/a?b}', '[@{a(b)}]'],
    ['[@Müller2001; @петров; @毛1950]', '[@Müller2001; @петров; @毛1950]'],
    ['[@k, 3 [sic] more]', '[@k, 3 [sic] more]'],
    ['@k [^1]', '@k'],
    ['@k [p. 3](url)', '@k'],
    ['foo--@k', '@k'],
    // No citations: an address, an escape, code, a link.
    ['me@uni.edu'],
    ['\\@k and `@k` and ``a ` @k``'],
    ['[@a; see below]', '@a'],
    ['[@a](http://x.org)', '@a'],
    ['[@a]{.x}', '@a'],
    ['[@a\n\n]', '@a'],
    ['[@unclosed, p. 3', '@unclosed'],
    ['@ alone, @{with space}'],
  ] as const)
    test(JSON.stringify(text), () => assert.deepEqual(found(text), expected));

  test('says what each part is and where it stands', () => {
    const text = 'So [see *also* -@zubok1996, pp. 63–64, and more; @b].';
    const [citation] = findCitations(text);
    const [part] = citation?.parts ?? [];
    const slice = (span?: { start: number; end: number }) => span && text.slice(span.start, span.end);
    assert.deepEqual(part?.cite, {
      citekey: 'zubok1996',
      locator: page('63–64'),
      prefix: 'see *also*',
      suffix: ', and more',
      suppressAuthor: true,
    });
    assert.equal(slice(part?.prefixSpan), 'see *also*');
    assert.equal(slice(part?.keySpan), 'zubok1996');
    assert.equal(slice(part?.citekeySpan), '-@zubok1996');
    assert.equal(slice(part?.locatorSpan), 'pp. 63–64');
    assert.equal(slice(part?.suffixSpan), ', and more');
    assert.equal(slice(part?.span), 'see *also* -@zubok1996, pp. 63–64, and more');
  });

  test('reads a locator in braces as a whole', () => {
    assert.deepEqual(parseCitation('[@k, {p. 5 and so on} and suffix]')?.cites, [
      { citekey: 'k', locator: page('5 and so on'), suffix: 'and suffix' },
    ]);
    assert.deepEqual(parseCitation('[@k{}, 5]')?.cites[0]?.locator, undefined);
  });

  test('takes what follows an author in the text as its place', () => {
    assert.deepEqual(parseCitation('@a [p. 3; see @b, 5]')?.cites, [
      { citekey: 'a', authorInText: true, locator: page('3') },
      { citekey: 'b', locator: page('5'), prefix: 'see' },
    ]);
  });

  test('stays quick on text that never closes its brackets', () => {
    const start = performance.now();
    findCitations('[@a '.repeat(2000));
    findCitations('[x '.repeat(2000) + '@a');
    findCitations('`a ``b @'.repeat(2000));
    assert.ok(performance.now() - start < 1900);
  });
});

suite('parseCitation', () => {
  test('takes a bare citekey', () =>
    assert.deepEqual(parseCitation(' zubok1996 ')?.cites, [{ citekey: 'zubok1996' }]));

  for (const text of ['', 'two words', '[@a] and more', '[@a', '@'])
    test(`refuses “${text}”`, () => assert.equal(parseCitation(text), undefined));
});

suite('writeCitation', () => {
  for (const text of [
    '[@zubok1996, p. 63]',
    '[see @a, ch. 2; @b, pp. 3–5, and passim]',
    '[-@a]',
    '@a [p. 3; see @b]',
    '@a',
    '[@{a b(c)}]'.replace(' ', ''),
    '[@a, vol. 2, p. 5]',
    '[cf. @a, fol. 12r, but *not* more]',
  ])
    test(`writes what it read: ${text}`, () => {
      const citation = parseCitation(text);
      assert.ok(citation);
      assert.equal(writeCitation(citation), text);
    });
});
