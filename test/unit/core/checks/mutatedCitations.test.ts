import assert from 'node:assert/strict';
import { applyEdits } from '../../../../src/core/citation/textEdit';
import { EssayDocument } from '../../../../src/core/essay/essayDocument';
import { placesOverlap } from '../../../../src/core/essay/pages';
import { openInMemory } from '../../../support/sample';

const NOTES = `Harlow Notes

Why did the dam fail?

The spillway was built a metre too low to save money (pp. 124–8)
Farmers upstream had complained about the seepage for two years (p. 63)
The insurance company inspected the turbines but never the wall (p. 90)
`;
const BIB = `@book{harlow1999, author = {Harlow, Ada}, title = {Broken Water: A Valley and Its Dam}, year = {1999}, publisher = {Tern}}
@book{pell2001, author = {Pell, Ivor}, title = {Other Rivers}, year = {2001}, publisher = {Tern}}`;
const { marginalia } = openInMemory({ 'notes/Harlow Notes.txt': NOTES, 'references.bib': BIB });

async function findings(text: string): Promise<readonly (readonly [string, string])[]> {
  const essay = EssayDocument.read(text);
  const { problems } = await marginalia.review(essay);
  return problems.map(({ code, span }) => [code, text.slice(span.start, span.end)] as const);
}

const SEEPAGE = 'Farmers upstream had complained about the seepage for two years';
const SPILLWAY = 'The spillway was built a metre too low in order to save money';

