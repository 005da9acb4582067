import type { CoverageGroup } from '../checks/coverage';
import type { CheckCode, EssayProblem } from '../checks/problem';
import type { EssayReview } from '../essayChecks';
import type { LibraryArgument } from '../notes/libraryArgument';
import type { Localize } from '../util/localize';
import { groupBy } from '../util/groupBy';
import { essayStrip } from './essayStrip';
import type { ReportBlock, ReportDocument, ReportWords } from './reportDocument';
import { checkTitles } from './checkTitles';

const MAX_QUOTED = 120;

/**
 * The report before handing in: the essay at a glance, its problems by kind, what it uses of the notes, and the arguments
 * whose page is still to be found.
 *
 * @param problems those of the review that have not been dismissed
 */
export function handInReport(
  name: string,
  review: EssayReview,
  problems: readonly EssayProblem[],
  localize: Localize,
): ReportDocument {
  const title = localize('Before handing in: {0}', name);
  const used = [...review.coverage.arguments.values()].filter(({ uses }) => uses.length > 0);
  const blocks: readonly ReportBlock[] = [
    { kind: 'heading', level: 1, text: title },
    { kind: 'picture', ...essayStrip(review.uses, localize) },
    ...problemBlocks(review, problems, localize),
    ...pageBlocks(
      used.map(({ argument }) => argument),
      localize,
    ),
    ...coverageBlocks(review, localize),
    ...libraryBlocks(review, localize),
  ];
  return { title, blocks };
}

function problemBlocks(
  { uses }: EssayReview,
  problems: readonly EssayProblem[],
  localize: Localize,
): ReportBlock[] {
  const heading: ReportBlock = { kind: 'heading', level: 2, text: localize('Problems') };
  const ofEssay = problems.filter(({ code }) => code !== 'notes-file');
  if (ofEssay.length === 0) return [heading, { kind: 'paragraph', words: [localize('Nothing to report.')] }];
  const titles = checkTitles(localize);
  const byCode = groupBy(ofEssay, ({ code }) => code);
  return [
    heading,
    ...[...byCode].flatMap(([code, found]: readonly [CheckCode, readonly EssayProblem[]]): ReportBlock[] => [
      { kind: 'heading', level: 3, text: `${titles[code]} (${String(found.length)})` },
      {
        kind: 'list',
        items: found.map(({ span, message, related }): readonly ReportWords[] => {
          const position = uses.essay.positionAt(span.start);
          const [place] = related;
          const words = uses.essay.text.slice(span.start, span.end);
          return [
            { text: localize('Line {0}', position.line + 1), place: { position } },
            ...(words === '' ? [': '] : [`: ${localize('“{0}”', shorten(words))} `]),
            message,
            ...(place
              ? [
                  ' ',
                  {
                    text: localize('Open in Notes'),
                    place: { file: place.file.uri, position: place.range.start },
                  },
                ]
              : []),
          ];
        }),
      },
    ]),
  ];
}

/** The worklist of arguments that are used and whose notes give no page. */
function pageBlocks(used: readonly LibraryArgument[], localize: Localize): ReportBlock[] {
  const missing = used.filter(({ argument }) => argument.locator === undefined || argument.locatorInherited);
  if (missing.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: localize('Pages to find ({0})', missing.length) },
    {
      kind: 'paragraph',
      words: [localize('The essay uses these arguments, and your notes don’t say on which page they stand.')],
    },
    {
      kind: 'list',
      items: missing.map((argument) => [
        {
          text: shorten(argument.argument.text),
          place: { file: argument.file.uri, position: argument.argument.range.start },
        },
        ` (${argument.source.notes.label}) `,
        { text: localize('Add Page…'), addPage: argument.id },
      ]),
    },
  ];
}

function coverageBlocks({ coverage }: EssayReview, localize: Localize): ReportBlock[] {
  if (coverage.arguments.size === 0) return [];
  const unused = [...coverage.byQuestion].filter(({ counts }) => counts.unused > 0);
  const counted = ({ counts }: CoverageGroup) =>
    [counts.cited, counts.uncited, counts.unused, counts.leftOut].map(String);
  const head = [
    localize('used and cited'),
    localize('used uncited'),
    localize('unused'),
    localize('left out on purpose'),
  ];
  return [
    { kind: 'heading', level: 2, text: localize('What the essay uses of your notes') },
    {
      kind: 'table',
      head: [localize('Source'), ...head],
      rows: coverage.bySource.map((group) => [group.source.notes.label, ...counted(group)]),
    },
    {
      kind: 'table',
      head: [localize('Question'), ...head],
      rows: coverage.byQuestion.map((group) => [
        group.question?.text ?? group.source.notes.label,
        ...counted(group),
      ]),
    },
    ...(unused.length === 0
      ? []
      : [
          { kind: 'heading', level: 2, text: localize('Not used yet') } as const,
          ...unused.flatMap((group): ReportBlock[] => [
            { kind: 'heading', level: 3, text: group.question?.text ?? group.source.notes.label },
            {
              kind: 'list',
              items: group.arguments
                .filter(({ usage }) => usage === 'unused')
                .map(({ argument }) => [
                  {
                    text: shorten(argument.argument.text),
                    place: { file: argument.file.uri, position: argument.argument.range.start },
                  },
                ]),
            },
          ]),
        ]),
  ];
}

/** Slips in notes and bibliographies. */
function libraryBlocks({ uses: { library } }: EssayReview, localize: Localize): ReportBlock[] {
  const { problems } = library;
  if (problems.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: localize('In your notes and bibliographies ({0})', problems.length) },
    {
      kind: 'list',
      items: problems.map(({ file, range, message }) => [
        {
          text: localize('{0}, line {1}', file.name, range.start.line + 1),
          place: { file: file.uri, position: range.start },
        },
        `: ${message}`,
      ]),
    },
  ];
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > MAX_QUOTED ? `${line.slice(0, MAX_QUOTED).trimEnd()}…` : line;
}
