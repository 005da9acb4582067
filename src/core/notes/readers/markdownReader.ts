import type { Locator } from '../../citation/locator';
import { readLocator } from '../locator/readLocator';
import type { Steps } from '../../util/steps';
import type { NotesBlock, NotesReading, SourceFacts } from '../blocks';
import type { NotesText } from '../notesText';
import { readReferenceEntry } from '../referenceEntry';
import { readSourceTitle } from '../sourceLabel';
import { cleanStatement } from '../statement/cleanStatement';
import { readHeader } from './header';
import { Sign } from '../../text/signs';
import { DepthStack } from './markers';
import { spanOf, type MarkdownItem } from './markdownItems';
import { MarkdownScanner, type Scanned } from './markdownScanner';
import { footnotePlaces, headingsOf, outerItemsAreWorks, rootItem } from './markdownShape';
import { factsIn, mayBeTitle } from './titleHeading';
import { asksQuestion, endsSentence, isSectionName, looksLikeLabel, statesSomething } from './words';
import { phrase } from '../../util/localize';

/**
 * Reads Markdown notes from line `from` on: headings, nested lists, quotes, callouts, tables, Obsidian's additions. `known`
 * is what their front matter tells about the source.
 */
export function* readMarkdown(
  notes: NotesText,
  from: number,
  format = 'markdown',
  known: readonly SourceFacts[] = [],
): Steps<NotesReading> {
  const header = readHeader(notes, from);
  const scanner = yield* new MarkdownScanner(notes, header.end).scan();
  const reading = yield* new MarkdownReader(notes, scanner, [...known, ...factsIn(header.blocks)]).read(
    format,
  );
  return {
    ...reading,
    blocks: [...header.blocks, ...reading.blocks],
    skipped: [...header.skipped, ...reading.skipped],
  };
}

class MarkdownReader {
  readonly #notes: NotesText;
  readonly #scanner: MarkdownScanner;
  readonly #known: readonly SourceFacts[];
  readonly #blocks: NotesBlock[] = [];
  readonly #depths = new DepthStack();
  /** Whether there are headings besides the title. */
  readonly #hasHeadings: boolean;
  readonly #footnotePlaces: ReadonlyMap<string, Locator>;
  readonly #outerItemsAreWorks: boolean;
  readonly #root: MarkdownItem | undefined;
  readonly #onlyTopHeading: MarkdownItem | undefined;
  /** Level of the heading, and depths of the list items that serve as headings, above the current place. */
  #level = 0;
  #listHeadings: number[] = [];
  /** Depths at which a list item has served as a heading since the last real one. */
  readonly #headingDepths = new Set<number>();
  #quoteDepth: number | undefined;
  /** Where the item above stands if it is a task: a numbered list below it is none of its parts. */
  #afterTask: { readonly depth: number; readonly indent: number } | undefined;
  #hasText = false;
  /** Whether an outermost list item has stated something under no question. */
  #hasLooseItems = false;
  #nested = false;

  constructor(notes: NotesText, scanner: MarkdownScanner, known: readonly SourceFacts[]) {
    this.#notes = notes;
    this.#known = known;
    this.#scanner = scanner;
    const shape = headingsOf(scanner.items);
    this.#onlyTopHeading = shape.onlyTop;
    this.#hasHeadings = shape.count > (shape.onlyTop ? 1 : 0);
    this.#footnotePlaces = footnotePlaces(notes, scanner.items);
    this.#outerItemsAreWorks = outerItemsAreWorks(notes, scanner.items);
    this.#root = this.#hasHeadings ? undefined : rootItem(notes, scanner.items);
  }

