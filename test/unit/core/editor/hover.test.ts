import assert from 'node:assert/strict';
import { EssayDocument } from '../../../../src/core/essay/essayDocument';
import { neverCancelled } from '../../../../src/core/util/cancellation';
import { withCursor } from '../../../support/cursor';
import { openInMemory, SAMPLE_BIBLIOGRAPHY, sampleFiles } from '../../../support/sample';

const NOTES = `Zubok and Pleshakov Notes

What did Mao want?

Mao wanted air cover for his volunteers (p. 63)
Mao distrusted the Soviet promises of weapons (pp. 64-6)
`;
const files = {
  'notes/zubok.txt': NOTES,
  'notes/references.bib': sampleFiles()[SAMPLE_BIBLIOGRAPHY] ?? '',
};

async function cardAt(marked: string, library: Parameters<typeof openInMemory>[0] = files) {
  const { text, offset } = withCursor(marked);
  const { marginalia } = openInMemory(library);
  const hover = await marginalia.hover(EssayDocument.read(text), offset, neverCancelled);
  return hover && { over: text.slice(hover.span.start, hover.span.end), markdown: hover.markdown };
}

suite('Hover', () => {
  test('over a citation shows the reference and what the notes say at that page', async () => {
    const card = await cardAt('He hesitated [see @zubok1996, p. 6|5; @other, p. 3].');
    assert.equal(card?.over, 'see @zubok1996, p. 65');
    assert.match(card.markdown, /^Vladislav Zubok and Constantine Pleshakov, \*Inside.* 1996\), 65\./);
    assert.match(card.markdown, /Your notes at p\\. 65\\:\n- Mao distrusted the Soviet promises of weapons/);
    assert.doesNotMatch(card.markdown, /air cover/);
  });

  test('over an unknown key says so', async () => {
    const card = await cardAt('He hesitated [@oth|er, p. 3].');
    assert.match(card?.markdown ?? '', /no work with the key “other”/);
  });

  test('over a page that the notes do not name says so, and invents nothing', async () => {
    const card = await cardAt('He hesitated [@zubok1996, p. 6|00].');
    assert.match(card?.markdown ?? '', /Your notes name nothing at p\\. 600, but hold 2 arguments/);
  });

  test('over a footnote’s mark and over its text', async () => {
    const draft = (mark: string, note: string) =>
      `He hesitated.[^${mark}a]\n\n[^a]: Vladislav Zubok ${note}and Constantine Pleshakov, *Inside the Kremlin’s Cold War: From Stalin to Khrushchev* (Cambridge, MA: Harvard University Press, 1996), 63.\n`;
    for (const marked of [draft('|', ''), draft('', '|')]) {
      const card = await cardAt(marked);
      assert.match(card?.markdown ?? '', /Your notes at p\\. 63\\:\n- Mao wanted air cover/);
    }
  });

  test('over a citation and a footnote’s text offers to show the cited sentence in the panel', async () => {
    const note = 'Vladislav Zubok and Constantine Pleshakov, *Inside the Kremlin’s Cold War*, 63.';
    for (const marked of [
      'Before. He hesitated, they say [@zubok1996, p. 6|5]. After.',
      `Before. He hesitated, they say.[^a] After.\n\nMore.\n\n[^a]: ${note.replace('Kremlin', 'Krem|lin')}\n`,
    ]) {
      const card = await cardAt(marked);
      const offset = /Show in Side Bar\]\(command:[\w.]+\?%7B%22offset%22%3A(\d+)%7D/.exec(
        card?.markdown ?? '',
      )?.[1];
      const shown = EssayDocument.read(marked.replace('|', '')).sentenceAt(Number(offset));
      assert.match(shown?.words ?? '', /^He hesitated, they say/);
    }
    const unmarked = await cardAt(`Text.\n\n[^a]: ${note.replace('Kremlin', 'Krem|lin')}\n`);
    assert.match(unmarked?.markdown ?? '', /Your notes hold 2/);
    assert.doesNotMatch(unmarked?.markdown ?? '', /Show in Side Bar/);
  });

  test('over a footnote of the student’s own words shows nothing', async () => {
    assert.equal(await cardAt('He hesitated.[^1|]\n\n[^1]: This is contested.\n'), undefined);
  });

  test('says in which other line the essay makes the argument', async () => {
    const sentence = 'Korea had to be captured before Japan could get back on its feet.';
    const card = await cardAt(
      `${sentence.replace('captured', 'capt|ured')}\n\nAnd so:\n\n${sentence}\n`,
      sampleFiles(),
    );
    assert.match(card?.markdown ?? '', /elsewhere too\\: line 5/);
    assert.match(card?.markdown ?? '', /\*\*Korea\*\* had to be \*\*captured/);
  });

  test('offers the quotation only where the notes quote', async () => {
    const quoted = await cardAt('In the end Stalin passes the bu|ck to the Chinese.', sampleFiles());
    assert.match(quoted?.markdown ?? '', /replaceByQuotation/);
    const paraphrased = await cardAt(
      'Korea had to be capt|ured before Japan could get back on its feet.',
      sampleFiles(),
    );
    assert.doesNotMatch(paraphrased?.markdown ?? '', /replaceByQuotation/);
  });

  test('marks words of hostile notes without letting them through', async () => {
    const evil =
      'Evil Notes\n\nWhat?\n\nTruman <img src=x> wielded [atomic](command:x) **diplomacy** boldly\n';
    const card = await cardAt('Truman wielded atomic diplo|macy boldly.', { 'notes/evil.txt': evil });
    assert.doesNotMatch(card?.markdown ?? '', /<img|\]\(command:x/);
  });
});
