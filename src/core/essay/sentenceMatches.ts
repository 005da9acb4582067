import { type ArgumentIndex, type ExplainedMatch, isConfident } from '../search/index';
import type { Span } from '../text/position';
import type { CancellationToken } from '../util/cancellation';
import { Slices, type Steps } from '../util/steps';
import { deniedClauses, without } from './deniedClauses';
import type { EssayDocument } from './essayDocument';
import type { Paragraph, Sentence } from './prose';

/** An argument of the notes that a sentence may make. */
export interface SentenceMatch {
  /** Id in the library. */
  readonly argument: string;
  /** From the first to the last word of the sentence that the match rests on, in the essay. */
  readonly span: Span;
  readonly confidence: number;
  /** How much of each other sentence and argument hold, from 0 to 1: high only if the one says about what the other says. */
  readonly closeness: number;
  /** The words of the argument that the match rests on. */
  readonly why: readonly string[];
}

/** The same, counted from the sentence's start. */
export interface RelativeMatch extends SentenceMatch {
  /** Where each of the sentence's words begins that it rests on. */
  readonly wordStarts: readonly number[];
}

/** Matches of one sentence that are weighed. */
const MAX_MATCHES = 6;
/** Of a sentence that denies something, what it seems to deny comes last. */
const MAX_DENIED = 30;
/** What is less likely is meant by nobody, whatever is cited. */
const LEAST_CONFIDENCE = 0.15;
/** Sentences that are remembered, and paragraphs: some long essays. */
const MAX_SENTENCES = 10_000;
const MAX_PARAGRAPHS = 3000;

/**
 * What the sentences of essays have in common with one state of the library: the one place that asks the index about
 * them. Each is looked up once, and again only when its words, its heading or a name around it have changed.
 */
export class SentenceMatches {
  readonly #index: ArgumentIndex;
  /** By what counts of a sentence's surroundings, and its words. */
  readonly #known = new Map<string, Map<string, readonly RelativeMatch[]>>();
  #knownCount = 0;
  /** The last ones found for these words, whatever stood around them. */
  readonly #latest = new Map<string, readonly RelativeMatch[]>();
  /** What counts of a paragraph, by what stands above it and its words. */
  readonly #surroundings = new Map<string, Map<string, string>>();
  #surroundingsCount = 0;
  readonly #slices = new Slices();
  #lookedUp = 0;

  constructor(index: ArgumentIndex) {
    this.#index = index;
  }

  /** Number of sentences that had to be looked up so far. */
  get lookedUp(): number {
    return this.#lookedUp;
  }

  /** Forgets everything: the index answers otherwise than before. */
  reset(): void {
    this.#known.clear();
    this.#knownCount = 0;
    this.#latest.clear();
    this.#surroundings.clear();
    this.#surroundingsCount = 0;
  }

  /** What a sentence may make, best first; for most of it only a citation beside it can speak. */
  of(essay: EssayDocument, sentence: Sentence): readonly SentenceMatch[] {
    const { start } = sentence.span;
    return this.relative(essay, sentence).map((match) => ({
      ...match,
      span: { start: start + match.span.start, end: start + match.span.end },
    }));
  }

  /** The same, counted from the sentence's start. */
  relative(essay: EssayDocument, sentence: Sentence): readonly RelativeMatch[] {
    return this.#matches(essay, sentence, this.#surroundingsOf(essay, sentence));
  }

  /** What was found last for a sentence's words, whatever stood around them; undefined if they have not been looked up. */
  latest({ words }: Sentence): readonly RelativeMatch[] | undefined {
    return this.#latest.get(words);
  }

  /** What a sentence makes, as far as one can be confident of it; best first, often nothing. */
  confident(essay: EssayDocument, sentence: Sentence): readonly SentenceMatch[] {
    return this.of(essay, sentence).filter((match) => isConfident(match, 'sentence'));
  }

