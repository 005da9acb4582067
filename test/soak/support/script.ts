import { random } from '../../support/generatedNotes';

/** One thing that a student does. A keystroke is one as well. */
export type Action =
  | { readonly do: 'type'; readonly text: string }
  | { readonly do: 'look' | 'complete' | 'define' | 'fix'; readonly where: number }
  | { readonly do: 'accept'; readonly begun: string }
  | { readonly do: 'cite'; readonly where: number }
  | { readonly do: 'editNotes'; readonly by: 'editor' | 'another program'; readonly statement: string }
  | { readonly do: 'undo' | 'redo' | 'erase' | 'save' | 'rest' | 'switch' | 'panel' };

/** What the rest of a sentence is made of that is not in the notes. */
const ownWords =
  'the archive opened too late for anyone who had hoped that ministers would explain why grain rolled north while harbours stood empty and every letter asked whether that winter had been chosen or merely suffered'.split(
    ' ',
  );

/** How often each happens, as counted in an hour of writing an essay: far more keystrokes than anything else. */
const shares = {
  typeOwn: 30, typeNotes: 14, rest: 10, look: 9, complete: 9, accept: 6, undo: 4, redo: 1, erase: 5, save: 3, define: 3, fix: 3, cite: 4,
  switch: 3, panel: 1, editNotes: 5,
} as const; // prettier-ignore
type Kind = keyof typeof shares;
const kinds = (Object.keys(shares) as Kind[]).flatMap((kind) => Array<Kind>(shares[kind]).fill(kind));

/**
 * A long day of writing, always the same for a seed.
 * @param statements of the notes: what is begun and left to be completed, or typed in full
 * @param count how many actions, keystrokes among them
 */
export function* writingDay(seed: number, count: number, statements: readonly string[]): Generator<Action> {
  const next = random(seed);
  const one = <T>(all: readonly T[]): T => {
    const found = all[next(all.length)];
    if (found === undefined) throw new Error('There is nothing to choose from.');
    return found;
  };
  const own = () => Array.from({ length: 4 + next(12) }, () => one(ownWords)).join(' ');
  for (let done = 0; done < count; done++) {
    const kind = one(kinds);
    if (kind === 'typeOwn' || kind === 'typeNotes') {
      const text = ` ${kind === 'typeOwn' ? own() : one(statements)}${next(4) === 0 ? '\n\n' : '.'}`;
      done += text.length;
      yield { do: 'type', text };
    } else if (kind === 'accept') {
      const begun = one(statements).split(' ').slice(0, 3).join(' ');
      done += begun.length;
      yield { do: 'accept', begun };
    } else if (kind === 'editNotes') {
      yield { do: kind, by: next(2) === 0 ? 'editor' : 'another program', statement: own() };
    } else if (
      kind === 'look' ||
      kind === 'complete' ||
      kind === 'define' ||
      kind === 'fix' ||
      kind === 'cite'
    ) {
      yield { do: kind, where: next(1_000_000) };
    } else yield { do: kind };
  }
}
