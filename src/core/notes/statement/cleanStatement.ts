import type { Locator } from '../../citation/locator';
import { takeLocator } from '../locator/takeLocator';
import { readCitation, takeNamedSource, type NamedSource } from '../locator/takeNamedSource';
import { allSigns, Sign } from '../../text/signs';
import type { ArgumentKind, Syntax } from '../outline';
import { isQuoted, takeKindLabel } from './kinds';
import { stripMarkup } from './markup';
import { citationPlace, type InlineField } from './markupGrammar';

/** What one statement of the notes says, taken apart. */
export interface CleanStatement {
  /** The student's words to the letter, without marker, locator, tag, block id and markup. */
  readonly text: string;
  readonly kind?: ArgumentKind;
  readonly locator?: Locator;
  /** Another source that this statement names as its own. */
  readonly named?: NamedSource;
}

const mayQuote = Sign.doubleQuote | Sign.singleQuote | Sign.foreign;

const blockId = /^\s\^[A-Za-z0-9-]{1,60}$/;

/** A citation taken out, with the word that led to it. */
const citationWithLead = new RegExp(
  String.raw`(?:\b(?:cf\.?|see|compare|vgl\.|siehe)\s*)?${citationPlace}`,
  'giu',
);

/** Statements longer than this many UTF-16 units are not read: nobody wrote them as one. */
export const longestStatement = 20_000;

/**
 * The rules by which a stretch of the notes becomes an argument's text, in this order:
 * 0. what the file's format writes another way, such as `&amp;` in HTML, is what it stands for;
 * 1. a line break with the indentation and quote marks after it is one space; markup goes, its words stay;
 * 2. block ids (`^id`) and tags at the start or the end go; a tag inside the sentence loses its `#`;
 * 3. a label that tells the kind (`TODO:`, `Me:`, `Summary:`) goes;
 * 4. the locator goes, and a citation of another source;
 * 5. control and zero-width characters go, every run of spaces of any width is one plain space.
 *
 * In a heading, a place before the words (`Ch. 6 The Market`) is part of its name and stays.
 *
 * @param mayHold the signs that it may hold (`Sign`)
 */
export function cleanStatement(
  raw: string,
  syntax: Syntax,
  isHeading = false,
  mayHold = allSigns,
): CleanStatement {
  const plain = stripMarkup(raw, syntax, mayHold);
  // Without its marks, a word can be a numeral.
  const signs = plain.text === raw ? mayHold : mayHold | Sign.numeral;
  const uncited = plain.citations.length > 0 ? plain.text.replace(citationWithLead, '') : plain.text;
  // Where marks or places were taken out of a tidy text, two spaces may have come together.
  const tidied = signs & Sign.untidy ? tidySpaces : oneSpace;
  const tidy = tidied(uncited);
  if (syntax.startsWith('verbatim'))
    return { text: tidy, ...(isQuoted(tidy) && { kind: 'quotation' as const }) };
  const tags = takeTags(signs & Sign.caret ? withoutBlockId(tidy) : tidy, signs);
  const labelled = takeKindLabel(tags.text, signs);
  const { text: unnamed, named = firstCitation(plain.citations) } = takeNamedSource(labelled.text, signs);
  const located = takeLocator(unnamed.trim(), isHeading, signs);
  const text = located.text === tidy ? tidy : tidied(located.text);
  const relabelled = labelled.kind ?? (text === labelled.text ? undefined : takeKindLabel(text, signs));
  const clean: { -readonly [Key in keyof CleanStatement]: CleanStatement[Key] } = {
    text: typeof relabelled === 'object' ? relabelled.text : text,
  };
  const kindByLabel = typeof relabelled === 'object' ? relabelled.kind : relabelled;
  const kind =
    kindByLabel ?? tags.kind ?? (signs & mayQuote && isQuoted(clean.text) ? 'quotation' : undefined);
  const locator = located.locator ?? named?.locator ?? fieldLocator(plain.fields);
  if (kind) clean.kind = kind;
  if (locator) clean.locator = locator;
  if (named) clean.named = named;
  return clean;
}

function firstCitation(citations: readonly string[]): NamedSource | undefined {
  return citations[0] === undefined ? undefined : readCitation(citations[0]);
}

/** `[page:: 63]` */
function fieldLocator(fields: readonly InlineField[]): Locator | undefined {
  const field = fields.find(
    ({ key, value }) => /^(?:p|pp|pages?|loc|location|chapter)$/i.test(key) && /^\d/.test(value),
  );
  if (!field) return undefined;
  const label = /^p/i.test(field.key) ? 'page' : /^l/i.test(field.key) ? 'location' : 'chapter';
  return { label, value: field.value };
}

const invisible = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u200b\u2060\ufeff\ufff9-\ufffc]/g; // eslint-disable-line no-control-regex

const untidy =
  / {2}|[\u0000-\u001f\u007f-\u00a0\u00ad\u1680\u2000-\u200b\u2028-\u202f\u205f\u2060\u3000\ufeff\ufff9-\ufffc]/; // eslint-disable-line no-control-regex

const oneSpace = (text: string) => (text.includes('  ') ? text.replace(/ {2,}/g, ' ') : text).trim();

/** One plain space for every run of spaces, and nothing that cannot be seen. */
export function tidySpaces(text: string): string {
  const isTidy = !untidy.test(text) && !text.startsWith(' ') && !text.endsWith(' ');
  return isTidy ? text : text.replace(invisible, '').replace(/\s+/g, ' ').trim();
}

const kindOfTag: Readonly<Record<string, ArgumentKind>> = {
  quote: 'quotation',
  quotation: 'quotation',
  comment: 'comment',
  idea: 'comment',
  thought: 'comment',
  me: 'comment',
  mine: 'comment',
  question: 'comment',
  summary: 'summary',
  todo: 'todo',
};

function withoutBlockId(text: string): string {
  const at = text.lastIndexOf(' ^');
  return at >= 0 && blockId.test(text.slice(at)) ? text.slice(0, at) : text;
}

const tag = String.raw`#[\p{L}_][\p{L}\p{M}\p{N}_/-]*`;
const leadingTags = new RegExp(`^(?:${tag}(?:\\s+|$))+`, 'u');
const trailingTag = new RegExp(`(?:^|\\s)${tag}$`, 'u');
const innerTag = new RegExp(`(^|[\\s(])#(?=[\\p{L}_])`, 'gu');

interface Tagged {
  readonly text: string;
  readonly kind?: ArgumentKind;
}

function takeTags(statement: string, signs: number): Tagged {
  if ((signs & Sign.hash) === 0) return { text: statement };
  const taken: string[] = [];
  let text = statement.replace(leadingTags, (tags) => {
    taken.push(...tags.trim().split(/\s+/));
    return '';
  });
  for (;;) {
    const lastWord = text.slice(text.lastIndexOf(' ') + 1);
    if (!trailingTag.test(lastWord)) break;
    taken.push(lastWord);
    text = text.slice(0, text.length - lastWord.length).trimEnd();
  }
  text = text.replace(innerTag, '$1');
  const kind = taken
    .map((name) => kindOfTag[name.slice(1).toLowerCase()])
    .find((known) => known !== undefined);
  return { text, ...(kind && { kind }) };
}