  *read(format: string): Steps<NotesReading> {
    const { items, problems, skipped } = this.#scanner;
    for (let index = 0; index < items.length; index++) {
      if (index % 32 === 0) yield;
      const item = items[index];
      if (!item) break;
      if (item.type === 'blocks') {
        for (const block of item.read(this.#level)) {
          if (this.#blocks.length % 32 === 0) yield;
          this.#blocks.push(block);
        }
        this.#depths.reset();
      } else if (item.type === 'heading') this.#readHeading(item);
      else if (item.type === 'definition') this.#readDefinition(item);
      else this.#readText(item, items[index + 1]);
    }
    return {
      format,
      syntax: 'markdown',
      nested: this.#nested || this.#hasHeadings,
      blocks: this.#blocks,
      problems,
      skipped,
    };
  }

  #readHeading(item: MarkdownItem): void {
    this.#depths.reset();
    this.#quoteDepth = undefined;
    this.#listHeadings = [];
    this.#headingDepths.clear();
    const text = this.#notes.text.slice(item.start, item.end);
    if (this.#namesSource(item, text)) {
      const another = item !== this.#onlyTopHeading;
      this.#blocks.push({ type: 'source', facts: readSourceTitle(text).facts, ...(another && { another }) });
      this.#level = 0;
      const { locator } = cleanStatement(text, 'markdown', true);
      if (locator?.label === 'page') this.#blocks.push({ type: 'place', locator });
      return;
    }
    this.#level = item.level;
    this.#hasText = true;
    this.#blocks.push({ type: 'heading', level: item.level, span: spanOf(item) });
  }

  /** The title above all else names the source unless it asks; a later heading must say so itself. */
  #namesSource(item: MarkdownItem, text: string): boolean {
    if (text.length > 300 || asksQuestion(text) || asksQuestion(cleanStatement(text, 'markdown').text))
      return false;
    if (item === this.#onlyTopHeading && !this.#hasText && !(item.level > 1 && isSectionName(text)))
      return mayBeTitle(text, this.#known);
    const { certain, facts } = readSourceTitle(text);
    return (
      certain &&
      item.level <= 2 &&
      (facts.citekey !== undefined ||
        facts.title !== undefined ||
        /note|notizen|笔记|конспект/iu.test(text) ||
        facts.year !== undefined)
    );
  }

  #readText(item: MarkdownItem, next: Scanned | undefined): void {
    const text = this.#notes.text.slice(item.start, item.end);
    const isTitle = item === this.#root || this.#isTitleLine(item, text, next);
    if (!this.#hasText && this.#level === 0 && isTitle) {
      this.#blocks.push({ type: 'source', facts: readSourceTitle(text).facts });
      this.#hasText = true;
      return;
    }
    const above = this.#placeAbove(item, text, next);
    if (above) {
      this.#depths.reset();
      this.#blocks.push({ type: 'place', locator: above });
      return;
    }
    this.#hasText = true;
    const style = item.type === 'list' || item.type === 'quote' ? item.style : '';
    const startsList = item.apart && style !== '' && style !== 'bullet';
    if (item.type !== 'quote') this.#leaveQuote();
    if (this.#afterTask?.indent === item.indent && style !== 'bullet' && style !== '')
      this.#depths.popTo(this.#afterTask.depth);
    const depth = this.#depths.depthOf(item.indent, style, startsList);
    this.#afterTask = item.kind === 'todo' ? { depth, indent: item.indent } : undefined;
    if (item.type === 'quote') this.#quoteDepth ??= depth;
    if (depth > 0) this.#nested = true;
    this.#leaveListHeadings(depth);
    if (this.#isSourceItem(item, text, next, depth)) {
      this.#blocks.push({ type: 'source', facts: readSourceTitle(text).facts, another: true });
      this.#headingDepths.clear();
      return;
    }
    if (this.#isSourceLine(item, text, next)) {
      const within = this.#level > 0;
      this.#blocks.push({
        type: 'source',
        facts: readSourceTitle(text).facts,
        another: true,
        ...(within && { within }),
      });
      this.#depths.reset();
      return;
    }
    if (this.#isHeading(item, text, next, depth)) {
      this.#listHeadings.push(item.type === 'list' ? depth : -1);
      if (item.type === 'list') this.#headingDepths.add(depth);
      const level = item.type === 'list' ? this.#level + 1 + depth : this.#level + 1;
      this.#blocks.push({ type: 'heading', level, span: spanOf(item) });
      if (item.type !== 'list') {
        this.#depths.reset();
      }
      return;
    }
    if (item.type === 'list' && depth === 0 && this.#listHeadings.length === 0) this.#hasLooseItems = true;
    const locator = 'locator' in item ? (item.locator as Locator | undefined) : this.#placeInFootnote(text);
    this.#blocks.push({
      type: 'statement',
      span: spanOf(item),
      depth,
      ...(item.kind && { kind: item.kind }),
      ...(locator && { locator }),
    });
    if (item.type === 'paragraph' && !this.#introduces(item, next, text)) this.#depths.pop();
  }

