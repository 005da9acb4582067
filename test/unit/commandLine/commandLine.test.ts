import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { check } from '../../../src/commandLine/check';
import { cite } from '../../../src/commandLine/cite';
import { UsageError } from '../../../src/commandLine/command';
import { match } from '../../../src/commandLine/match';
import { outline } from '../../../src/commandLine/outline';
import { search } from '../../../src/commandLine/search';
import { SAMPLE_NOTES } from '../../support/sample';

interface OutlineEntry {
  readonly file: string;
  readonly sources: readonly {
    readonly label: string;
    readonly title: string | null;
    readonly year: string | null;
  }[];
  readonly questions: readonly { readonly text: string; readonly line: number }[];
  readonly arguments: readonly {
    readonly text: string;
    readonly line: number;
    readonly question: number;
    readonly locator: null;
  }[];
  readonly problems: readonly { readonly message: string; readonly line: number }[];
}

interface Sentence {
  readonly text: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly matches: readonly { readonly text: string; readonly line: number }[];
}

suite('Command line', () => {
  let folder: string;
  setup(() => (folder = mkdtempSync(join(tmpdir(), 'marginalia-'))));
  teardown(() => rmSync(folder, { recursive: true }));
  const file = (name: string, content: string | Uint8Array) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };

  test('outline: the sample’s questions and arguments, with nothing invented', async () => {
    const [entry] = (await outline.run([SAMPLE_NOTES], {})).json as [OutlineEntry];
    assert.equal(entry.file, SAMPLE_NOTES);
    assert.equal(entry.questions.length, 7);
    assert.equal(entry.arguments.length, 31);
    assert.deepEqual(
      entry.sources.map(({ label, title, year }) => [label, title, year]),
      [['Zubok and Pleshakov', null, null]],
    );
    const buck = entry.arguments.find(({ line }) => line === 31);
    assert.equal(
      buck?.text,
      'Stalin "passes the buck" to the Chinese – telling them to intervene militarily with "volunteers" under Chinese command',
    );
    assert.deepEqual([buck.question, buck.locator], [23, null]);
  });

  test('outline: an empty file is an entry with nothing in it, a missing one an error', async () => {
    const [entry] = (await outline.run([file('empty.txt', '')], {})).json as [OutlineEntry];
    assert.deepEqual([entry.questions, entry.arguments], [[], []]);
    await assert.rejects(outline.run([join(folder, 'none.txt')], {}), UsageError);
    await assert.rejects(outline.run([], {}), UsageError);
  });

  test('outline: a folder cannot be read, and that is said', async () => {
    const [entry] = (await outline.run([folder], {})).json as [OutlineEntry];
    assert.equal(entry.problems.length, 1);
  });

  test('search: modes, limit and confidence', async () => {
    const found = async (query: string, options = {}) => {
      const { results } = (await search.run([query], options)).json as {
        results: { line: number; question: string }[];
      };
      return results;
    };
    assert.equal((await found('Stalin pass', { mode: 'typing' }))[0]?.line, 31);
    assert.equal((await found('Stalin', { limit: '3' })).length, 3);
    assert.deepEqual(await found('Stalin', { mode: 'typing', confident: true }), []);
    await assert.rejects(search.run(['x'], { mode: 'guessing' }), UsageError);
    await assert.rejects(search.run(['x'], { limit: 'many' }), UsageError);
    await assert.rejects(search.run(['x'], { notes: [join(folder, 'none')] }), UsageError);
  });

  test('match: every sentence with its place, and the arguments that it makes', async () => {
    const essay = file(
      'draft.md',
      '# Title\n\nIt rained. Korea had to be captured before\nJapan could get back on its feet.[^1]\n\n[^1]: Note.\n',
    );
    const { sentences } = (await match.run([essay], {})).json as { sentences: readonly Sentence[] };
    assert.deepEqual(
      sentences.map(({ text, line, column, endLine, endColumn, matches }) => {
        return [text, line, column, endLine, endColumn, matches.map((each) => each.line)];
      }),
      [
        ['It rained.', 3, 1, 3, 11, []],
        ['Korea had to be captured before Japan could get back on its feet.[^1]', 3, 12, 4, 38, [11]],
      ],
    );
  });

  test('check: problems with their exact places, coverage, and an exit status', async () => {
    const essay = file(
      'essay.md',
      '# T\r\n\r\nSo “it” was\r\n[@zubok1969]. Germany was rearmed [@zubok1996].\r\n',
    );
    const { json, exitCode, text } = await check.run([essay], {});
    const { problems, coverage } = json as {
      problems: readonly Record<string, unknown>[];
      coverage: readonly { readonly text: string; readonly uses: readonly unknown[] }[];
    };
    assert.equal(exitCode, 1);
    assert.deepEqual(
      problems.map(({ code, severity, line, column, endLine, endColumn, related }) => {
        return [code, severity, line, column, endLine, endColumn, related];
      }),
      [['unknown-citekey', 'error', 4, 2, 4, 12, []]],
    );
    assert.equal(coverage.length, 31);
    assert.deepEqual(
      coverage.filter(({ uses }) => uses.length > 0).map((each) => [each.text, each.uses]),
      [['Germany rearmed', [{ line: 4, column: 15, cited: true }]]],
    );
    assert.match(text, /:4:2 {2}error {2}No bibliography has “zubok1969”/);
  });

  test('check: nothing to report is exit status 0, a missing essay a usage error', async () => {
    const { json, exitCode, text } = await check.run([file('essay.md', 'It rained.\n')], {});
    assert.deepEqual((json as { problems: readonly unknown[] }).problems, []);
    assert.equal(exitCode, 0);
    assert.match(text, /^Nothing to report\./);
    await assert.rejects(check.run([join(folder, 'none.md')], {}), UsageError);
    await assert.rejects(check.run([], {}), UsageError);
  });

  test('cite: a run of notes to the letter', async () => {
    const { json, exitCode } = await cite.run(['[@zubok1996, p. 63]', '[@zubok1996, p. 64]'], {
      markdown: true,
    });
    const { citations } = json as { citations: readonly string[] };
    assert.equal(exitCode, 0);
    assert.deepEqual(citations, [
      'Vladislav Zubok and Constantine Pleshakov, *Inside the Kremlin’s Cold War: From Stalin to Khrushchev* (Cambridge, MA: Harvard University Press, 1996), 63.',
      'Zubok and Pleshakov, 64.',
    ]);
  });

  test('cite: an unknown key is said and costs itself alone', async () => {
    const { json, exitCode, messages } = await cite.run(['@nobody1900', '[@zubok1996]'], {});
    const { citations } = json as { citations: readonly (string | null)[] };
    assert.equal(exitCode, 1);
    assert.match(messages?.join() ?? '', /nobody1900/);
    assert.equal(citations[0], null);
    assert.match(citations[1] ?? '', /^Vladislav Zubok/);
  });

  test('cite: a style that is not bundled names the way out', async () => {
    await assert.rejects(cite.run(['x'], { style: 'chicago-notes-bibliography' }), /--style FILE/);
  });
});
