import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { decodeNotes } from '../core/notes/decoding/decodeNotes';
import { EssayDocument } from '../core/essay/essayDocument';
import { type Command, UsageError } from './command';
import { notesHelp, notesOptions, openLibrary } from './notesOptions';
import { rejectMissingNotes } from './search';

/** `match ESSAY`: for every sentence the arguments that it makes, if that is certain enough to be shown unasked. */
export const match: Command = {
  usage: 'match ESSAY',
  summary: 'show which sentences of an essay make which arguments of the notes',
  help: notesHelp,
  options: notesOptions,
  async run([path, ...more], options) {
    if (path === undefined || more.length > 0) throw new UsageError('match needs one ESSAY');
    if (!existsSync(path)) throw new UsageError(`${path} does not exist`);
    const library = openLibrary(options, path);
    await rejectMissingNotes(library);
    const essay = EssayDocument.read(decodeNotes(await readFile(path)).text);
    const sentences = (await library.matches(essay)).map(({ sentence, matches }) => {
      const { start, end } = essay.rangeOf(sentence.span);
      return {
        text: essay.text.slice(sentence.span.start, sentence.span.end).replace(/\s*(?:\r\n|\n|\r)\s*/g, ' '),
        line: start.line + 1,
        column: start.character + 1,
        endLine: end.line + 1,
        endColumn: end.character + 1,
        matches: matches.map(({ argument: { argument, file }, confidence }) => {
          return { text: argument.text, file: file.name, line: argument.range.start.line + 1, confidence };
        }),
      };
    });
    return { json: { essay: path, sentences }, text: sentences.map(toText).join('\n') };
  },
};

function toText({
  line,
  text,
  matches,
}: {
  line: number;
  text: string;
  matches: { text: string; confidence: number }[];
}) {
  return [
    `${line}: ${text}`,
    ...matches.map((each) => `    ${each.confidence.toFixed(2)}  ${each.text}`),
  ].join('\n');
}
