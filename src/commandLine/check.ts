import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { CoveredArgument } from '../core/checks/coverage';
import type { EssayProblem } from '../core/checks/problem';
import { EssayDocument } from '../core/essay/essayDocument';
import { decodeNotes } from '../core/notes/decoding/decodeNotes';
import { checkText } from './checkText';
import { type Command, UsageError } from './command';
import { notesHelp, notesOptions, openLibrary } from './notesOptions';
import { rejectMissingNotes } from './search';

/** `check ESSAY`: what is wrong with an essay, and which arguments of the notes it uses. */
export const check: Command = {
  usage: 'check ESSAY',
  summary: 'report uncited arguments, misquotations, wrong citations and what of the notes is used',
  help: notesHelp,
  options: notesOptions,
  async run([path, ...more], options) {
    if (path === undefined || more.length > 0) throw new UsageError('check needs one ESSAY');
    if (!existsSync(path)) throw new UsageError(`${path} does not exist`);
    if (statSync(path).isDirectory()) throw new UsageError(`${path} is a folder; name an essay in it`);
    const library = openLibrary(options, path);
    await rejectMissingNotes(library);
    const essay = EssayDocument.read(decodeNotes(await readFile(path)).text);
    const { problems, coverage } = await library.review(essay);
    const covered = [...coverage.arguments.values()];
    const isSerious = problems.some(({ severity }) => severity === 'error' || severity === 'warning');
    return {
      json: {
        essay: path,
        problems: problems.map((problem) => problemEntry(problem, essay)),
        coverage: covered.map((each) => coverageEntry(each, essay)),
      },
      text: checkText(path, essay, problems, covered, hasColours()),
      exitCode: isSerious ? 1 : 0,
    };
  },
};

/** See https://no-color.org. */
function hasColours(): boolean {
  return process.stdout.isTTY && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb';
}

function problemEntry({ code, severity, message, span, related }: EssayProblem, essay: EssayDocument) {
  const { start, end } = essay.rangeOf(span);
  return {
    code,
    severity,
    message,
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
    related: related.map(({ file, range, text }) => ({ file: file.name, line: range.start.line + 1, text })),
  };
}

function coverageEntry({ argument: { file, argument }, uses }: CoveredArgument, essay: EssayDocument) {
  return {
    file: file.name,
    line: argument.range.start.line + 1,
    text: argument.text,
    uses: uses.map(({ span, cited }) => {
      const { line, character } = essay.positionAt(span.start);
      return { line: line + 1, column: character + 1, cited };
    }),
  };
}
