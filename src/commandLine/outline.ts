import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { NotesOutline } from '../core/notes/outline';
import { readNotesFile } from '../core/notes/readNotesFile';
import { FileError } from '../core/notes/workspace';
import { NodeNotesWorkspace } from '../host/node/notesWorkspace';
import { type Command, UsageError } from './command';
import { english } from '../core/util/localize';

/** `outline FILE…`: what is read from notes files. */
export const outline: Command = {
  usage: 'outline FILE…',
  summary: 'show the sources, questions and arguments that are read from notes files',
  help: [],
  options: {},
  async run(files) {
    if (files.length === 0) throw new UsageError('outline needs at least one FILE');
    const missing = files.find((file) => !existsSync(file));
    if (missing !== undefined) throw new UsageError(`${missing} does not exist`);
    const workspace = new NodeNotesWorkspace({ notes: [], bibliographies: [], bibliographyFolders: [] });
    const entries = [];
    for (const file of files) {
      const read = await workspace.readFile(file).then(
        (bytes) => readNotesFile(bytes, basename(file)),
        (error: unknown) => unreadable(error),
      );
      entries.push(toEntry(file, read));
    }
    return { json: entries, text: entries.map(toText).join('\n\n') };
  },
};

function unreadable(error: unknown): NotesOutline {
  if (!(error instanceof FileError)) throw error;
  const message =
    error.reason === 'denied' ? 'You have no permission to read this file.' : 'This file can’t be read.';
  return {
    format: 'unreadable',
    encoding: 'unknown',
    sources: [],
    questions: [],
    arguments: [],
    problems: [{ code: 'unreadable', message: [message], line: 0 }],
    skipped: [],
  };
}

/** The shape that the command line's contract gives to an outline; lines are 1-based, unknown values null. */
function toEntry(file: string, read: NotesOutline) {
  return {
    file,
    format: read.format,
    encoding: read.encoding,
    sources: read.sources.map(({ id, label, authors, title, year, citekey }) => {
      return { id, label, authors, title: title ?? null, year: year ?? null, citekey: citekey ?? null };
    }),
    questions: read.questions.map(({ text, level, range }) => ({ text, line: range.start.line + 1, level })),
    arguments: read.arguments.map(({ id, text, kind, range, question, parent, locator, source }) => {
      const heading = question === undefined ? undefined : read.questions[question];
      return {
        id,
        text,
        kind,
        line: range.start.line + 1,
        endLine: range.end.line + 1,
        question: heading ? heading.range.start.line + 1 : null,
        parent: parent ?? null,
        locator: locator ?? null,
        source,
      };
    }),
    problems: read.problems.map(({ code, message, line }) => ({
      code,
      message: english(...message),
      line: line + 1,
    })),
  };
}

function toText(entry: ReturnType<typeof toEntry>): string {
  const lines = [`${entry.file} (${entry.format}, ${entry.encoding})`];
  for (const source of entry.sources) lines.push(`  ${source.label}`);
  let question: number | null = null;
  const depth = new Map<string, number>();
  for (const argument of entry.arguments) {
    if (argument.question !== question) {
      question = argument.question;
      const heading = entry.questions.find(({ line }) => line === question);
      if (heading) lines.push('', `  ${heading.line}: ${heading.text}`);
    }
    const level = argument.parent === null ? 0 : (depth.get(argument.parent) ?? 0) + 1;
    depth.set(argument.id, level);
    const place = argument.locator ? ` [${argument.locator.label} ${argument.locator.value}]` : '';
    lines.push(`${'  '.repeat(level + 2)}${argument.line}: ${argument.text}${place}`);
  }
  for (const { line, message } of entry.problems) lines.push(`  line ${line}: ${message}`);
  return lines.join('\n');
}
