import assert from 'node:assert/strict';
import { LineMap } from '../../src/core/text/lineMap';
import type { LibraryFile } from '../../src/core/notes/library';
import { decodeNotes } from '../../src/core/notes/index';
import { createMarginalia } from '../../src/core/marginalia';
import { defaultSettings } from '../../src/core/settings';
import { english } from '../../src/core/util/localize';
import { silentLogger } from '../../src/core/util/logger';
import {
  closedFormats,
  generatedFormats,
  type GeneratedFormat,
  generateNotes,
  random,
} from '../support/generatedNotes';
import { InMemoryWorkspace } from '../support/inMemoryWorkspace';

const FILES = 3000;
const formats = Object.keys(generatedFormats) as GeneratedFormat[];

/** What students' files have in them besides notes. */
const extras = [
  '```\ncode zqcode\n```', '%%\nhidden zqhidden\n%%', '<!-- zqcomment -->', '![[picture.png]]', '---', '| a | b |\n|---|---|\n| c | d |',
  '> A quotation that stands alone.', '#reading/voss #todo', 'status:: done', '#+TITLE: x', ':PROPERTIES:\n:ID: 5\n:END:', 'TODO: look this up', '…',
  '<script>alert(1)</script>', '[x](command:workbench.action.quit)', 'http://example.org/', '\u00a0\u00a0', '[^1]: A footnote, p. 3', '* * *', '====',
]; // prettier-ignore

function generateFile(seed: number): { readonly name: string; readonly bytes: Uint8Array } {
  const next = random(seed);
  const format = formats[next(formats.length)] ?? 'flat';
  const parts = [generateNotes(format, 1 + next(40), next)];
  const isClosed = closedFormats.has(format);
  const other = formats[next(formats.length)] ?? 'flat';
  if (!isClosed && !closedFormats.has(other) && next(4) === 0)
    parts.push(generateNotes(other, 1 + next(10), next));
  const lines = parts.join('\n').split('\n');
  for (let count = isClosed ? 0 : next(4); count > 0; count--)
    lines.splice(next(lines.length), 0, '', extras[next(extras.length)] ?? '', '');
  let text = lines.join(next(3) === 0 ? '\r\n' : '\n');
  if (!isClosed && next(9) === 0) text = `---\ntitle: "The Rolls"\nauthor: Voss, Ann\n---\n${text}`;
  if (!isClosed && next(40) === 0) text = `---\ntitle: [unclosed\n---\n${text}`;
  if (next(30) === 0) text = text.slice(0, next(text.length));
  const bytes = new TextEncoder().encode(next(9) === 0 ? `\ufeff${text}` : text);
  if (next(20) === 0) bytes[next(bytes.length)] = 0x80 + next(0x80);
  if (next(50) === 0) bytes[next(bytes.length)] = 0;
  return { name: `notes/${format}/${String(seed)}.${generatedFormats[format]}`, bytes };
}

/** The words of the file that neither show up in what was read nor stand where something is said to be left out. */
function unexplained({ outline }: LibraryFile, bytes: Uint8Array): string[] {
  const text = decodeNotes(bytes).text;
  const map = new LineMap(text);
  const read = JSON.stringify([
    outline.arguments.map((each) => each.text),
    outline.questions,
    outline.sources,
  ]);
  const said = (line: number) =>
    outline.skipped.some((skip) => skip.line <= line && line <= skip.endLine) ||
    outline.problems.some((problem) => problem.line === line) ||
    outline.arguments.some(({ range }) => range.start.line <= line && line <= range.end.line);
  return [...text.matchAll(/zq\d+x/g)]
    .filter(([word, ...rest]) => rest.length === 0 && !read.includes(word))
    .filter(({ index }) => !said(map.positionAt(index).line))
    .map(([word]) => word);
}

suite('A vault of three thousand files', () => {
  test('is read without an exception, and whatever is not read is explained', async function () {
    this.timeout(180_000);
    const files = new Map(
      Array.from({ length: FILES }, (_, seed) => generateFile(seed + 1)).map(({ name, bytes }) => [
        name,
        bytes,
      ]),
    );
    const workspace = new InMemoryWorkspace(Object.fromEntries(files));
    const marginalia = createMarginalia({
      workspace,
      settings: () => defaultSettings,
      logger: silentLogger,
      localize: english,
      readThesaurus: () => Promise.resolve(new Uint8Array()),
    });
    const library = await marginalia.library();
    assert.equal(library.files.length, FILES);
    assert.ok(library.arguments.size > FILES * 15, String(library.arguments.size));
    const misses = library.files.flatMap((file) => {
      const words = unexplained(file, files.get(file.file.name) ?? new Uint8Array());
      return words.length > 0 ? [`${file.file.name}: ${words.slice(0, 3).join(' ')}`] : [];
    });
    assert.deepEqual(
      misses.slice(0, 10),
      [],
      `${String(misses.length)} files with words that are lost in silence`,
    );
    for (const { message } of library.problems) assert.doesNotMatch(message, /could not be understood/);
  });
});
