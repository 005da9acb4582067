import type { PlacedCite } from '../essay/citedPlaces';
import { wordsAt } from './findings';
import type { Check, CheckInput } from './problem';
import type { QuotedPassage } from './quotedPassages';

/** Fewer quoted words are a term, a title or irony; all the more where the sentence itself cites nothing. */
const LEAST_CITED_THERE = 4;
const LEAST_CITED_ELSEWHERE = 6;

/** Quoted words that none of the notes has, though there are notes on the work that is cited, or nothing is cited. */
export const quotationNotInNotes: Check = (input) =>
  input.quotations.flatMap((passage) => {
    const { quotation } = passage;
    if (!isMissing(passage, input)) return [];
    return [
      {
        code: 'quotation-not-in-notes',
        message: input.localize(
          'None of your notes has these words. Compare them with the book, or leave out the quotation marks.',
        ),
        span: quotation.span,
        related: [],
        fixes: [],
        content: wordsAt(input.essay.text, quotation.inner),
      },
    ];
  });

function isMissing(passage: QuotedPassage, input: CheckInput): boolean {
  const { quotation, matches, cites, isCitedThere } = passage;
  const { exact, near, length } = matches;
  if (exact.length + near.length > 0 || length < (isCitedThere ? LEAST_CITED_THERE : LEAST_CITED_ELSEWHERE))
    return false;
  if (isTitle(quotation.words)) return false;
  if (!cites || hasBlankNote(passage)) return !isForeign(quotation.words, undefined, input);
  const noted = notedSources(cites);
  return noted !== undefined && hasArguments(noted, input) && !isForeign(quotation.words, noted, input);
}

/** Whether all that it is cited by is a note without a text. */
function hasBlankNote({ cites, sentences }: QuotedPassage): boolean {
  const places = sentences.flatMap((sentence) => sentence.places);
  return cites?.length === 0 && places.length > 0 && places.every(({ isBlank }) => isBlank);
}

/** The sources of the notes that are cited; undefined if a work is cited, too, that has none. */
function notedSources(cites: readonly PlacedCite[]): ReadonlySet<string> | undefined {
  if (
    cites.length === 0 ||
    cites.some(({ works }) => works.length === 0 || works.some(({ sources }) => sources.size === 0))
  )
    return undefined;
  return new Set(cites.flatMap(({ works }) => works.flatMap(({ sources }) => [...sources])));
}

function hasArguments(sources: ReadonlySet<string>, { library }: CheckInput): boolean {
  return library.files.some(
    (file) =>
      file.sources.some(({ id }) => sources.has(id)) &&
      file.arguments.some(({ source }) => sources.has(source.id)),
  );
}

/** "The Sources of Soviet Conduct": all but small words have capitals. */
function isTitle(words: string): boolean {
  const long = words.match(/[\p{L}][\p{L}'’-]{3,}/gu) ?? [];
  return long.length > 0 && long.filter((word) => /^\p{Lu}/u.test(word)).length >= 0.8 * long.length;
}

/** Whether the notes are in another language, so that the student has translated what is quoted. */
function isForeign(
  words: string,
  sources: ReadonlySet<string> | undefined,
  { essay, languages }: CheckInput,
): boolean {
  return languages.ofQuotation(words, essay) !== languages.ofNotes(sources);
}