  /** What each sentence of a paragraph may make; pauses before a sentence that has to be looked up. */
  *ofParagraph(essay: EssayDocument, { sentences }: Paragraph): Steps<readonly (readonly RelativeMatch[])[]> {
    const [first] = sentences;
    const surroundings = first ? this.#surroundingsOf(essay, first) : '';
    const found: (readonly RelativeMatch[])[] = [];
    for (const sentence of sentences) {
      if (!this.#known.get(surroundings)?.has(sentence.words)) yield;
      found.push(this.#matches(essay, sentence, surroundings));
    }
    return found;
  }

  /** Looks up, for `glance`, the sentences other than `but` that have not been looked up before. */
  async prepare(essay: EssayDocument, token: CancellationToken, but?: Sentence): Promise<void> {
    for (const sentence of essay.sentences) {
      if (sentence === but || this.latest(sentence)) continue;
      await this.#slices.breathe();
      if (token.isCancellationRequested) return;
      this.of(essay, sentence);
    }
  }

  /**
   * The arguments that sentences other than `but` most likely make, as far as these have been looked up, in whatever
   * surroundings: costs no search.
   */
  glance(essay: EssayDocument, but?: Sentence): ReadonlySet<string> {
    const made = new Set<string>();
    for (const sentence of essay.sentences) {
      const best = sentence === but ? undefined : this.latest(sentence)?.[0];
      if (best && isConfident(best, 'sentence')) made.add(best.argument);
    }
    return made;
  }

  #matches(essay: EssayDocument, sentence: Sentence, surroundings: string): readonly RelativeMatch[] {
    const known = this.#known.get(surroundings)?.get(sentence.words);
    if (known) return known;
    const matches = this.#lookUp(essay, sentence);
    if (this.#knownCount++ >= MAX_SENTENCES) {
      this.#known.clear();
      this.#knownCount = 1;
    }
    innerMap(this.#known, surroundings).set(sentence.words, matches);
    if (this.#latest.size >= MAX_SENTENCES) this.#latest.clear();
    this.#latest.set(sentence.words, matches);
    return matches;
  }

  #lookUp(essay: EssayDocument, sentence: Sentence): readonly RelativeMatch[] {
    this.#lookedUp++;
    const { words } = sentence;
    const denied = deniedClauses(words);
    const limit = denied.length > 0 ? MAX_DENIED : MAX_MATCHES;
    const options = { mode: 'sentence', limit, context: contextOf(essay, sentence) } as const;
    const found = this.#index.explain(words, options);
    const stated = denied.length > 0 ? this.#index.explain(without(words, denied), options) : [];
    return withStated(found, stated, denied)
      .filter(({ confidence, queryWords }) => confidence >= LEAST_CONFIDENCE && queryWords.length > 0)
      .map(({ argument: { id }, confidence, queryWords, why, evidence }) => ({
        argument: id,
        span: {
          start: Math.min(...queryWords.map(({ start }) => start)),
          end: Math.max(...queryWords.map(({ end }) => end)),
        },
        wordStarts: queryWords.map(({ start }) => start),
        confidence,
        closeness: Math.sqrt(evidence.queryCoverage * evidence.argumentCoverage),
        why,
      }));
  }

  #surroundingsOf(essay: EssayDocument, sentence: Sentence): string {
    const context = contextOf(essay, sentence);
    const known = this.#surroundings.get(context.heading)?.get(context.paragraph);
    if (known !== undefined) return known;
    const surroundings = this.#index.contextKey(context);
    if (this.#surroundingsCount++ >= MAX_PARAGRAPHS) {
      this.#surroundings.clear();
      this.#surroundingsCount = 1;
    }
    innerMap(this.#surroundings, context.heading).set(context.paragraph, surroundings);
    return surroundings;
  }
}

/** Of the arguments that a sentence may make, the best one that the words around `offset` make. */
export function matchAt<T extends { readonly span: Span }>(
  matches: readonly T[],
  offset: number,
): T | undefined {
  return matches.find(({ span }) => span.start <= offset && offset <= span.end);
}

/** What counts of a sentence's surroundings: its paragraph, its heading, and the question of the essay. */
export function contextOf(essay: EssayDocument, { paragraph, span }: Sentence) {
  return { paragraph, heading: `${essay.headingAbove(span.start) ?? ''} ${essay.question ?? ''}` };
}

/**
 * What a whole sentence matches, and what it matches without the clauses that deny something, best first: a denial that
 * rests on none of an argument's words says nothing against it.
 */
function withStated(
  found: readonly ExplainedMatch[],
  stated: readonly ExplainedMatch[],
  denied: readonly Span[],
): readonly ExplainedMatch[] {
  if (stated.length === 0) return found;
  const isDenied = ({ queryWords }: ExplainedMatch) =>
    queryWords.some((word) => denied.some(({ start, end }) => start <= word.start && word.end <= end));
  const best = new Map(found.map((match) => [match.argument.id, match]));
  for (const match of stated) {
    const whole = best.get(match.argument.id);
    if (!whole) best.set(match.argument.id, match);
    else if (!isDenied(whole) && whole.confidence < match.confidence)
      best.set(match.argument.id, { ...match, evidence: whole.evidence });
  }
  return [...best.values()].sort((a, b) => b.confidence - a.confidence).slice(0, MAX_MATCHES);
}

/** Two steps instead of one long key: words that stay the same are then found without being put together and read anew. */
function innerMap<T>(outer: Map<string, Map<string, T>>, key: string): Map<string, T> {
  const known = outer.get(key) ?? new Map<string, T>();
  outer.set(key, known);
  return known;
}
