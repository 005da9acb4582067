import { fold } from './fold';
import { detectLanguage, isStopWord, stemOf, type Language } from './language';
import { joinedName } from './names';
import { wordsOf, type Word } from './words';

/** A word that says something, in the forms by which it is looked up. */
export interface Term extends Word {
  /** Lower case and without accents. */
  readonly folded: string;
  readonly stem: string;
}

interface Forms {
  readonly folded: string;
  readonly stem: string;
  readonly empty: boolean;
}

const cacheLimit = 50_000;

/** Cuts texts of one language into terms; stems are remembered, as the same words come again and again. */
export class Analyzer {
  readonly language: Language;
  readonly #forms = new Map<string, Forms>();

  constructor(language: Language) {
    this.language = language;
  }

  /** The terms of `text` in order, stop words and single letters left out. */
  terms(text: string): Term[] {
    const terms: Term[] = [];
    const words = wordsOf(text);
    for (let i = 0; i < words.length; i++) {
      const word = words[i];
      if (!word) continue;
      const { folded, stem, empty } = this.#formsOf(word.text);
      const joined = this.language === 'en' ? joinedName(words, i, folded) : undefined;
      if (joined) {
        i += joined.words - 1;
        const end = words[i]?.end ?? word.end;
        const { start } = word;
        const { name } = joined;
        const whole = {
          text: text.slice(start, end),
          start,
          end,
          writing: 'name',
          isCutShort: false,
        } as const;
        terms.push({ ...whole, folded: name, stem: name });
        continue;
      }
      const acronym = word.writing === 'acronym' && word.text.length > 1;
      if (!empty || acronym) terms.push({ ...word, folded, stem });
    }
    return terms;
  }

  #formsOf(written: string): Forms {
    const known = this.#forms.get(written);
    if (known) return known;
    const folded = fold(written);
    const single = folded.length === 1 && /[\p{Script=Latin}\p{Script=Cyrillic}]/u.test(folded);
    const empty = single || isStopWord(folded, this.language);
    const forms = { folded, stem: empty ? folded : stemOf(written.toLowerCase(), this.language), empty };
    if (this.#forms.size >= cacheLimit) this.#forms.clear();
    this.#forms.set(written, forms);
    return forms;
  }
}

const analyzers = new Map<Language, Analyzer>();

/** The one analyzer of a language. */
export function analyzerFor(language: Language): Analyzer {
  const analyzer = analyzers.get(language) ?? new Analyzer(language);
  analyzers.set(language, analyzer);
  return analyzer;
}

/** The language of `texts` taken together; undefined when they are too short to tell. */
export function languageOf(texts: readonly string[]): Language | undefined {
  const folded: string[] = [];
  for (const text of texts) {
    for (const word of wordsOf(text)) folded.push(fold(word.text));
    if (folded.length > 2000) break;
  }
  return detectLanguage(folded);
}
