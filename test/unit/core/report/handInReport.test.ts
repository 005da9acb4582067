import assert from 'node:assert/strict';
import { applyEdits } from '../../../../src/core/citation/textEdit';
import { EssayDocument } from '../../../../src/core/essay/essayDocument';
import { handInReport } from '../../../../src/core/report/handInReport';
import { pageEdits, readPage } from '../../../../src/core/report/pageEdits';
import { reportHtml } from '../../../../src/core/report/reportHtml';
import { reportMarkdown } from '../../../../src/core/report/reportMarkdown';
import { english } from '../../../../src/core/util/localize';
import { openInMemory } from '../../../support/sample';

async function review(text: string, files?: Record<string, string>) {
  const { marginalia } = openInMemory(files);
  return marginalia.review(EssayDocument.read(text));
}

suite('Report before handing in', () => {
  test('holds problems by kind, pages to find, coverage and what is unused', async () => {
    const found = await review(
      'Germany was rearmed [@zubok1996]. So it was [@zubok1969].\n\nThe US signed a security treaty with Japan.\n',
    );
    const text = reportMarkdown(handInReport('essay.md', found, found.problems, english));
    assert.match(text, /^# Before handing in: essay.md/);
    assert.match(
      text,
      /### Citekeys that no bibliography has \(1\)\n\n- Line 1: “\\@zubok1969” No bibliography has/,
    );
    assert.match(text, /### Arguments of your notes without a citation \(1\)/);
    assert.match(text, /## Pages to find \(2\)[^#]*- Germany rearmed \(Zubok and Pleshakov\) Add Page/);
    assert.match(text, /\| Zubok and Pleshakov \| 1 \| 1 \| 29 \| 0 \|/);
    assert.match(text, /## Not used yet/);
  });

  test('an essay without problems is told so', async () => {
    const found = await review('It rained.\n');
    assert.match(reportMarkdown(handInReport('e.md', found, found.problems, english)), /Nothing to report\./);
  });

  test('nothing out of notes or essays becomes markup', async () => {
    const evil = 'Truman <img src=x onerror=alert(1)> wielded [atomic](command:x) **diplomacy** boldly';
    const found = await review(`# T\n\n${evil}. So [@<b>]. “<script>x</script> y z a b c d e f”.\n`, {
      'notes/evil <b>.txt': `Evil <i> Notes\n\nWhat <u> then?\n\n${evil}\n`,
      'references.bib': '@book{k1, title = {T}, author = {A, B}, year = {1999}}',
    });
    const report = handInReport('<em>.md', found, found.problems, english);
    const tags = reportHtml(report).match(/<[^>]*>/g) ?? [];
    const allowed =
      /^<\/?(?:h[123]|p|ul|li|a|table|thead|tbody|tr|th|td|figure|figcaption|svg|g|rect)(?:\s[^<>]*)?\/?>$/;
    assert.deepEqual(
      tags.filter((tag) => !allowed.test(tag)),
      [],
    );
    assert.doesNotMatch(reportMarkdown(report), /<img|<script|(?<!\\)\]\(command/);
  });

  test('the picture says in words what it shows', async () => {
    const found = await review('Germany was rearmed [@zubok1996].\n\nIt rained all day long.\n');
    const html = reportHtml(handInReport('e.md', found, [], english));
    assert.match(
      html,
      /<svg[^>]*role="img" aria-label="The essay’s 2 paragraphs[^"]*Zubok and Pleshakov: 44% of the words cited, 0% uncited\. Not from your notes: 56%\."/,
    );
  });
});

suite('Adding a page', () => {
  async function added(text: string, page: string): Promise<string> {
    const found = await review(text);
    const argument = [...found.uses.library.arguments.values()].find(({ argument: each }) =>
      each.text.startsWith('Korea had to be'),
    );
    const read = readPage(page);
    assert.ok(argument && read);
    const { inNotes, inEssay } = pageEdits(found, argument, read);
    assert.match(inNotes, /^ \(.*\)$/);
    return applyEdits(text, inEssay);
  }
  const SENTENCE = 'Korea had to be captured before Japan could get back on its feet';

  for (const [name, before, after] of [
    ['Pandoc', `${SENTENCE} [@zubok1996].`, `${SENTENCE} [@zubok1996, p. 63].`],
    [
      'a note',
      `${SENTENCE}.[^1]\n\n[^1]: Zubok and Pleshakov, *Inside*.\n`,
      `${SENTENCE}.[^1]\n\n[^1]: Zubok and Pleshakov, *Inside*, 63.\n`,
    ],
    ['MLA', `${SENTENCE} (Zubok and Pleshakov).`, `${SENTENCE} (Zubok and Pleshakov 63).`],
    ['one that has a page', `${SENTENCE} [@zubok1996, p. 3].`, `${SENTENCE} [@zubok1996, p. 3].`],
  ] as const)
    test(`goes into the citation: ${name}`, async () => assert.equal(await added(before, '63'), after));

  test('only what is a place in a work is read as one', () => {
    for (const page of ['63', 'pp. 62–64', 'ch. 2', 'fol. 12r']) assert.ok(readPage(page), page);
    for (const page of ['', 'the end', 'x']) assert.equal(readPage(page), undefined, page);
  });
});
