import type { ArgumentIndex } from '../search/index';
import type { CancellationToken } from '../util/cancellation';
import { Slices } from '../util/steps';
import type { EssayDocument } from './essayDocument';
import type { Sentence } from './prose';
import { argumentsUsedIn, headingsOf, type UsedArgument } from './usedArguments';

/** A sentence of the essay and an argument that it makes. */
export interface EssayUse extends UsedArgument {
  readonly sentence: Sentence;
}

/** What is known of a sentence, and what stood around it then. */
interface Known {
  readonly paragraph: string;
  readonly heading: string;
  /** Spans count from the sentence's start. */
  readonly used: readonly UsedArgument[];
}

/** Sentences that are remembered: several long essays. */
const MOST_KNOWN = 4000;

/**
 * Which arguments the sentences of essays make. Each sentence is looked up once and again only when it, its paragraph or
 * its heading has changed, so that a keystroke costs one paragraph.
 */
export class EssayUses {
  readonly #index: ArgumentIndex;
  readonly #known = new Map<string, Known>();
  readonly #slices = new Slices();

  constructor(index: ArgumentIndex) {
    this.#index = index;
  }

  /** Forgets everything: the notes have changed. */
  reset(): void {
    this.#known.clear();
  }

  /** The arguments that one sentence makes, the best first. */
  ofSentence(essay: EssayDocument, sentence: Sentence): readonly UsedArgument[] {
    const { words, paragraph, span } = sentence;
    const heading = headingsOf(essay, sentence);
    let known = this.#known.get(words);
    if (known?.paragraph !== paragraph || known.heading !== heading) {
      const used = argumentsUsedIn(essay, sentence, this.#index);
      known = { paragraph, heading, used: used.map((use) => moved(use, -span.start)) };
      if (this.#known.size >= MOST_KNOWN) this.#known.clear();
      this.#known.set(words, known);
    }
    return known.used.map((use) => moved(use, span.start));
  }

  /**
   * Every use in the essay, in the order of the text; pauses in between when much of it is new. `roughly` takes what was
   * found for a sentence before, although its surroundings may have changed since: one that is typed in costs only itself.
   */
  async of(
    essay: EssayDocument,
    token: CancellationToken,
    precision: 'exactly' | 'roughly' = 'exactly',
  ): Promise<readonly EssayUse[]> {
    const uses: EssayUse[] = [];
    for (const sentence of essay.sentences) {
      const known = precision === 'roughly' ? this.#known.get(sentence.words) : undefined;
      if (!known && this.#slices.isOver) await this.#slices.pause();
      if (token.isCancellationRequested) break;
      const used = known?.used.map((use) => moved(use, sentence.span.start));
      for (const use of used ?? this.ofSentence(essay, sentence)) uses.push({ ...use, sentence });
    }
    return uses;
  }

  /** Looks up, for `glance`, the sentences that have not been looked up before. */
  async prepare(essay: EssayDocument, token: CancellationToken): Promise<void> {
    for (const sentence of essay.sentences) {
      if (this.#known.has(sentence.words)) continue;
      if (this.#slices.isOver) await this.#slices.pause();
      if (token.isCancellationRequested) return;
      this.ofSentence(essay, sentence);
    }
  }

  /** The arguments that sentences other than `but` make, as far as they have been looked up before: costs no search. */
  glance(essay: EssayDocument, but?: Sentence): ReadonlySet<string> {
    return new Set(
      essay.sentences.flatMap((sentence) => {
        const [best] = sentence === but ? [] : (this.#known.get(sentence.words)?.used ?? []);
        return best ? [best.argument] : [];
      }),
    );
  }
}

function moved(use: UsedArgument, by: number): UsedArgument {
  return { ...use, span: { start: use.span.start + by, end: use.span.end + by } };
}
