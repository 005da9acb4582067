import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readNotesFile } from '../../../../src/core/notes/readNotesFile';
import type { NotesOutline } from '../../../../src/core/notes/outline';
import { textOfRange } from './textOfRange';

const root = 'test/fixtures/notes';

/** What a careful human reads in a file, in the shape of the command line's `outline`; defaults may be left out. */
interface Expected {
  readonly format: string;
  readonly encoding: string;
  readonly sources: readonly Readonly<Record<string, unknown>>[];
  readonly questions: readonly unknown[];
  readonly arguments: readonly (Readonly<Record<string, unknown>> & { readonly line: number })[];
  readonly problems: readonly unknown[];
}

function withDefaults(expected: Expected): unknown {
  return {
    ...expected,
    sources: expected.sources.map((source, index) => ({
      id: `s${String(index + 1)}`,
      authors: [],
      title: null,
      year: null,
      citekey: null,
      ...source,
    })),
    arguments: expected.arguments.map((argument, index) => ({
      id: `a${String(index + 1)}`,
      kind: 'paraphrase',
      endLine: argument.line,
      question: null,
      parent: null,
      locator: null,
      source: 's1',
      ...argument,
    })),
  };
}

function asPrinted({
  format,
  encoding,
  sources,
  questions,
  arguments: args,
  problems,
}: NotesOutline): unknown {
  return {
    format,
    encoding,
    sources: sources.map(({ id, label, authors, title = null, year = null, citekey = null }) => ({
      id,
      authors,
      title,
      year,
      citekey,
      label,
    })),
    questions: questions.map(({ text, range, level }) => ({ text, line: range.start.line + 1, level })),
    arguments: args.map(({ id, kind, range, question, parent = null, locator = null, source, text }) => ({
      id,
      kind,
      endLine: range.end.line + 1,
      question: question === undefined ? null : (questions[question]?.range.start.line ?? -1) + 1,
      parent,
      locator,
      source,
      text,
      line: range.start.line + 1,
    })),
    problems: problems.map(({ code, line }) => ({ code, line: line + 1 })),
  };
}

suite('Notes files are read as a careful human reads them', () => {
  const expectations = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.json') && existsSync(join(root, path.replace(/\.json$/, ''))));
  assert.ok(expectations.length > 20);

  for (const path of expectations) {
    const file = path.replace(/\.json$/, '');
    test(file, () => {
      const bytes = readFileSync(join(root, file));
      const expected = JSON.parse(readFileSync(join(root, path), 'utf8')) as Expected;
      const outline = readNotesFile(bytes, file);
      assert.deepEqual(asPrinted(outline), withDefaults(expected));
      for (const argument of outline.arguments)
        assert.equal(textOfRange(bytes, outline, argument), argument.text);
    });
  }
});
