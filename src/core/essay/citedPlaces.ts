import { type Locator, type LocatorMatch, matchLocator } from '../citation/locator';
import { findCitations, parseCitationAt } from '../citation/pandoc/parseCitation';
import type { ParsedCitation } from '../citation/pandoc/pandocCitation';
import { readLocator } from '../notes/locator/readLocator';
import type { Span } from '../text/position';
import type { EssayDocument } from './essayDocument';
import { inlineCitations } from './inlineCitations';
import { noteCites } from './noteCites';
import type { Work, Works } from './works';

/** One source of a citation, where it stands in the essay. */
export interface PlacedCite {
  /** What it may be: one work as a rule, several where nothing tells them apart, none if we don't know it. */
  readonly works: readonly Work[];
  /** Of the part that names this source. */
  readonly span: Span;
  readonly locator?: Locator;
  /** Of label and value. */
  readonly locatorSpan?: Span;
  /** `Ibid.` in brackets of the running text: of the work that the citation before it names last. */
  readonly isSameAsBefore?: true;
  /** In Pandoc's syntax. */
  readonly citekey?: string;
  /** Of the key with its `@`. */
  readonly citekeySpan?: Span;
}

/** A place of the running text that cites: a citation in the sentence, or the mark of a note. */
export interface CitedPlace {
  readonly kind: 'pandoc' | 'note' | 'inline';
  readonly span: Span;
  /** The author is part of the sentence: `Salter (2015) shows that …`. It opens what it covers, and closes nothing. */
  readonly isNarrative: boolean;
  /** Empty if it cites nothing that can be read, or its note is missing. */
  readonly cites: readonly PlacedCite[];
  /** A note that is missing, or has no text yet. */
  readonly isBlank?: true;
}

/** Every place of the essay's running text that cites, in order, with the sources it names. */
export function readCitedPlaces(essay: EssayDocument, works: Works): readonly CitedPlace[] {
  const found: CitedPlace[] = [];
  essay.tree.iterate({
    enter: (node) => {
      if (node.name === 'FootnoteDefinition' || node.name === 'InlineNote') return false;
      if (node.name !== 'Citation') return true;
      const citation = parseCitationAt(essay.text.slice(0, node.to), node.from);
      if (!citation) return false;
      found.push({
        kind: 'pandoc',
        span: { start: node.from, end: node.to },
        isNarrative: citation.kind === 'in-text',
        cites: pandocCites(citation, essay.text, 0, works),
      });
      return false;
    },
  });
  found.push(...readNotes(essay, works));
  for (const paragraph of essay.paragraphs) found.push(...inlineCitations(paragraph, works));
  return resolveSameAsBefore(found.sort((a, b) => a.span.start - b.span.start));
}

function resolveSameAsBefore(places: readonly CitedPlace[]): readonly CitedPlace[] {
  let before: readonly Work[] = [];
  return places.map((place) => {
    const cites = place.cites.map((cite) => (cite.isSameAsBefore ? { ...cite, works: before } : cite));
    before = cites.at(-1)?.works ?? before;
    return { ...place, cites };
  });
}

/** In the order of the notes, because "ibid." refers to the one before. */
function readNotes(essay: EssayDocument, works: Works): readonly CitedPlace[] {
  const texts = new Map<string, Span>();
  for (const { label, span } of essay.footnotes.definitions) {
    const mark = /^\[\^[^\]]+\]:[ \t]*/.exec(essay.text.slice(span.start, span.end))?.[0].length ?? 0;
    if (!texts.has(label)) texts.set(label, { start: span.start + mark, end: span.end });
  }
  const read = new Map<string, readonly PlacedCite[]>();
  let before: readonly PlacedCite[] = [];
  return essay.footnotes.references.map(({ label, span }) => {
    const inPlace = { start: span.start + 2, end: span.end - 1 };
    const at = label === undefined ? inPlace : texts.get(label);
    const known = read.get(label ?? '');
    const cites = known ?? (at ? readNote(essay.text, at, works, before) : []);
    if (label !== undefined) read.set(label, cites);
    before = cites;
    const isBlank = at === undefined || essay.text.slice(at.start, at.end).trim() === '';
    return { kind: 'note' as const, span, isNarrative: false, cites, ...(isBlank && { isBlank }) };
  });
}

type PlacedLocator = Pick<LocatorMatch, 'locator' | 'span'>;

/** Longer notes are read so far, in UTF-16 units. */
const MAX_NOTE = 4000;

function readNote(
  essay: string,
  { start, end }: Span,
  works: Works,
  before: readonly PlacedCite[],
): readonly PlacedCite[] {
  const text = essay.slice(start, Math.min(end, start + MAX_NOTE));
  const pandoc = findCitations(text).flatMap((citation) => pandocCites(citation, text, start, works));
  return pandoc.length > 0 ? pandoc : noteCites(text, start, works, before);
}

/** @param text in which the citation stands, `base` its offset in the essay */
function pandocCites(
  { kind, parts }: ParsedCitation,
  text: string,
  base: number,
  works: Works,
): readonly PlacedCite[] {
  const moved = ({ start, end }: Span): Span => ({ start: base + start, end: base + end });
  return parts.map(({ cite, span, citekeySpan, locatorSpan, suffixSpan }) => {
    const work = works.withKey(cite.citekey);
    const inSuffix = cite.locator || !suffixSpan ? undefined : placeInSuffix(text, suffixSpan);
    const behind = kind === 'in-text' && !cite.locator ? (inSuffix ?? placeBehind(text, span.end)) : inSuffix;
    const locator = cite.locator ?? behind?.locator;
    const place = locatorSpan ?? behind?.span;
    return {
      works: work ? [work] : [],
      span: moved(span),
      citekey: cite.citekey,
      citekeySpan: moved(citekeySpan),
      ...(locator && { locator }),
      ...(place && { locatorSpan: moved(place) }),
    };
  });
}

/** `[@salter2015, S. 63]`: to pandoc in English the page is text, to the reader it is the page. */
function placeInSuffix(text: string, { start, end }: Span): PlacedLocator | undefined {
  const from = start + (/^[,\s]*/.exec(text.slice(start, end))?.[0].length ?? 0);
  const locator = /^\p{L}/u.test(text.charAt(from)) ? readLocator(text.slice(from, end)) : undefined;
  return locator?.label === 'page' ? { locator, span: { start: from, end } } : undefined;
}

/** `@salter2015, p. 63`: to pandoc the page is text, to the reader it is the page. */
function placeBehind(text: string, end: number): PlacedLocator | undefined {
  const comma = /^,\s+/.exec(text.slice(end, end + 20))?.[0].length;
  const found = comma === undefined ? undefined : matchLocator(text, end + comma);
  return found && (!found.isImplicit || /^[.;)\s]*$/.test(text.slice(found.span.end))) ? found : undefined;
}
