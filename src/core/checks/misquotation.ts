import type { TextEdit } from '../citation/textEdit';
import type { Localize } from '../util/localize';
import type { Difference } from './alignQuotation';
import { placeOf, wordsAt } from './findings';
import { withLostDenial } from './lostDenial';
import type { Check, CheckInput, Finding } from './problem';
import type { QuotationMatch } from './quotationMatch';
import { citesSourceOf, type QuotedPassage } from './quotedPassages';

/** So many words must agree before a quotation from another work is held against the notes. */
const SURE_OF_ITSELF = 6;

/** Words in quotation marks that differ from the notes' by a changed, missing or added word, or by a "not" before them. */
export const misquotation: Check = (input) =>
  input.quotations.flatMap((passage) => {
    const match = passage.matches.near.find((near) => isMeant(near, passage)) ?? withLostDenial(passage);
    return match ? [findingOf(match, passage, input)] : [];
  });

function isMeant(match: QuotationMatch, { cites }: QuotedPassage): boolean {
  if (!cites || citesSourceOf(cites, match.argument)) return true;
  const { cost, matched } = match.alignment;
  return cost === 1 && matched.length >= SURE_OF_ITSELF;
}

function findingOf(
  match: QuotationMatch,
  { quotation }: QuotedPassage,
  { essay, localize }: CheckInput,
): Finding {
  const { argument, alignment } = match;
  const differences = alignment.differences.map((difference) =>
    describe(difference, match, quotation.words, localize),
  );
  return {
    code: 'misquotation',
    message: localize(
      'These are not the words of your notes: {0}. Correct them, or mark what you changed with […] or [brackets].',
      differences.join(', '),
    ),
    span: quotation.span,
    related: [placeOf(argument)],
    fixes: [
      {
        kind: 'edit',
        title: localize('Correct the Quotation'),
        edits: alignment.differences.map((difference) => correct(difference, match, quotation)),
      },
    ],
    content: `${wordsAt(essay.text, quotation.inner)}\n${argument.argument.text}`,
  };
}

interface Slices {
  readonly quoted: string;
  readonly noted: string;
}

function slicesOf(
  { quoted, noted }: Difference,
  { tokens, words, argument }: QuotationMatch,
  quotation: string,
): Slices {
  const places = tokens
    .slice(quoted.start, quoted.end)
    .flatMap((token) => (token.kind === 'word' ? [token] : []));
  const [first, last] = [places[0], places.at(-1)];
  const [from, to] = [words[noted.start], words[noted.end - 1]];
  return {
    quoted: first && last ? quotation.slice(first.start, last.end) : '',
    noted: noted.start < noted.end && from && to ? argument.argument.text.slice(from.start, to.end) : '',
  };
}

function describe(
  difference: Difference,
  match: QuotationMatch,
  quotation: string,
  localize: Localize,
): string {
  const { quoted, noted } = slicesOf(difference, match, quotation);
  if (quoted === '') return localize('“{0}” is missing', noted);
  return noted === ''
    ? localize('“{0}” was added', quoted)
    : localize('“{0}” instead of “{1}”', quoted, noted);
}

/** Puts the note's words in place of those that differ, and leaves all the others as they are. */
function correct(
  difference: Difference,
  match: QuotationMatch,
  { inner, words }: QuotedPassage['quotation'],
): TextEdit {
  const { noted } = slicesOf(difference, match, words);
  const { start, end } = difference.quoted;
  const places = match.tokens.slice(start, end).flatMap((token) => (token.kind === 'word' ? [token] : []));
  const [first, last] = [places[0], places.at(-1)];
  if (first && last) {
    // A word that goes takes the space behind it along.
    const space = noted === '' ? (/^\s+/.exec(words.slice(last.end))?.[0].length ?? 0) : 0;
    return {
      span: { start: inner.start + first.start, end: inner.start + last.end + space },
      newText: noted,
    };
  }
  const before = match.tokens.slice(0, start).findLast((token) => token.kind === 'word');
  const at = inner.start + (before?.kind === 'word' ? before.end : 0);
  return { span: { start: at, end: at }, newText: before ? ` ${noted}` : `${noted} ` };
}