suite('Mutated citations', () => {
  for (const [name, cite] of [
    ['Pandoc', (page: string) => `${SEEPAGE} [@harlow1999, ${page}].`],
    [
      'a full note',
      (page: string) =>
        `${SEEPAGE}.[^1]\n\n[^1]: Ada Harlow, *Broken Water: A Valley and Its Dam* (Tern, 1999), ${page}.`,
    ],
    ['a short note', (page: string) => `${SEEPAGE}.[^1]\n\n[^1]: Harlow, *Broken Water*, ${page}.`],
    [
      'a note in the student’s own words',
      (page: string) => `${SEEPAGE}.[^n]\n\n[^n]: On this see Harlow, who was there, p. ${page}.`,
    ],
    ['an inline note', (page: string) => `${SEEPAGE}.^[Harlow, ${page}.]`],
    ['MLA', (page: string) => `${SEEPAGE} (Harlow ${page}).`],
    [
      'MLA with the author in the sentence',
      (page: string) =>
        `Harlow reports that farmers upstream had complained about the seepage for two years (${page}).`,
    ],
    ['APA', (page: string) => `${SEEPAGE} (Harlow, 1999, p. ${page}).`],
    [
      'APA with the author in the sentence',
      (page: string) =>
        `Harlow (1999, p. ${page}) says that farmers upstream had complained about the seepage for two years.`,
    ],
  ] as const) {
    test(`the right page is silent, a transposed one is found: ${name}`, async () => {
      assert.deepEqual(await findings(cite('63')), []);
      const [found, ...others] = await findings(cite('36'));
      assert.deepEqual(others, []);
      assert.equal(found?.[0], 'locator-mismatch');
      assert.match(found[1], /^(?:p\. )?36$/);
    });
  }

  test('a footnote that says "ibid." goes on with the work before', async () => {
    const text = `${SPILLWAY}.[^1] ${SEEPAGE}.[^2]\n\n[^1]: Harlow, *Broken Water*, 125.\n\n[^2]: Ibid., 36.`;
    assert.deepEqual(await findings(text), [['locator-mismatch', '36']]);
  });

  test('pages within the notes’ range, elided or in full', async () => {
    for (const page of [
      'p. 124',
      'p. 126',
      'pp. 126–7',
      'pp. 124–28',
      'pp. 120–140',
      '124–128',
      'pp. 3, 127',
    ])
      assert.deepEqual(await findings(`${SPILLWAY} [@harlow1999, ${page}].`), [], page);
    for (const page of ['p. 142', 'pp. 130–4', 'p. 12'])
      assert.deepEqual(await findings(`${SPILLWAY} [@harlow1999, ${page}].`), [['locator-mismatch', page]]);
    for (const place of ['ch. 3', 'chap. 12', 'p. xii', 'para. 4'])
      assert.deepEqual(await findings(`${SPILLWAY} [@harlow1999, ${place}].`), [], place);
  });

  test('elided ranges', () => {
    const overlap = (a: string, b: string) =>
      placesOverlap({ label: 'page', value: a }, { label: 'page', value: b });
    assert.equal(overlap('490–1', '491'), true);
    assert.equal(overlap('101-08', '105'), true);
    assert.equal(overlap('63ff.', '65'), true);
    assert.equal(overlap('63n4', '63'), true);
    assert.equal(overlap('12, 14–16', '13'), false);
    assert.equal(overlap('xii', '12'), undefined);
  });

  test('the fix puts the notes’ page in', async () => {
    const essay = EssayDocument.read(`${SEEPAGE} [@harlow1999, p. 36].`);
    const [problem] = (await marginalia.review(essay)).problems;
    const fix = problem?.fixes[0];
    assert.ok(fix?.kind === 'edit');
    assert.equal(applyEdits(essay.text, fix.edits), `${SEEPAGE} [@harlow1999, p. 63].`);
  });

  test('without its citation the sentence is an uncited argument', async () => {
    assert.deepEqual(await findings(`It rained. ${SEEPAGE}. Nobody came.`), [
      ['uncited-argument', `${SEEPAGE}.`],
    ]);
  });

  test('a run of sentences is covered by the citation that ends it', async () => {
    assert.deepEqual(await findings(`${SEEPAGE}. Their letters went unread [@harlow1999, p. 63].`), []);
    assert.deepEqual(await findings(`${SEEPAGE}. Their letters went unread [@harlow1999].`), []);
    assert.deepEqual(await findings(`${SEEPAGE}. Their letters went unread (Harlow 63).`), []);
  });

  test('but not by one that gives the page of another argument, or stands in the next paragraph', async () => {
    const other = 'The insurance company inspected the turbines but never the wall [@harlow1999, p. 90].';
    assert.deepEqual(await findings(`${SEEPAGE}. ${other}`), [['uncited-argument', `${SEEPAGE}.`]]);
    assert.deepEqual(await findings(`${SEEPAGE}.\n\n${other}`), [['uncited-argument', `${SEEPAGE}.`]]);
  });

  test('but a citation that went wrong is one problem, not two', async () => {
    for (const cite of ['[harlow1999, p. 63]', '[@ harlow1999, p. 63]', '[@harlow1999, p. 63']) {
      const found = await findings(`It rained. ${SEEPAGE} ${cite}. Nobody came.`);
      assert.deepEqual(
        found.map(([code]) => code),
        ['malformed-citation'],
        cite,
      );
    }
    assert.deepEqual(
      (await findings(`It rained. ${SEEPAGE} [@harlow1989, p. 63]. Nobody came.`)).map(([code]) => code),
      ['unknown-citekey'],
    );
  });

  test('a conclusion may repeat what the essay has cited, without a heading, too', async () => {
    const cited = `${SEEPAGE} [@harlow1999, p. 63].`;
    assert.deepEqual(await findings(`It rained.\n\n${cited}\n\nIn the end: ${SEEPAGE}.`), []);
    assert.deepEqual(
      (await findings(`It rained.\n\n${cited}\n\nThen: ${SEEPAGE}.\n\nAnd it rained on.`)).map(
        ([code]) => code,
      ),
      ['uncited-argument'],
    );
  });

  test('headings, questions, theses and attributions are let be', async () => {
    for (const text of [
      `# ${SEEPAGE}`,
      `Why had farmers upstream complained about the seepage for two years?`,
      `I shall argue that farmers upstream had complained about the seepage for two years.`,
      `As Harlow tells us, farmers upstream had complained about the seepage for two years.`,
      `> ${SEEPAGE}.`,
      `\`\`\`\n${SEEPAGE}.\n\`\`\``,
    ])
      assert.deepEqual(await findings(text), [], text);
  });

  test('unknown keys, with the nearest', async () => {
    const essay = EssayDocument.read('So it was [@harlow1989; -@pel2001, p. 3].');
    const { problems } = await marginalia.review(essay);
    assert.deepEqual(
      problems.map(({ code, span, fixes }) => [
        code,
        essay.text.slice(span.start, span.end),
        fixes.map(({ title }) => title),
      ]),
      [
        ['unknown-citekey', '@harlow1989', ['Change to @harlow1999']],
        ['unknown-citekey', '-@pel2001', ['Change to @pell2001']],
      ],
    );
  });

  test('footnotes: undefined, duplicate, unused, empty', async () => {
    const text =
      'One.[^a] Two.[^b] Three.^[] Four.[^c]\n\n[^a]: Text.\n\n[^a]: Again.\n\n[^c]:\n\n[^d]: Alone.\n';
    assert.deepEqual(await findings(text), [
      ['undefined-footnote', '[^b]'],
      ['empty-footnote', '^[]'],
      ['duplicate-footnote', '[^a]'],
      ['empty-footnote', '[^c]'],
      ['unused-footnote', '[^d]'],
    ]);
  });

  test('marks for a citation that is still to come', async () => {
    for (const mark of [
      'CITENEEDED',
      'CITATION NEEDED',
      '[citation needed]',
      '[CITE]',
      '{{cn}}',
      '[ref?]',
      '[source?]',
      'TODO cite',
      '(source?)',
      '(CITE)',
      '???',
      '[??]',
      'CITE',
      'CITE HERE',
      'REFERENCE NEEDED',
      'citation needed',
      '[citation missing]',
      '[cn]',
      '[insert citation here]',
      '(no source)',
      '[TODO: find source]',
      'FIXME: cite',
      '[page number needed]',
      '[Beleg fehlt]',
      '[référence nécessaire]',
      '[cita requerida]',
      '[@]',
    ])
      assert.deepEqual(await findings(`So it was ${mark}.`), [['citation-needed', mark]], mark);
    for (const prose of [
      'They cite [Harlow](x.md) as a source, and the reference is missing.',
      'No citation needed to be added (source: Treasury), and nobody asked for a source?',
      'He REFERRED to the REF of 2014 (!) and wrote “[sic]”, see the source of the Nile.',
    ])
      assert.deepEqual(await findings(prose), [], prose);
    assert.deepEqual(await findings('So it was [@CITE].'), [['unknown-citekey', '@CITE']]);
  });

  test('nothing is said of what stands in code', async () => {
    assert.deepEqual(
      await findings('So: `[@nobody, p. 3]` and `[^9]` and `CITENEEDED`.\n\n    [@nobody] [^8]\n'),
      [],
    );
  });

  test('a citekey in brackets without its @, and other slips', async () => {
    assert.deepEqual(await findings('So it was [harlow1999, p. 3].'), [['malformed-citation', 'harlow1999']]);
    assert.deepEqual(await findings('So it was [@harlow1999, p. 3, @pell2001].'), [
      ['malformed-citation', '@pell2001'],
    ]);
    for (const [citation, slip] of [
      ['[@ harlow1999, p. 3]', '@ harlow1999'],
      ['[@@harlow1999, p. 3]', '@@harlow1999'],
      ['[@harlow1999,, p. 3]', ',,'],
      ['@harlow1999, p. 3]', '@harlow1999'],
      ['(@harlow1999, p. 3)', '(@harlow1999, p. 3)'],
      ['[@harlow1999, p. 3', '[@harlow1999'],
    ] as const)
      assert.deepEqual(await findings(`So it was ${citation}.`), [['malformed-citation', slip]], citation);
    for (const citation of [
      '[see @pell2001; @harlow1999, p. 3]',
      '[so @harlow1999, of all people]',
      'in @harlow1999, [p. 3]',
      '(see @harlow1999 [p. 3])',
      '(@harlow1999, of all people)',
      '[harlow1999](x.md)',
    ])
      assert.deepEqual(await findings(`So it was ${citation}.`), [], citation);
  });

  test('a slip of the pen is corrected in one edit', async () => {
    for (const [citation, meant] of [
      ['[@@harlow1999, p. 3]', '[@harlow1999, p. 3]'],
      ['[@harlow1999,, p. 3]', '[@harlow1999, p. 3]'],
      ['@harlow1999, p. 3]', '[@harlow1999, p. 3]'],
      ['(@harlow1999, p. 3)', '[@harlow1999, p. 3]'],
    ] as const) {
      const essay = EssayDocument.read(`So it was ${citation}.`);
      const { problems } = await marginalia.review(essay);
      const fix = problems[0]?.fixes[0];
      assert.ok(fix?.kind === 'edit');
      assert.equal(applyEdits(essay.text, fix.edits), `So it was ${meant}.`);
    }
  });
});
