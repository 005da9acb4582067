import assert from 'node:assert/strict';
import { EssayDocument } from '../../../src/core/essay/essayDocument';
import type { Settings } from '../../../src/core/settings';
import { openInMemory } from '../../support/sample';

const chicago = 'chicago-notes-bibliography-17th-edition';

const files = {
  'notes/kim.txt': 'Kim Notes\n\nWhy?\n\nMao waited too\n',
  'notes/roe.txt': 'Roe Notes\n\nWhy?\n\nTruman did not wait\n',
  'notes/x.bib': '@book{kim, author = {Kim, Il}, title = {Juche}, year = 1955}',
};

/** What comes before a page, and before several, that is typed into the citation of an inserted argument. */
async function leadIn(
  citation: Settings['insertionCitation'],
  style: string,
  beginning: string,
): Promise<readonly string[] | undefined> {
  const { marginalia } = openInMemory(files, { insertionCitation: citation, citationStyle: style });
  const chosen = [...(await marginalia.library()).arguments.values()].find(({ argument }) =>
    argument.text.startsWith(beginning),
  );
  assert.ok(chosen);
  const edits = await marginalia.insertion(EssayDocument.read(''), chosen.id, {
    kind: 'argument',
    at: { start: 0, end: 0 },
    wording: 'notes',
  });
  const stop = edits?.flatMap(({ stops }) => stops).find(({ number }) => number === 2);
  assert.ok(stop);
  return stop.leadIn && [stop.leadIn.one, stop.leadIn.several];
}

suite('What comes before a page that is filled in later', () => {
  for (const [name, citation, style, beginning, expected] of [
    ['a full note', 'footnote', chicago, 'Mao', [', ', ', ']],
    ['Pandoc', 'pandoc', chicago, 'Mao', [', p. ', ', pp. ']],
    ['APA', 'inline', 'apa', 'Mao', [', p. ', ', pp. ']],
    ['MLA', 'inline', 'modern-language-association', 'Mao', [' ', ' ']],
    ['a source in no bibliography', 'footnote', chicago, 'Truman', [', p. ', ', pp. ']],
  ] as const)
    test(name, async () => {
      assert.deepEqual(await leadIn(citation, style, beginning), expected);
    });
});
