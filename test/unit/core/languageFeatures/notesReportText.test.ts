import assert from 'node:assert/strict';
import { notesReportText } from '../../../../src/core/languageFeatures/notesReportText';
import { FileError } from '../../../../src/core/notes/workspace';
import { english } from '../../../../src/core/util/localize';
import { openInMemory, sampleFiles, SAMPLE_NOTES } from '../../../support/sample';

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

async function reportOn(files: Parameters<typeof openInMemory>[0]) {
  return notesReportText(await openInMemory(files).marginalia.library(), english);
}

suite('The report on how notes were read', () => {
  test('says format, encoding, source and how it was matched, questions, arguments and unsure lines', async () => {
    const { text, parts, links } = await reportOn(sampleFiles());
    assert.match(text, /Read as: lines without indentation.*, UTF-8/);
    assert.match(
      text,
      /Source: Zubok and Pleshakov – Vladislav Zubok.*1996 \(@zubok1996\), found by its authors/,
    );
    assert.match(text, /Questions: 7\n- Arguments: 31/);
    assert.match(text, /Unsure: .* \(2\)\n {2}- line 47: /);
    const line = parts.get(SAMPLE_NOTES) ?? -1;
    assert.equal(text.split('\n')[line], `## ${SAMPLE_NOTES}`);
    const lines = text.split('\n');
    for (const { range, place } of links) {
      const shown = lines[range.start.line]?.slice(range.start.character, range.end.character) ?? '';
      assert.match(shown, place.line === 0 ? /\.txt$|line 1$/ : new RegExp(`${place.line + 1}`));
    }
  });

  test('says what could not be read, and what was left out and why', async () => {
    const { text } = await reportOn({
      'notes/a.md': '---\ntitle: Voss\n---\n\n- The rolls burnt\n\n```\ncode\n```\n',
      'notes/caf.txt': bytes(
        'Notes sur la guerre d\x92Alg\xe9rie\n\nLe g\xe9n\xe9ral \xe9tait \x93fatigu\xe9\x94\n',
      ),
      'notes/closed.txt': new FileError('denied', ''),
      'notes/scan.pdf': '',
      'notes/.obsidian/app.json': '{}',
      'notes/broken.docx': bytes('no zip'),
    });
    assert.match(text, /Windows-1252/);
    assert.match(text, /Left out on purpose \(2\)\n {2}- lines 1–3: front matter\n {2}- lines 7–9: code/);
    assert.match(text, /notes\/closed\.txt, line 1: .*permission/);
    assert.match(text, /notes\/broken\.docx\n\n- Read as: a Word document[\s\S]*damaged/);
    assert.match(text, /notes\/scan\.pdf: Marginalia does not read/);
    assert.match(text, /notes\/\.obsidian: .*hidden/);
  });

  test('shows lines that it is unsure of to the letter', async () => {
    const notes = String(sampleFiles()[SAMPLE_NOTES]).replaceAll('BUT – he', 'BUT [he] (Mao)');
    const { text } = await reportOn({ [SAMPLE_NOTES]: notes });
    assert.match(text, /- line 47: BUT \\\[he\\\] \(Mao\) wants/);
  });

  test('lets no markup of the notes through', async () => {
    const { text } = await reportOn({
      'notes/a.txt': '![x](http://e.vil/p.png) <b> Notes\n\nWhy?\n\nThis leans\n',
    });
    assert.doesNotMatch(text, /(?<!\\)\[|(?<!\\)</);
  });
});
