import { stemmer as dutch } from '@orama/stemmers/dutch';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as german } from '@orama/stemmers/german';
import { stemmer as italian } from '@orama/stemmers/italian';
import { stemmer as portuguese } from '@orama/stemmers/portuguese';
import { stemmer as russian } from '@orama/stemmers/russian';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import irregularForms from 'generated:irregularForms';
import { stem as porter2 } from 'porter2';
import { deu } from 'stopword/src/stopwords_deu.js';
import { eng } from 'stopword/src/stopwords_eng.js';
import { fra } from 'stopword/src/stopwords_fra.js';
import { ita } from 'stopword/src/stopwords_ita.js';
import { nld } from 'stopword/src/stopwords_nld.js';
import { por } from 'stopword/src/stopwords_por.js';
import { rus } from 'stopword/src/stopwords_rus.js';
import { spa } from 'stopword/src/stopwords_spa.js';
import { fold } from './fold';

/** A language whose words are stemmed, by its ISO 639-1 code; `other` is any other one, whose words stay as they are. */
export type Language = 'en' | 'de' | 'fr' | 'es' | 'it' | 'pt' | 'nl' | 'ru' | 'other';

interface Grammar {
  readonly stem: (word: string) => string;
  readonly stopWords: ReadonlySet<string>;
}

/** Words as frequent and as empty as those of the package's English list, which leaves them out. */
const moreEnglish =
  "us no not nor nowhere neither whether upon toward towards within without again against among although though while until yet however thus hence therefore just even ever so too own itself themselves ourselves yourself herself myself why whose whom down off during each few he'd he'll he's i'd i'll i'm i've isn't it's let's she'd she's wasn't weren't won't wouldn't don't doesn't didn't hasn't haven't hadn't can't cannot couldn't shouldn't they're they've we're we've you're i.e e.g ie eg etc cf vs via re anti pro non ii iii iv vi vii viii being having doing does done may shall must ought did rather quite almost already always often perhaps maybe else instead per one's".split(
    ' ',
  );

const regularForms: ReadonlyMap<string, string> = new Map(Object.entries(irregularForms));

const grammars: Readonly<Record<Language, Grammar>> = {
  en: grammar((word) => porter2(regularForms.get(word) ?? word), [...eng, ...moreEnglish]),
  de: grammar(german, deu),
  fr: grammar(french, fra),
  es: grammar(spanish, spa),
  it: grammar(italian, ita),
  pt: grammar(portuguese, por),
  nl: grammar(dutch, nld),
  ru: grammar(russian, rus),
  other: grammar((word) => word, []),
};

function grammar(stem: (word: string) => string, stopWords: readonly string[]): Grammar {
  return { stem, stopWords: new Set(stopWords.map(fold)) };
}

/** The languages whose words are stemmed. */
export const languages = (Object.keys(grammars) as Language[]).filter((code) => code !== 'other');

export function isLanguage(code: string): code is Language {
  return code in grammars;
}

/** `word` in lower case, with its accents: stemmers go by them. The result is folded. */
export function stemOf(word: string, language: Language): string {
  return fold(grammars[language].stem(word));
}

/** Whether `folded` is one of the language's words that say nothing by themselves. */
export function isStopWord(folded: string, language: Language): boolean {
  return grammars[language].stopWords.has(folded);
}

/** A word tells something about the language only where few of these share it. */
const votes = new Map<string, Language[]>();
for (const [language, { stopWords }] of Object.entries(grammars) as [Language, Grammar][])
  for (const word of stopWords) votes.set(word, [...(votes.get(word) ?? []), language]);

/** What most words begin with, told quickly. */
const plainStart = /^[a-z0-9]/;

/**
 * The language of a text by the stop words it holds; undefined when they don't decide, as in a few typed words. Texts
 * mostly in a script that none of the languages uses are `other`.
 */
export function detectLanguage(folded: readonly string[]): Language | undefined {
  const tally = new Map<Language, number>();
  let foreign = 0;
  for (const word of folded) {
    const voters = votes.get(word) ?? [];
    for (const language of voters) tally.set(language, (tally.get(language) ?? 0) + 1 / voters.length);
    if (!plainStart.test(word) && !/^[\p{Script=Latin}\p{Script=Cyrillic}\p{N}]/u.test(word)) foreign++;
  }
  if (foreign * 2 > folded.length) return 'other';
  const [best, second] = [...tally].sort((a, b) => b[1] - a[1]);
  if (!best || best[1] < 1.5 || best[1] < 1.3 * (second?.[1] ?? 0)) return undefined;
  return best[0];
}
