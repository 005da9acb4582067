import { citationAt, type CitedHere, touches } from '../essay/citedHere';
import type { EssayDocument } from '../essay/essayDocument';
import { matchAt, type SentenceMatch } from '../essay/sentenceMatches';
import type { Sentence } from '../essay/prose';
import { argumentCard, type CardAction } from '../languageFeatures/argumentCard';
import { argumentsAt, argumentsOf, citationCard } from '../languageFeatures/citationCard';
import { commandIds } from '../languageFeatures/commands';
import { quotedPhrase } from '../languageFeatures/quotedPhrase';
import type { Library } from '../notes/library';
import type { LibraryArgument } from '../notes/libraryArgument';
import type { Span } from '../text/position';
import type { CancellationToken } from '../util/cancellation';
import type { EditorContext } from './context';

/** The card for a phrase of the essay. */
export interface Hover {
  /** The words of the essay that the card is about. */
  readonly span: Span;
  readonly markdown: string;
  /** The commands that links of the card run. */
  readonly commands: readonly string[];
}

/** How much less likely than the best match another one may be to be named beside it. */
const CLOSE = 0.25;
const MAX_ALTERNATIVES = 2;

/** The card at `offset`: over a citation or a footnote its source, over other words the argument that they make. */
export async function hoverAt(
  context: EditorContext,
  essay: EssayDocument,
  offset: number,
  token: CancellationToken,
): Promise<Hover | undefined> {
  const library = await context.current();
  if (token.isCancellationRequested) return undefined;
  const cited = cites(essay, offset)
    ? await context.citations.citedAt(essay, offset, library.items)
    : undefined;
  if (token.isCancellationRequested) return undefined;
  if (cited) return overCitation(context, essay, cited, library);
  const sentence = essay.sentenceAt(offset);
  const used = sentence && context.matches.confident(essay, sentence);
  const best = used && matchAt(used, offset);
  const shown = best && library.arguments.get(best.argument);
  return shown && overArgument(context, essay, { offset, sentence, best, used, shown, library }, token);
}

/** Whether a citation or a footnote can be at `offset`: only then the citation processor is loaded. */
function cites(essay: EssayDocument, offset: number): boolean {
  const { references, definitions } = essay.footnotes;
  return (
    [...references, ...definitions].some(({ span }) => touches(span, offset)) ||
    citationAt(essay, offset) !== undefined
  );
}

async function overArgument(
  { citations, placesOf, localize }: EditorContext,
  essay: EssayDocument,
  found: {
    readonly offset: number;
    readonly sentence: Sentence;
    readonly best: SentenceMatch;
    readonly used: readonly SentenceMatch[];
    readonly shown: LibraryArgument;
    readonly library: Library;
  },
  token: CancellationToken,
): Promise<Hover> {
  const { offset, sentence, best, used, shown, library } = found;
  const alternatives = used
    .filter((other) => other !== best && best.confidence - other.confidence <= CLOSE)
    .flatMap((other) => library.arguments.get(other.argument) ?? []);
  const places = (await placesOf(essay, library, shown, token, sentence)) ?? [];
  const elsewhere = places.filter((span) => !touches(span, offset));
  const actions: CardAction[] = [
    {
      title: localize('Insert Citation'),
      command: commandIds.insertCitation,
      args: { argument: shown.id, offset },
    },
    ...(quotedPhrase(shown.argument) === undefined
      ? []
      : [
          {
            title: localize('Replace by Quotation'),
            command: commandIds.replaceByQuotation,
            args: { argument: shown.id, offset },
          },
        ]),
    { title: localize('Open in Notes'), command: commandIds.openArgument, args: { argument: shown.id } },
    { title: localize('Show in Side Bar'), command: commandIds.showArguments, args: { offset } },
  ];
  const markdown = argumentCard(shown, {
    localize,
    citation: await citations.reference(shown, library.items),
    marked: best.why,
    subPoints: subPointsOf(shown, library),
    usedInLines: elsewhere.map((span) => essay.positionAt(span.start).line + 1),
    alternatives: alternatives.slice(0, MAX_ALTERNATIVES),
    actions,
  });
  return { span: best.span, markdown, commands: actions.map(({ command }) => command) };
}

/** They stand in the argument's own file: no other has to be looked at. */
function subPointsOf(shown: LibraryArgument, { files }: Library): readonly LibraryArgument[] {
  const file = files.find((each) => each.file.uri === shown.file.uri);
  return file?.arguments.filter(({ parent }) => parent === shown) ?? [];
}

async function overCitation(
  { citations, matches, localize }: EditorContext,
  essay: EssayDocument,
  { span, mark, cites: all }: CitedHere,
  library: Library,
): Promise<Hover | undefined> {
  if (all.length === 0) return undefined;
  const sentence = mark === undefined ? undefined : essay.sentenceUpTo(mark);
  const used = new Set(sentence ? matches.confident(essay, sentence).map(({ argument }) => argument) : []);
  const sources = await Promise.all(
    all.map(async (cite) => {
      const own = argumentsOf(library, cite.citekey);
      const there = argumentsAt(own, cite);
      return {
        cite,
        reference: await citations.fullReference(cite, library.items),
        notes: there.length > 0 ? there : own.filter(({ id }) => cite.locator === undefined && used.has(id)),
        known: own.length,
      };
    }),
  );
  const first = sources.flatMap(({ notes }) => notes)[0];
  const actions: CardAction[] = [];
  if (first)
    actions.push({
      title: localize('Open in Notes'),
      command: commandIds.openArgument,
      args: { argument: first.id },
    });
  if (sentence)
    actions.push({
      title: localize('Show in Side Bar'),
      command: commandIds.showArguments,
      args: { offset: sentence.span.end },
    });
  return {
    span,
    markdown: citationCard(sources, { localize, actions }),
    commands: actions.map(({ command }) => command),
  };
}
