import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { normalizeNotes } from '../../../../src/core/notes/normalizeNotes';
import { notesReport } from '../../../../src/core/notes/notesReport';
import { foldingLines, notesSymbols } from '../../../../src/core/notes/notesSymbols';
import { readNotesFile } from '../../../../src/core/notes/readNotesFile';
import { readOutline } from '../../../../src/core/notes/readOutline';

const root = 'test/fixtures/notes';
const read = (file: string) => readNotesFile(readFileSync(join(root, file)), file);

suite('Normalizing notes', () => {
  for (const json of readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.json') && existsSync(join(root, path.replace(/\.json$/, ''))),
  )) {
    const file = json.replaceAll('\\', '/').replace(/\.json$/, '');
    test(`${file} keeps its arguments, and a second time changes nothing`, () => {
      const normalized = normalizeNotes(read(file));
      assert.ok(normalized.faithful, normalized.text);
      const again = normalizeNotes(readOutline(normalized.text, 'notes.md', 'utf8'));
      assert.equal(again.text, normalized.text);
    });
  }

  test('the flat paste becomes headings and nested lists', () => {
    const { text } = normalizeNotes(read('flat/Zubok and Pleshakov Notes.txt'));
    assert.match(text, /^# Zubok and Pleshakov Notes\n\n## Why did Stalin decide/);
    assert.match(text, /\n- Stalin feared "putting.*\n {2}- Doing so might/);
  });
});

suite('Outline, folding and report of a notes file', () => {
  const outline = read('flat/Zubok and Pleshakov Notes.txt');

  test('symbols are questions with their arguments below them', () => {
    const symbols = notesSymbols(outline);
    assert.equal(symbols.length, 7);
    assert.equal(symbols[0]?.children.length, 7);
    assert.equal(symbols[0].children[6]?.children[0]?.name.startsWith('Doing so'), true);
    assert.deepEqual(foldingLines(outline)[0], { line: 4, lastLine: 20 });
  });

  test('the report counts what was read and names what is ambiguous', () => {
    const report = notesReport('notes.txt', outline);
    assert.equal(report.argumentCount, 31);
    assert.equal(report.questionCount, 7);
    assert.deepEqual(
      report.ambiguousLines.map(({ line }) => line + 1),
      [47, 67],
    );
  });
});
