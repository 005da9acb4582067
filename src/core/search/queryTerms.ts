import type { Term } from './analysis';
import type { Language } from './language';
import type { Lexicon } from './lexicon';
import type { Library } from './library';
import { shortFormsOf } from './shortForms';
import { findSimilar, forgivenSlips } from './similarTerms';

/** A word of the query and every stem of the library that may stand for it. */
export interface QueryTerm {
  readonly term: Term;
  readonly isName: boolean;
  /** Stems and how well each stands for the word, from 0 to 1. */
  readonly alternatives: ReadonlyMap<string, number>;
  readonly isUnfinished?: boolean;
}

const slipWeights = [1, 0.7, 0.45];
/** Of the words that a half-typed one could become, so many of the most frequent are looked up. */
const mostCompletions = 150;

/** A word of prose: the stem itself, what the lexicon knows to stand for it, and how the notes cut it short. */
export function proseTerm(term: Term, language: Language, library: Library, lexicon: Lexicon): QueryTerm {
  const named = isName(term, library, lexicon);
  const alternatives = new Map([[term.stem, 1], ...shortFormsOf(term, named, language, library, lexicon)]);
  for (const [stem, weight] of lexicon.related(term.stem)) if (weight > 0) alternatives.set(stem, weight);
  return { term, isName: named, alternatives };
}

/** A finished word of a search: the stem itself and other names for it, or, where the library knows none, what it may be a slip of. */
export function finishedTerm(term: Term, library: Library, lexicon: Lexicon): QueryTerm {
  const alternatives = new Map([...lexicon.otherNames(term.stem), [term.stem, 1]]);
  if (![...alternatives.keys()].some((stem) => library.containing(stem) > 0))
    addSimilar(alternatives, term.folded, library, false);
  return { term, isName: isName(term, library, lexicon), alternatives };
}

/** A half-typed word: every word that begins with it, or, where none does, that begins with something similar. */
export function unfinishedTerm(term: Term, library: Library, lexicon: Lexicon): QueryTerm {
  const alternatives = new Map([...lexicon.otherNames(term.stem), [term.stem, 0.9]]);
  for (const { segment } of library.segments) {
    const [from, to] = segment.words.startingWith(term.folded);
    const completions = Array.from({ length: to - from }, (_, i) => from + i);
    if (completions.length > mostCompletions) {
      const postings = (word: number): number => {
        const stem = segment.wordStems[word] ?? 0;
        return (segment.postingStarts[stem + 1] ?? 0) - (segment.postingStarts[stem] ?? 0);
      };
      completions.sort((a, b) => postings(b) - postings(a)).length = mostCompletions;
    }
    for (const word of completions) {
      const stem = segment.stems.at(segment.wordStems[word] ?? 0);
      const completeness = term.folded.length / segment.words.lengthOf(word);
      raise(alternatives, stem, 0.5 + 0.5 * completeness);
    }
  }
  const known = [...alternatives.keys()].some((stem) => library.containing(stem) > 0);
  if (!known) addSimilar(alternatives, term.folded, library, true);
  return { term, isName: isName(term, library, lexicon), alternatives, isUnfinished: true };
}

/** Whether a word names somebody or something, as far as its writing, the library and the lexicon tell. */
export function isName({ writing, stem }: Term, library: Library, lexicon: Lexicon): boolean {
  if (writing === 'name' || writing === 'acronym') return true;
  return writing === 'opening' && (lexicon.isName(stem) || library.isName(stem));
}

function addSimilar(
  alternatives: Map<string, number>,
  word: string,
  library: Library,
  asPrefix: boolean,
): void {
  const slips = forgivenSlips(word.length);
  if (slips === 0) return;
  for (const { segment } of library.segments)
    findSimilar(segment.words, word, slips, asPrefix, (found, distance) =>
      raise(alternatives, segment.stems.at(segment.wordStems[found] ?? 0), slipWeights[distance] ?? 0),
    );
}

function raise(alternatives: Map<string, number>, stem: string, weight: number): void {
  alternatives.set(stem, Math.max(weight, alternatives.get(stem) ?? 0));
}
