import type { Term } from './analysis';
import { stemOf, type Language } from './language';
import type { Lexicon } from './lexicon';
import type { Library } from './library';

const fewestLetters = { name: 2, word: 3 } as const;
/** What saves fewer letters is no short form. */
const fewestSaved = 2;
const sureLetters = 3;
const sure = 0.9;
const unsure = 0.6;

/**
 * The stems that the notes cut short and with which a word of the query begins, "constit." for _constitution_, each with how well it stands
 * for the word, from 0 to 1.
 */
export function shortFormsOf(
  { folded, stem }: Term,
  isName: boolean,
  language: Language,
  library: Library,
  lexicon: Lexicon,
): readonly (readonly [stem: string, strength: number])[] {
  const cutShort = library.cutShort.get(folded.slice(0, 2));
  if (!cutShort) return [];
  const forms: [string, number][] = [];
  const least = isName ? fewestLetters.name : fewestLetters.word;
  for (let letters = least; letters <= folded.length - fewestSaved; letters++) {
    const form = stemOf(folded.slice(0, letters), language);
    if (form === stem || !cutShort.has(form) || library.placesOf(form).isPlain === isName) continue;
    // Notes whose sentences begin with small letters seem to cut short whatever ends one.
    if (!isName && lexicon.isWord(form)) continue;
    forms.push([form, letters < sureLetters ? unsure : sure]);
  }
  return forms;
}
