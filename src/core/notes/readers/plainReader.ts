import type { Steps } from '../../util/steps';
import type { NotesBlock, NotesReading } from '../blocks';
import type { NotesText } from '../notesText';
import type { SkippedLines } from '../outline';
import { readReferenceEntry } from '../referenceEntry';
import { isOccasionBelowTitle, readSourceTitle } from '../sourceLabel';
import { isOwnThought, kindOfHeading, takeKindLabel } from '../statement/kinds';
import { readHeader } from './header';
import { arrowStyle, DepthStack } from './markers';
import { plainItems, type PlainItem } from './plainItems';
import { phrase } from '../../util/localize';
import {
  asksQuestion,
  endsSentence,
  isAllCapitals,
  isPartTitle,
  looksLikeLabel,
  startsWithPlace,
  statesSomething,
  wordCount,
} from './words';

/** Reads notes without markup from line `from` on: flat paste, indented, bulleted and numbered outlines. */
export function* readPlain(notes: NotesText, from: number): Steps<NotesReading> {
  const header = readHeader(notes, from);
  const items = yield* plainItems(notes, header.end);
  return yield* new PlainReader(notes, items, header.blocks).read(header.skipped);
}

/** Ranks of headings: a part title stands above a question. */
const partRank = 1;
const questionRank = 2;

/** A line with arrows below it is their topic, and no statement that they go on with, if it has no more words. */
const longestTopic = 4;

class PlainReader {
  readonly #notes: NotesText;
  readonly #items: readonly PlainItem[];
  readonly #blocks: NotesBlock[];
  readonly #skipped: SkippedLines[] = [];
  /** Whether the first line has named the source. */
  #hasTitle = false;
  /** Whether a header has named the source. */
  readonly #hasSource: boolean;
  readonly #depths = new DepthStack();
  readonly #hasIndent: boolean;
  /** Column of the outermost lines, a title above them excepted. */
  #leastIndent: number;
  readonly #hasMarkers: boolean;
  readonly #styles: ReadonlySet<string>;
  readonly #headingStyle: string | undefined;
  /** Depths of the list items that serve as headings above the current place. */
  readonly #listHeadings: number[] = [];
  /** Depth of the heading without a marker above the current place. */
  #lineHeading: number | undefined;
  /** Index of the last line that is a heading for the reader's own thoughts, or a question right below one. */
  #ownLast = -2;

