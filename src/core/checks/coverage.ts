import type { EssayUses, Use } from '../essay/uses';
import type { LibraryArgument, LibrarySource } from '../notes/libraryArgument';
import type { Question } from '../notes/outline';
import type { Span } from '../text/position';
import { groupBy } from '../util/groupBy';

/** How the essay uses an argument. `omitted`: left out on purpose, as the student has said. */
export type Usage = 'cited' | 'uncited' | 'unused' | 'omitted';

/** A place of the essay that makes an argument. */
export interface ArgumentUse {
  /** Of the whole sentence. */
  readonly span: Span;
  readonly cited: boolean;
  readonly confidence: number;
}

/** An argument with all places of the essay that make it. */
export interface CoveredArgument {
  readonly argument: LibraryArgument;
  readonly usage: Usage;
  readonly uses: readonly ArgumentUse[];
}

/** Arguments that belong together, and how many of them the essay uses in which way. */
export interface CoverageGroup {
  readonly source: LibrarySource;
  /** Undefined for what stands under no question, and for a whole source. */
  readonly question?: Question;
  readonly arguments: readonly CoveredArgument[];
  readonly counts: Readonly<Record<Usage, number>>;
}

/** What the essay makes of the notes; every use of a sentence is a use of its argument here, and the other way round. */
export interface Coverage {
  readonly arguments: ReadonlyMap<string, CoveredArgument>;
  readonly bySource: readonly CoverageGroup[];
  readonly byQuestion: readonly CoverageGroup[];
}

/** @param omitted ids of the arguments that are left out on purpose */
export function coverageOf(
  { library, sentences }: EssayUses,
  omitted: ReadonlySet<string> = new Set(),
): Coverage {
  const uses = new Map<string, ArgumentUse[]>();
  for (const { sentence, uses: made } of sentences) {
    for (const use of made) {
      const list = uses.get(use.argument.id) ?? [];
      list.push({ span: sentence.span, cited: isCited(use), confidence: use.confidence });
      uses.set(use.argument.id, list);
    }
  }
  const covered = new Map<string, CoveredArgument>();
  for (const [id, argument] of library.arguments) {
    const found = uses.get(id) ?? [];
    covered.set(id, { argument, uses: found, usage: usageOf(found, omitted.has(id)) });
  }
  const all = [...covered.values()];
  const bySource = groupBy(all, ({ argument }) => argument.source);
  const byQuestion = [...bySource.values()].flatMap((args) => [
    ...groupBy(args, ({ argument }) => argument.question),
  ]);
  return {
    arguments: covered,
    bySource: [...bySource].map(([source, args]) => ({ source, arguments: args, counts: countsOf(args) })),
    byQuestion: byQuestion.flatMap(([question, args]) => {
      const source = args[0]?.argument.source;
      return source ? [{ source, question, arguments: args, counts: countsOf(args) }] : [];
    }),
  };
}

const isCited = ({ citedness }: Use) => citedness === 'cited';

function usageOf(uses: readonly ArgumentUse[], isOmitted: boolean): Usage {
  if (uses.some(({ cited }) => cited)) return 'cited';
  if (uses.length > 0) return 'uncited';
  return isOmitted ? 'omitted' : 'unused';
}

function countsOf(args: readonly CoveredArgument[]): Record<Usage, number> {
  const counts = { cited: 0, uncited: 0, unused: 0, omitted: 0 };
  for (const { usage } of args) counts[usage]++;
  return counts;
}
