import type { ArgumentUse } from './usage';
import type { EssayUses } from './uses';

/** The arguments that an essay makes, by their ids in the library, each with the sentences that make it, in order. */
export type UsedArguments = ReadonlyMap<string, readonly ArgumentUse[]>;

export function usedArguments({ sentences }: EssayUses): UsedArguments {
  const used = new Map<string, ArgumentUse[]>();
  for (const { sentence, uses } of sentences) {
    for (const { argument, citedness } of uses) {
      const use = { span: sentence.span, cited: citedness === 'cited' };
      const known = used.get(argument.id);
      if (known) known.push(use);
      else used.set(argument.id, [use]);
    }
  }
  return used;
}