  /** A page on a line of its own with notes right below it, and a blank line or nothing above it, is theirs. */
  #placeAbove(item: MarkdownItem, text: string, next: Scanned | undefined): Locator | undefined {
    if (item.type !== 'paragraph' || !item.apart || text.length > 40 || !next || next.type === 'blocks')
      return undefined;
    if (item.first !== item.last || next.first.number !== item.last.number + 1) return undefined;
    const locator = readLocator(cleanStatement(text, 'markdown', true).text.replace(/[:：]$/, '') || text);
    return locator?.label === 'page' ? locator : undefined;
  }

  /** "Voss Notes" on a line of its own before everything else. */
  #isTitleLine(item: MarkdownItem, text: string, next: Scanned | undefined): boolean {
    if (item.type !== 'paragraph' || item.first !== item.last || text.length > 200 || endsSentence(text))
      return false;
    if (/^#|[([](?:p\.|@)/.test(text) || asksQuestion(text)) return false;
    return readSourceTitle(text).certain || (next?.type === 'heading' && looksLikeLabel(text, 18));
  }

  /** The place that a footnote of this statement gives, if the footnote is nothing but that. */
  #placeInFootnote(text: string): Locator | undefined {
    const id = text.includes('[^') ? /\[\^([^\]\s]{1,60})\]/.exec(text)?.[1] : undefined;
    return id === undefined ? undefined : this.#footnotePlaces.get(id);
  }

  /** What follows a block quote does not stand under it. */
  #leaveQuote(): void {
    if (this.#quoteDepth !== undefined) this.#depths.popTo(this.#quoteDepth);
    this.#quoteDepth = undefined;
  }

  #leaveListHeadings(depth: number): void {
    const kept = this.#listHeadings.filter((heading) => heading < depth);
    if (kept.length === this.#listHeadings.length) return;
    this.#listHeadings = kept;
    const deepest = kept.at(-1);
    this.#blocks.push({
      type: 'leave',
      level: deepest === undefined ? this.#level : this.#level + 1 + Math.max(0, deepest),
    });
  }

  /** A line such as "Stalin had three aims:" is what the list right under it is about. */
  #introduces(item: MarkdownItem, next: Scanned | undefined, text: string): boolean {
    return next?.type === 'list' && next.indent >= item.indent - 1 && (/[:：]\**$/.test(text) || !next.apart);
  }

  /** "Gaddis (2005)" with its notes below it, in a list without headings. */
  #isSourceItem(item: MarkdownItem, text: string, next: Scanned | undefined, depth: number): boolean {
    if (item.type !== 'list' || depth > 0 || this.#hasHeadings || text.length > 200) return false;
    if (next?.type !== 'list' || next.indent < item.indent + 2) return false;
    if (this.#outerItemsAreWorks) return true;
    return (
      readSourceTitle(text).certain && looksLikeLabel(text.replace(/[)\]]+$/, '')) && !statesSomething(text)
    );
  }

  /** A bold line, or an entry of a bibliography, that names the source of what stands below it. */
  #isSourceLine(item: MarkdownItem, text: string, next: Scanned | undefined): boolean {
    if (item.type !== 'paragraph' || item.first !== item.last || !item.apart || text.length > 400)
      return false;
    if (next === undefined || next.type === 'blocks' || next.type === 'heading' || asksQuestion(text))
      return false;
    const isBold = /^(\*\*|__)(?!\s).+(?<!\s)\1$/.test(text);
    if (!isBold && next.type !== 'list') return false;
    const { certain, facts } = readSourceTitle(text);
    if (!isBold) return certain && readReferenceEntry(text) !== undefined;
    return certain && (facts.title !== undefined || facts.citekey !== undefined);
  }

  /** A question with items below it, a bold line alone, and where there are no headings, a question on a line of its own. */
  #isHeading(item: MarkdownItem, text: string, next: Scanned | undefined, depth: number): boolean {
    if (
      item.type === 'quote' ||
      item.kind ||
      text.includes('::') ||
      item.first !== item.last ||
      text.length > 400
    )
      return false;
    const isParent =
      next !== undefined &&
      next.type !== 'blocks' &&
      next.type !== 'heading' &&
      next.indent >= item.indent + 2;
    const mayBeHeading =
      (item.first.signs & (Sign.question | Sign.ampersand)) !== 0 ||
      (item.type === 'list'
        ? isParent && this.#headingDepths.has(depth)
        : /^(?:\*\*|__)/.test(text) || (!this.#hasHeadings && next?.type === 'list'));
    if (!mayBeHeading) return false;
    const { text: clean, kind } = cleanStatement(text, 'markdown');
    if (kind !== undefined && !/^(?:Q|Question)\b/i.test(text)) return false;
    if (item.type === 'list') {
      const isAmongHeadings =
        this.#headingDepths.has(depth) && isParent && looksLikeLabel(clean) && !statesSomething(clean);
      const stands = item.indent < 2 && this.#depths.size === 1;
      const isOutermost =
        stands &&
        next?.type === 'list' &&
        !this.#hasHeadings &&
        !this.#hasLooseItems &&
        !this.#listHeadings.includes(-1);
      return isAmongHeadings || (asksQuestion(clean) && (isParent || isOutermost));
    }
    const leadsOn = next?.type === 'list' || next?.type === 'paragraph' || next?.type === 'quote';
    if (
      /^(\*\*|__)[^*_]{1,200}\1[:：]?$/.test(text) &&
      leadsOn &&
      looksLikeLabel(clean.replace(/[?？]$/, ''))
    )
      return true;
    const leadsList = next?.type === 'list' && next.indent >= item.indent - 1;
    const isLabel = looksLikeLabel(clean, 8) && !/,\s/.test(clean) && !statesSomething(clean);
    if (!this.#hasHeadings && leadsList && isLabel) return true;
    if (!asksQuestion(clean)) return false;
    return !this.#hasHeadings || (leadsOn && next.type === 'list' && item.apart);
  }

  /** A footnote that is nothing but a place is no statement. */
  #readDefinition(item: MarkdownItem): void {
    this.#scanner.skipped.push({
      line: item.first.number,
      endLine: item.last.number,
      reason: phrase('footnote'),
    });
  }
}
