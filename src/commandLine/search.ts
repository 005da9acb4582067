import { createInterface } from 'node:readline';
import type { FoundArgument, Marginalia } from '../core/marginalia';
import type { SearchMode } from '../core/search/index';
import { type Command, oneOf, UsageError } from './command';
import { notesHelp, notesOptions, openLibrary } from './notesOptions';

const MODES: readonly SearchMode[] = ['typing', 'sentence', 'search'];
const DEFAULT_LIMIT = 10;

/** `search QUERY`: the arguments that match, best first. */
export const search: Command = {
  usage: 'search QUERY | search -',
  summary: 'find arguments; with “-” one query a line from standard input',
  help: [
    ...notesHelp,
    '--mode MODE          search (default), typing (the last word is unfinished) or sentence (a sentence of prose)',
    `--limit N            at most so many results (default: ${DEFAULT_LIMIT})`,
    '--confident          only what the editor would show unasked',
  ],
  options: {
    ...notesOptions,
    mode: { type: 'string' },
    limit: { type: 'string' },
    confident: { type: 'boolean' },
  },
  async run(positionals, options) {
    const query = positionals.join(' ');
    if (query.trim() === '') throw new UsageError('search needs a QUERY');
    const mode = MODES.find((known) => known === (oneOf(options, 'mode') ?? 'search'));
    if (!mode) throw new UsageError(`--mode must be one of ${MODES.join(', ')}`);
    const limit = Number(oneOf(options, 'limit') ?? DEFAULT_LIMIT);
    if (!Number.isInteger(limit) || limit < 1) throw new UsageError('--limit must be a whole number above 0');
    const confident = options['confident'] === true;
    const library = openLibrary(options);
    const answer = async (text: string) =>
      toResult(text, await library.search(text, { mode, limit, confident }));
    await rejectMissingNotes(library);
    if (query !== '-') {
      const result = await answer(query);
      return { json: result, text: toText(result) };
    }
    const results = [];
    for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity }))
      results.push(await answer(line));
    return { json: results, text: results.map(toText).join('\n\n') };
  },
};

/** Without any notes folder every query would silently find nothing. */
export async function rejectMissingNotes(library: Marginalia): Promise<void> {
  const missing = (await library.library()).folders.find(({ state }) => state === 'missing');
  if (missing)
    throw new UsageError(`${missing.folder.name} does not exist; name your notes folder with --notes DIR`);
}

function toResult(query: string, found: readonly FoundArgument[]) {
  return {
    query,
    results: found.map(({ argument: { argument, file, question, source }, score, confidence, why }) => ({
      text: argument.text,
      file: file.name,
      line: argument.range.start.line + 1,
      question: question?.text ?? null,
      source: source.notes.label,
      locator: argument.locator ?? null,
      score,
      confidence,
      why,
    })),
  };
}

function toText({ query, results }: ReturnType<typeof toResult>): string {
  if (results.length === 0) return `${query}: nothing found`;
  const rows = results.map((result) => {
    return `${result.confidence.toFixed(2)}  ${result.text}\n      ${result.source}, ${result.file}:${result.line}`;
  });
  return rows.join('\n');
}
