import { EssayDocument } from '../essay/essayDocument';
import type { Marginalia } from '../marginalia';
import type { LibraryArgument } from '../notes/libraryArgument';
import { argumentEntry, notesAreData } from './argumentEntry';
import { type AssistantTool, type InputSchema, type Json, ToolInput, ToolInputError } from './assistantTool';

/** Finds the essays that an assistant may ask about. */
export interface AssistantEssays {
  /**
   * The essay of that name, a path relative to the open folder; without a name the one that is being written.
   * Undefined if there is none, or if it lies outside.
   */
  read(
    name: string | undefined,
  ): Promise<{ readonly name: string; readonly essay: EssayDocument } | undefined>;
}

const DEFAULT_LIMIT = 8;
const MAX_LIMIT = 30;
/** UTF-16 units of a passage that is checked. */
const MAX_PASSAGE = 50_000;

const essayField = {
  type: 'string',
  description: 'Path of the essay in the open folder, such as draft.md. Default: the essay being written.',
} as const;
const limitField = {
  type: 'integer',
  minimum: 1,
  maximum: MAX_LIMIT,
  description: `How many results at most (default ${DEFAULT_LIMIT}).`,
} as const;

/** The tools for AI assistants: the same in the editor and over MCP. They read, and return only what the notes say. */
export function assistantTools(marginalia: Marginalia, essays: AssistantEssays): readonly AssistantTool[] {
  const entries = async (shown: readonly LibraryArgument[]): Promise<Json[]> =>
    Promise.all(shown.map((argument) => argumentEntry(marginalia, argument)));

  const essayNamed = async (input: ToolInput) => {
    const name = input.text('essay') || undefined;
    const found = await essays.read(name);
    if (found) return found;
    throw new ToolInputError(
      name === undefined
        ? 'No essay is open. Name one with “essay”.'
        : `There is no essay “${name}” in the open folder.`,
    );
  };

  const define = (
    name: string,
    title: string,
    description: string,
    inputSchema: InputSchema,
    answer: (input: ToolInput) => Promise<Json>,
  ): AssistantTool => ({
    name,
    title,
    description,
    inputSchema,
    answer: async (input) => {
      const checked = new ToolInput(input, inputSchema);
      await marginalia.whenRead();
      return answer(checked);
    },
  });

  const tools = {
    searchNotes: define(
      'marginalia_search_notes',
      'Search the student’s reading notes',
      'Finds arguments in the student’s own reading notes, best first, each with its file, line, source, page and formatted citation. Query language: words, "exact phrase", -not, source:, question:, page:, kind:.',
      {
        type: 'object',
        properties: {
          query: { type: 'string', description: 'Words to look for, or a whole sentence.' },
          limit: limitField,
        },
        required: ['query'],
      },
      async (input) => {
        const query = input.text('query');
        if (query === '') throw new ToolInputError('“query” is empty.');
        const limit = input.number('limit') ?? DEFAULT_LIMIT;
        const found = await marginalia.search(query, { mode: 'search', limit });
        const results = await entries(found.map(({ argument }) => argument));
        return { notice: notesAreData, query, results };
      },
    ),

    getArgument: define(
      'marginalia_get_argument',
      'Get an argument of the notes with its provenance',
      'Gives the argument at a line of a notes file: its words, question, source, page and formatted citation, what it leans on, and its sub-points.',
      {
        type: 'object',
        properties: {
          file: { type: 'string', description: 'The notes file, as a search names it.' },
          line: {
            type: 'integer',
            minimum: 1,
            maximum: 10_000_000,
            description: 'The line, counted from 1.',
          },
        },
        required: ['file', 'line'],
      },
      async (input) => {
        const file = input.text('file');
        const line = (input.number('line') ?? 0) - 1;
        const all = [...(await marginalia.library()).arguments.values()];
        const found = all.find(
          ({ file: { name }, argument: { range } }) =>
            name === file && range.start.line <= line && line <= range.end.line,
        );
        if (!found)
          throw new ToolInputError(`No argument of the notes stands at line ${line + 1} of “${file}”.`);
        const before = found.leansOn ?? found.parent;
        return {
          notice: notesAreData,
          argument: await argumentEntry(marginalia, found),
          leansOn: before ? await argumentEntry(marginalia, before) : null,
          subPoints: await entries(all.filter(({ parent }) => parent?.id === found.id)),
        };
      },
    ),

    unusedArguments: define(
      'marginalia_unused_arguments',
      'List the arguments that the essay does not use yet',
      'Lists arguments of the notes that the student’s essay does not make yet, in the notes’ order, and says how many there are.',
      {
        type: 'object',
        properties: {
          essay: essayField,
          question: { type: 'string', description: 'Only under questions that hold these words.' },
          limit: limitField,
        },
      },
      async (input) => {
        const { name, essay } = await essayNamed(input);
        const words = input.text('question').toLocaleLowerCase();
        const { coverage } = await marginalia.review(essay);
        const unused = [...coverage.arguments.values()].filter(
          ({ usage, argument: { question } }) =>
            usage === 'unused' && (question?.text ?? '').toLocaleLowerCase().includes(words),
        );
        const shown = unused.slice(0, input.number('limit') ?? DEFAULT_LIMIT);
        return {
          notice: notesAreData,
          essay: name,
          unused: unused.length,
          results: await entries(shown.map(({ argument }) => argument)),
        };
      },
    ),

    checkPassage: define(
      'marginalia_check_passage',
      'Check a passage against the notes',
      'Checks a passage of Markdown prose against the student’s notes: uncited arguments, misquotations, wrong pages, broken citations; and names the arguments that it makes. It corrects nothing.',
      {
        type: 'object',
        properties: {
          passage: { type: 'string', description: 'The passage, in Markdown, with its citations.' },
        },
        required: ['passage'],
      },
      async (input) => {
        const passage = input.text('passage');
        if (passage === '') throw new ToolInputError('“passage” is empty.');
        if (passage.length > MAX_PASSAGE)
          throw new ToolInputError(`“passage” is longer than ${MAX_PASSAGE} characters: check it in parts.`);
        const essay = EssayDocument.read(passage);
        const { problems, coverage } = await marginalia.review(essay);
        const made = [...coverage.arguments.values()].filter(({ uses }) => uses.length > 0);
        return {
          notice: notesAreData,
          problems: problems.map(({ code, severity, message, span }) => ({
            code,
            severity,
            message,
            words: passage.slice(span.start, span.end),
          })),
          arguments: await Promise.all(
            made.map(async ({ argument, usage }) => ({
              ...(await argumentEntry(marginalia, argument)),
              cited: usage === 'cited',
            })),
          ),
        };
      },
    ),
  };
  return Object.values(tools);
}
