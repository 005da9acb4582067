import type { EssayDocument } from '../essay/essayDocument';
import type { LibraryArgument } from '../notes/libraryArgument';
import { type ArgumentIndex, isConfident, type Match, type SearchMode } from '../search/index';
import type { SilentCandidate } from './silence';
import { typedPhrases } from './typedPhrase';

/** The words at a place of the essay, and the arguments that come nearest to them. */
export interface NearMisses {
  readonly words: string;
  readonly candidates: readonly SilentCandidate[];
}

const MAX_CANDIDATES = 4;

/**
 * What the words at `offset` come nearest to, whether it would be shown there or not: as a sentence, and as the beginning
 * of an argument if the cursor stands behind a word. Undefined where there is no prose.
 */
export function nearMisses(
  essay: EssayDocument,
  offset: number,
  index: ArgumentIndex,
  lookUp: (id: string) => LibraryArgument | undefined,
): NearMisses | undefined {
  const sentence = essay.sentenceAt(offset);
  if (!sentence) return undefined;
  const context = { paragraph: sentence.paragraph, heading: essay.headingAbove(sentence.span.start) };
  const best = new Map<string, SilentCandidate>();
  const weigh = (mode: SearchMode, matches: readonly Match[]) => {
    for (const match of matches) {
      const found = lookUp(match.argument.id);
      if (!found || match.why.length === 0) continue;
      if ((best.get(found.id)?.confidence ?? -1) >= match.confidence) continue;
      best.set(found.id, {
        argument: found.id,
        text: found.argument.text,
        confidence: match.confidence,
        isShown: isConfident(match, mode),
        why: match.why,
      });
    }
  };
  weigh('sentence', index.search(sentence.words, { mode: 'sentence', limit: MAX_CANDIDATES, context }));
  for (const { start, end } of typedPhrases(essay, offset)) {
    weigh('typing', index.search(essay.text.slice(start, end), { mode: 'typing', limit: MAX_CANDIDATES }));
  }
  return {
    words: sentence.words.replace(/\s+/g, ' ').trim(),
    candidates: [...best.values()].sort((a, b) => b.confidence - a.confidence).slice(0, MAX_CANDIDATES),
  };
}
