import type { Library } from '../notes/library';
import type { LibraryArgument } from '../notes/libraryArgument';
import { analyzerFor, languageOf, type Term } from '../search/analysis';

/** Cosine from which on two headings ask the same. */
const leastSimilarity = 0.6;

/** Names and years say what a question is about: "in Britain" and "in France" ask for different things. */
const telling: ReadonlySet<Term['writing']> = new Set(['name', 'acronym', 'number']);
const tellingWeight = 2;

/** A heading of the notes, with the arguments of one source below it. */
interface AskedQuestion {
  readonly source: string;
  readonly stems: ReadonlyMap<string, number>;
  readonly length: number;
  readonly arguments: LibraryArgument[];
}

/**
 * Which questions of other sources are the same or nearly so, by the cosine of their headings' words, each weighed by
 * how few headings have it (inverse document frequency).
 */
export class SimilarQuestions {
  readonly #questions: readonly AskedQuestion[];
  readonly #questionOf = new Map<string, AskedQuestion>();
  readonly #byStem = new Map<string, AskedQuestion[]>();
  readonly #similar = new Map<AskedQuestion, readonly AskedQuestion[]>();

  constructor(library: Library) {
    const headings = new Map<string, { source: string; text: string; arguments: LibraryArgument[] }>();
    for (const argument of library.arguments.values()) {
      const { question, source } = argument;
      if (!question) continue;
      const key = `${source.id} ${question.range.start.line}`;
      const before = headings.get(key);
      if (before) before.arguments.push(argument);
      else headings.set(key, { source: source.notes.label, text: question.text, arguments: [argument] });
    }
    const all = [...headings.values()];
    const analyzer = analyzerFor(languageOf(all.map(({ text }) => text)) ?? 'en');
    const terms = all.map(({ text }) => new Map(analyzer.terms(text).map((term) => [term.stem, term])));
    const frequency = new Map<string, number>();
    for (const each of terms)
      for (const stem of each.keys()) frequency.set(stem, (frequency.get(stem) ?? 0) + 1);
    const weight = ({ stem, writing }: Term) =>
      Math.log(1 + all.length / (frequency.get(stem) ?? 1)) * (telling.has(writing) ? tellingWeight : 1);
    this.#questions = all.map((heading, index) => {
      const weights = new Map(Array.from(terms[index] ?? [], ([stem, term]) => [stem, weight(term)]));
      return { ...heading, stems: weights, length: Math.hypot(...weights.values()) };
    });
    for (const question of this.#questions) {
      for (const argument of question.arguments) this.#questionOf.set(argument.id, question);
      for (const stem of question.stems.keys()) {
        const having = this.#byStem.get(stem);
        if (having) having.push(question);
        else this.#byStem.set(stem, [question]);
      }
    }
  }

  /** What other sources say under the question of `argument`, the most similar question first. */
  argumentsBeside(argument: LibraryArgument): readonly LibraryArgument[] {
    const question = this.#questionOf.get(argument.id);
    return question ? this.#beside(question).flatMap((similar) => similar.arguments) : [];
  }

  /** How many other sources there are among `argumentsBeside`. */
  sourcesBeside(argument: LibraryArgument): number {
    const question = this.#questionOf.get(argument.id);
    return question ? new Set(this.#beside(question).map(({ source }) => source)).size : 0;
  }

  #beside(question: AskedQuestion): readonly AskedQuestion[] {
    const known = this.#similar.get(question);
    if (known) return known;
    const products = new Map<AskedQuestion, number>();
    for (const [stem, weight] of question.stems) {
      for (const other of this.#byStem.get(stem) ?? []) {
        if (other.source !== question.source)
          products.set(other, (products.get(other) ?? 0) + weight * (other.stems.get(stem) ?? 0));
      }
    }
    const similar = [...products]
      .map(([other, product]) => ({ other, cosine: product / (other.length * question.length) }))
      .filter(({ cosine }) => cosine >= leastSimilarity)
      .sort((a, b) => b.cosine - a.cosine)
      .map(({ other }) => other);
    this.#similar.set(question, similar);
    return similar;
  }
}
