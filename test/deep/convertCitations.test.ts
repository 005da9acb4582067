import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CitationForm } from '../../src/core/citation/citation';
import { Desk, works } from '../support/citationDesk';
import { comparedStyles } from '../support/pandocComparison';

const forms: readonly CitationForm[] = ['footnote', 'pandoc', 'inline'];

const cite = fc
  .record({
    prefix: fc.constantFrom('', 'see ', 'cf. '),
    key: fc.constantFrom('zubok1996', 'leffler1984', 'gaddis1997', 'gaddis2005'),
    place: fc.constantFrom(', p. 3', ', pp. 63–65', ', chap. 2', ', p. 12, and passim'),
  })
  .map(({ prefix, key, place }) => `${prefix}@${key}${place}`);
const citation = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.array(cite, { minLength: 1, maxLength: 3 }).map((cites) => `[${cites.join('; ')}]`),
  },
  { weight: 1, arbitrary: fc.constantFrom('[@zubok1996, p. 5] [@leffler1984, p. 6]') },
);
/** The student's own words, brackets and notes among them. */
const own = [
  'He hid (so he said, in 1950)',
  'Mao paid',
  'They met (Kim and Stalin, 3 times)',
  'As one reads',
];
const sentence = fc
  .tuple(fc.constantFrom(...own), fc.option(citation), fc.constantFrom('.', ',', ';', '!'))
  .map(([words, cited, mark]) => `${words}${cited === null ? '' : ` ${cited}`}${mark} so`);
const essay = fc
  .array(fc.array(sentence, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 })
  .map(
    (paragraphs) =>
      `${paragraphs.map((sentences) => `${sentences.join(' ')} it was.[^own]`).join('\n\n')}\n\n[^own]: Mine (3).\n`,
  );

suite('Converting and tidying any essay', () => {
  for (const style of comparedStyles) {
    test(`there and back is the same, by whatever way: ${style}`, () => {
      fc.assert(
        fc.property(
          essay,
          fc.array(fc.constantFrom(...forms), { minLength: 1, maxLength: 4 }),
          (text, way) => {
            const desk = new Desk();
            desk.style = style;
            const seen = new Map<CitationForm, string>([['pandoc', text]]);
            let current = text;
            for (const form of [...way, 'pandoc'] as const) {
              current = desk.convert(current, form);
              assert.equal(current, seen.get(form) ?? current, `${form} of ${text}`);
              seen.set(form, current);
              assert.equal(desk.tidy(current), current, `tidied ${form} of ${text}`);
            }
          },
        ),
        { numRuns: 60 },
      );
    }).timeout(120_000);
  }

  test('another title and any two styles, there and back: ours follow, the student’s words stay', () => {
    fc.assert(
      fc.property(
        essay,
        fc.constantFrom('footnote', 'inline'),
        fc.tuple(fc.constantFrom(...comparedStyles), fc.constantFrom(...comparedStyles)),
        (text, form, [first, second]) => {
          const desk = new Desk();
          desk.style = first;
          const written = desk.convert(text, form);
          desk.items = works.map((work) => ({ ...work, title: `New ${work.title ?? ''}` }));
          desk.style = second;
          const other = desk.tidy(written);
          for (const words of own) assert.equal(other.split(words).length, text.split(words).length, other);
          desk.items = works;
          desk.style = first;
          assert.equal(desk.tidy(other), written);
        },
      ),
      { numRuns: 60 },
    );
  }).timeout(120_000);
});
