import { analyzerFor, languageOf } from '../search/analysis';
import type { Language } from '../search/language';
import type { EssayDocument } from './essayDocument';

/** The words of an essay's question: arguments that were noted under a like question are a little more likely meant. */
export class QuestionLens {
  readonly #language: Language;
  readonly #stems: ReadonlySet<string>;

  constructor({ question }: EssayDocument) {
    this.#language = languageOf([question ?? '']) ?? 'en';
    this.#stems = new Set(this.#stemsOf(question ?? ''));
  }

  /** From 0 to 1: the share of the question's words that `text` holds. */
  affinity(text: string): number {
    if (this.#stems.size === 0) return 0;
    const own = new Set(this.#stemsOf(text));
    return [...this.#stems].filter((stem) => own.has(stem)).length / this.#stems.size;
  }

  #stemsOf(text: string): readonly string[] {
    return analyzerFor(this.#language)
      .terms(text)
      .map(({ stem }) => stem);
  }
}
