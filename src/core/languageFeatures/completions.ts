import type { EssayDocument } from '../essay/essayDocument';
import type { LibraryArgument } from '../notes/libraryArgument';
import { type ArgumentIndex, isConfident } from '../search/index';
import type { Span } from '../text/position';
import { typedPhrases } from './typedPhrase';

/** An argument that could complete what is being typed. */
export interface Completion {
  /** Id in the library. */
  readonly argument: string;
  readonly label: string;
  /** The source, as the notes call it. */
  readonly description: string;
  /** The typed words that the argument takes the place of. */
  readonly replaces: Span;
  readonly confidence: number;
}

export interface CompletionOptions {
  /** Whether the user asked: then weaker matches are welcome too. */
  readonly asked: boolean;
}

const MAX_ITEMS = 10;

/** UTF-16 units of an argument that a row of the list shows. */
const MAX_LABEL = 160;

/** The arguments that what is typed before `offset` could mean, best first; each once, for the phrase that fits it best. */
export function completionsAt(
  essay: EssayDocument,
  offset: number,
  { asked }: CompletionOptions,
  index: ArgumentIndex,
  lookUp: (id: string) => LibraryArgument | undefined,
): readonly Completion[] {
  const best = new Map<string, Completion>();
  for (const phrase of typedPhrases(essay, offset)) {
    const typed = essay.text.slice(phrase.start, phrase.end);
    for (const match of index.search(typed, { mode: 'typing', limit: MAX_ITEMS })) {
      const first = match.queryWords[0];
      const found = lookUp(match.argument.id);
      if (!first || !found || (!asked && !isConfident(match, 'typing'))) continue;
      if ((best.get(found.id)?.confidence ?? -1) >= match.confidence) continue;
      best.set(found.id, {
        argument: found.id,
        label: shortened(found.argument.text),
        description: found.source.notes.label,
        replaces: { start: phrase.start + first.start, end: offset },
        confidence: match.confidence,
      });
    }
  }
  return [...best.values()].sort((a, b) => b.confidence - a.confidence).slice(0, MAX_ITEMS);
}

function shortened(text: string): string {
  return text.length <= MAX_LABEL ? text : `${text.slice(0, MAX_LABEL).trimEnd()}…`;
}
