import { type ArgumentUse, type Usage, usageOf } from '../essay/usage';
import { usedArguments } from '../essay/usedArguments';
import type { EssayUses } from '../essay/uses';
import type { LibraryArgument, LibrarySource } from '../notes/libraryArgument';
import type { Question } from '../notes/outline';
import { groupBy } from '../util/groupBy';

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

/** @param leftOut ids of the arguments that are left out on purpose */
export function coverageOf(essayUses: EssayUses, leftOut: ReadonlySet<string> = new Set()): Coverage {
  const used = usedArguments(essayUses);
  const covered = new Map<string, CoveredArgument>();
  for (const [id, argument] of essayUses.library.arguments) {
    const uses = used.get(id) ?? [];
    covered.set(id, { argument, uses, usage: usageOf(uses, leftOut.has(id)) });
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

function countsOf(args: readonly CoveredArgument[]): Record<Usage, number> {
  const counts = { cited: 0, uncited: 0, unused: 0, leftOut: 0 };
  for (const { usage } of args) counts[usage]++;
  return counts;
}
