import { analyzerFor, languageOf, type Term } from './analysis';
import type { Language } from './language';
import type { Lexicon } from './lexicon';
import type { Library } from './library';
import type { QueryContext, SearchMode } from './match';
import { finishedTerm, isName, proseTerm, unfinishedTerm, type QueryTerm } from './queryTerms';
import { repetition } from './ranking';
import type { Wanted } from './retrieval';

/** Of what is typed, so many words up to the cursor may be the beginning of an argument. */
const typedTerms = 6;
/** What comes after so many terms of a sentence or a pasted passage is left out. */
const mostTerms = 300;
/** What the paragraph's names and the heading count beside the sentence. */
const contextImportance = 0.1;

const noNames: ReadonlySet<string> = new Set();

/** The names of a paragraph, and what they were found with. */
interface ParagraphNames {
  readonly paragraph: string;
  readonly language: Language;
  readonly version: number;
  readonly names: ReadonlySet<string>;
}

/** Turns queries into what is looked up. */
export class QueryReader {
  readonly #library: Library;
  readonly #lexicon: Lexicon;
  #lastNames: ParagraphNames | undefined;
  #last: { readonly key: string; readonly alternatives: QueryTerm['alternatives'] } | undefined;
  /** The language of all queries; undefined: as detected. */
  language: Language | undefined;

  constructor(library: Library, lexicon: Lexicon, language: Language | undefined) {
    this.#library = library;
    this.#lexicon = lexicon;
    this.language = language;
  }

  /** The language that was set, else the query's own, else that of most notes. */
  languageOf(query: string): Language {
    return this.language ?? languageOf([query]) ?? this.#library.mainLanguage;
  }

  /** Forgets what it knows by the lexicon, which has changed. */
  reset(): void {
    this.#last = undefined;
    this.#lastNames = undefined;
  }

  /** The words of `query` and what each may stand for. */
  terms(query: string, language: Language, mode: SearchMode): QueryTerm[] {
    const all = analyzerFor(language).terms(query);
    const terms = mode === 'typing' ? all.slice(-typedTerms) : all.slice(0, mostTerms);
    const last = terms.at(-1);
    const unfinished = mode !== 'sentence' && query.trimEnd().length === last?.end ? last : undefined;
    return terms.map((term) => {
      if (mode === 'sentence') return proseTerm(term, language, this.#library, this.#lexicon);
      const open = term === unfinished && (mode === 'typing' || this.#library.containing(term.stem) === 0);
      return open ? this.#unfinished(term) : finishedTerm(term, this.#library, this.#lexicon);
    });
  }

  /** The phrases of different length that are looked up at a keystroke end with the same word. */
  #unfinished(term: Term): QueryTerm {
    const { version } = this.#library;
    const key = [version, term.folded, term.stem, term.writing].join(' ');
    if (this.#last?.key !== key)
      this.#last = { key, alternatives: unfinishedTerm(term, this.#library, this.#lexicon).alternatives };
    return {
      term,
      isName: isName(term, this.#library, this.#lexicon),
      alternatives: this.#last.alternatives,
    };
  }

  /** What is looked up for `terms` and for what stands around them. */
  wanted(
    terms: readonly QueryTerm[],
    mode: SearchMode,
    context: QueryContext | undefined,
    language: Language,
  ): Wanted[] {
    const times = new Map<string, number>();
    for (const { term } of terms) times.set(term.stem, (times.get(term.stem) ?? 0) + 1);
    const wanted: Wanted[] = [...new Map(terms.map((term) => [term.term.stem, term])).values()].map(
      ({ term, alternatives, isUnfinished }) => ({
        areOneWord: isUnfinished ?? false,
        alternatives: Array.from(alternatives, ([stem, weight]) => ({ stem, weight })),
        importance:
          repetition(times.get(term.stem) ?? 1) *
          (mode === 'sentence' ? 1 - 0.5 * this.#lexicon.commonness(term.stem) : 1),
      }),
    );
    const heading = analyzerFor(language).terms(context?.heading ?? '');
    const around = new Set([...this.contextNames(context, language), ...heading.map(({ stem }) => stem)]);
    for (const stem of around)
      wanted.push({ alternatives: [{ stem, weight: 1 }], importance: contextImportance });
    return wanted;
  }

  /** Names in the paragraph before the query. The sentences of a paragraph are asked about one after the other. */
  contextNames(context: QueryContext | undefined, language: Language): ReadonlySet<string> {
    const paragraph = context?.paragraph ?? '';
    if (paragraph === '') return noNames;
    const { version } = this.#library;
    const last = this.#lastNames;
    if (last?.paragraph === paragraph && last.language === language && last.version === version)
      return last.names;
    const terms = analyzerFor(language).terms(paragraph);
    const names = new Set(
      terms.filter((term) => isName(term, this.#library, this.#lexicon)).map(({ stem }) => stem),
    );
    this.#lastNames = { paragraph, language, version, names };
    return names;
  }
}