  constructor(notes: NotesText, items: readonly PlainItem[], blocks: readonly NotesBlock[]) {
    this.#notes = notes;
    this.#items = items;
    this.#blocks = [...blocks];
    this.#hasSource = blocks.some(
      (block) => block.type === 'source' && (block.facts.title ?? block.facts.label),
    );
    this.#styles = new Set(items.map(({ style }) => style));
    this.#hasMarkers = this.#styles.size > 1 || (this.#styles.size === 1 && !this.#styles.has(''));
    const least = leastIndentOf(items);
    this.#leastIndent = least;
    this.#hasIndent = items.some(({ first }) => first.indent >= least + 2);
    this.#headingStyle = this.#findHeadingStyle();
  }

  *read(skipped: NotesReading['skipped']): Steps<NotesReading> {
    this.#skipped.push(...skipped);
    for (const [index, item] of this.#items.entries()) {
      if (index % 32 === 0) yield;
      this.#readItem(item, index);
    }
    const numbered = [...this.#styles].some((style) => style !== '' && !style.startsWith('bullet'));
    const format = numbered ? 'numbered' : this.#hasIndent || this.#hasMarkers ? 'indented' : 'flat';
    const nested =
      this.#hasIndent ||
      this.#styles.size > 2 ||
      (this.#headingStyle !== undefined &&
        this.#items.some(({ style }) => style !== '' && style !== this.#headingStyle));
    return { format, syntax: 'markdown', nested, blocks: this.#blocks, problems: [], skipped: this.#skipped };
  }

  #readItem(item: PlainItem, index: number): void {
    const text = this.#textOf(item);
    const span = { start: item.start, end: item.last.end };
    if (this.#isTitle(item, index, text)) {
      this.#depths.reset();
      if (index === 0) this.#leastIndent = leastIndentOf(this.#items.slice(1));
      this.#blocks.push({ type: 'source', facts: readSourceTitle(text, index === 0).facts });
      this.#hasTitle ||= index === 0;
      return;
    }
    if (index === 1 && this.#hasTitle && isOccasionBelowTitle(text)) {
      this.#skipped.push({
        line: item.first.number,
        endLine: item.last.number,
        reason: phrase('about the notes themselves'),
      });
      return;
    }
    const isOuterHeading = item.style !== '' && item.style === this.#headingStyle;
    if (isOuterHeading && item.first.indent <= this.#leastIndent + 1) this.#depths.reset();
    const depth = this.#depths.depthOf(item.first.indent, item.style);
    const rank = this.#asksUnderOwn(item, index, text)
      ? undefined
      : this.#headingRank(item, index, text, depth);
    if (item.style !== '') this.#leaveListHeadings(depth);
    if (rank === undefined) {
      if (item.style === '') this.#lineHeading = undefined;
      this.#blocks.push({ type: 'statement', span, depth });
      return;
    }
    if (item.style !== '') this.#listHeadings.push(depth);
    else {
      this.#listHeadings.length = 0;
      this.#lineHeading = depth;
    }
    if (kindOfHeading(text) === 'comment') this.#ownLast = index;
    if (item.style === '' && !this.#isParent(index)) this.#depths.reset();
    this.#blocks.push({ type: 'heading', level: rank + depth, span });
  }

  /** "Questions for the seminar" and right below it the reader's questions, which are no headings. */
  #asksUnderOwn(item: PlainItem, index: number, text: string): boolean {
    const isOwn = this.#ownLast === index - 1 && !item.apart && asksQuestion(text) && !this.#isParent(index);
    if (isOwn) this.#ownLast = index;
    return isOwn;
  }

  /** A statement of an outline does not stand under the headings at its own depth or deeper. */
  #leaveListHeadings(depth: number): void {
    const headings = this.#listHeadings;
    if ((headings.at(-1) ?? -1) < depth) return;
    while ((headings.at(-1) ?? -1) >= depth) headings.pop();
    this.#blocks.push({ type: 'leave', level: partRank + depth });
  }

  #textOf(item: PlainItem): string {
    const text = this.#notes.text.slice(item.start, item.last.end);
    return /\s\s|[^\S ]/.test(text) ? text.replace(/\s+/g, ' ') : text;
  }

  /** The first line names the source unless it asks or states something; a later one must say so itself: "Gaddis Notes". */
  #isTitle(item: PlainItem, index: number, text: string): boolean {
    if (item.style !== '' || text.length > 400) return false;
    const next = this.#items[index + 1];
    if (item.apart && next && (readReferenceEntry(text) ?? this.#namesWork(text, next))) return true;
    if (text.length > 300 || asksQuestion(text)) return false;
    if (index === 0) {
      if (this.#hasSource && !readSourceTitle(text).certain) return false;
      const { certain } = readSourceTitle(text, true);
      if (certain || item.underlined) return true;
      if (this.#standsOutAlone(item) && looksLikeLabel(text, 18)) return true;
      if (!next || !looksLikeLabel(text, 18) || isPartTitle(text)) return false;
      const nextText = this.#textOf(next);
      return (
        asksQuestion(nextText) ||
        isPartTitle(nextText) ||
        isAllCapitals(nextText) ||
        (item.apart && next.apart && this.#isHeadingLine(next, index + 1, nextText) !== undefined)
      );
    }
    const mayBeTitle = item.apart && next !== undefined && item.first.indent === 0;
    if (!mayBeTitle || !/note|notizen|笔记|конспект|заметки/iu.test(text) || !looksLikeLabel(text, 10))
      return false;
    const { label } = readSourceTitle(text).facts;
    return label !== undefined && label !== text;
  }

  /** `Kennan, "The Sources of Soviet Conduct" (1947)` between blank lines. */
  #namesWork(text: string, next: PlainItem): boolean {
    if (!next.apart || text.length > 200 || !/(?:1[4-9]|20)\d\d\)?\s*\.?$/.test(text) || asksQuestion(text))
      return false;
    const { title, authors, year } = readSourceTitle(text).facts;
    return title !== undefined && authors !== undefined && year !== undefined;
  }

  /** Whether all other lines stand deeper than this first one. */
  #standsOutAlone(item: PlainItem): boolean {
    const others = this.#items.slice(1);
    return others.length > 1 && leastIndentOf(others) >= item.first.indent + 2;
  }

  #headingRank(item: PlainItem, index: number, text: string, depth: number): number | undefined {
    const isLast = index === this.#items.length - 1;
    if (isOwnThought(text) || (isLast && takeKindLabel(text).kind)) return undefined;
    if (item.style === '') return this.#isHeadingLine(item, index, text);
    if (asksQuestion(text)) {
      const isUnderHeading = this.#listHeadings.includes(depth - 1) || this.#lineHeading === depth - 1;
      return depth === 0 || (isUnderHeading && this.#isParent(index)) ? questionRank : undefined;
    }
    if (item.style === this.#headingStyle && depth === 0) return questionRank;
    return undefined;
  }

  #isHeadingLine(item: PlainItem, index: number, text: string): number | undefined {
    if (
      startsWithPlace(text, false) ||
      /^[Pp][Pp]?\.\s?\d[\d–-]*\s+[\p{Ll}\d]/u.test(text) ||
      /^[!?]/.test(text)
    )
      return undefined;
    if (item.underlined || isAllCapitals(text)) return partRank;
    const isOuter = item.first.indent <= Math.max(1, this.#leastIndent);
    if (isOuter && isPartTitle(text)) return partRank;
    // Right below the last statement it is what the reader wonders, and no heading.
    if (asksQuestion(text) && index === this.#items.length - 1 && !item.apart && index > 0) return undefined;
    if (asksQuestion(text)) return isOuter || this.#isParent(index) ? questionRank : undefined;
    if (!isOuter || endsSentence(text)) return undefined;
    const next = this.#items[index + 1];
    if (!next) return undefined;
    const standsApart =
      (next.style !== '' && next.style === this.#headingStyle) ||
      (next.style === arrowStyle &&
        (this.#items[index + 2]?.style !== arrowStyle || wordCount(text) > longestTopic));
    const leadsOn = !standsApart && (this.#isParent(index) || (next.style !== '' && item.style === ''));
    if (/[:：]$/.test(text))
      return looksLikeLabel(text.slice(0, -1)) && (leadsOn || !this.#hasIndent || wordCount(text) <= 4)
        ? questionRank
        : undefined;
    if (statesSomething(text) || !looksLikeLabel(text) || this.#answers(item, index, text)) return undefined;
    return leadsOn || this.#opensBlock(item, next, text) ? questionRank : undefined;
  }

  /** A line with a page of its own, or right below a question, is a statement even where others stand under it. */
  #answers(item: PlainItem, index: number, text: string): boolean {
    const previous = this.#items[index - 1];
    const isBelowQuestion =
      previous !== undefined &&
      !item.apart &&
      previous.style === '' &&
      previous.first.indent === item.first.indent &&
      asksQuestion(this.#textOf(previous));
    return isBelowQuestion || /[([]pp?\.?\s?\d+[)\]]$|,\s(?:p|S)\.\s?\d+$/.test(text);
  }

  /** "Evidence" right above longer lines, with a blank line before it. */
  #opensBlock(item: PlainItem, next: PlainItem, text: string): boolean {
    const words = wordCount(text);
    return (
      item.apart &&
      !next.apart &&
      next.style === '' &&
      words <= 3 &&
      wordCount(this.#textOf(next)) > words + 2
    );
  }

  /** Whether the next item stands deeper than this one. */
  #isParent(index: number): boolean {
    const item = this.#items[index];
    const next = this.#items[index + 1];
    if (!item || !next) return false;
    if (next.first.indent >= item.first.indent + 2) return true;
    return (
      next.first.indent >= item.first.indent - 1 &&
      next.style !== item.style &&
      this.#rankOf(next.style) > this.#rankOf(item.style)
    );
  }

  /** "2. Staat und Moral" after a blank line, and lines without a marker right below it. */
  #opensText(index: number, item: PlainItem): boolean {
    const next = this.#items[index + 1];
    return item.apart && next?.style === '' && !next.apart && next.first.indent >= item.first.indent - 1;
  }

  /** Order in which marker styles come up: at the same indentation, a later one stands deeper. */
  #rankOf(style: string): number {
    return [...this.#styles].indexOf(style);
  }

  /** The style of the outermost numbered items, if these are the headings of the outline: short, and with items below. */
  #findHeadingStyle(): string | undefined {
    const first = this.#items.find(({ style }) => style !== '');
    if (!first || first.style.startsWith('bullet')) return undefined;
    const outer = [...this.#items.entries()].filter(
      ([, { style, first: line }]) => style === first.style && line.indent <= first.first.indent + 1,
    );
    const parents = outer.filter(([index, item]) => this.#isParent(index) || this.#opensText(index, item));
    const titles = parents.filter(([, item]) => {
      const text = this.#textOf(item);
      return asksQuestion(text) || (looksLikeLabel(text) && !statesSomething(text));
    });
    return parents.length > 0 && parents.length >= outer.length / 2 && titles.length === parents.length
      ? first.style
      : undefined;
  }
}

function leastIndentOf(items: readonly PlainItem[]): number {
  let least = Infinity;
  for (const { first } of items) least = Math.min(least, first.indent);
  return Number.isFinite(least) ? least : 0;
}
