import type { Steps } from '../../util/steps';
import type { NotesBlock, NotesReading } from '../blocks';
import type { NotesLine, NotesText } from '../notesText';
import type { ArgumentKind, NotesProblem, SkippedLines } from '../outline';
import { readSourceTitle } from '../sourceLabel';
import { cleanStatement } from '../statement/cleanStatement';
import { DepthStack, MarkerReader } from './markers';
import { endOfTree, headlineLevel, isLeaf, isPlanning, readHeadline } from './orgHeadline';
import { factsOfDrawer, factsOfKeyword } from './orgProperties';
import { asksQuestion, endsSentence, isPartTitle, wordCount } from './words';
import { type Phrase, phrase } from '../../util/localize';

const checkbox = /^\[[ xX-]\]\s+/;
const longestParagraph = 8000;
/** Puts headlines above the lists below them, as depths go. */
const deeperThanAnyHeadline = 1000;

/** Reads org-mode notes. `#+AUTHOR` is the student; a source's author stands in a drawer. */
export function readOrg(notes: NotesText): Steps<NotesReading> {
  return new OrgReader(notes).read();
}

interface OpenParagraph {
  readonly block: number;
  readonly start: number;
  readonly isList: boolean;
  /** Column of the marker. */
  readonly indent: number;
}

class OrgReader {
  readonly #notes: NotesText;
  readonly #blocks: NotesBlock[] = [];
  readonly #problems: NotesProblem[] = [];
  readonly #skipped: SkippedLines[] = [];
  readonly #depths = new DepthStack();
  readonly #markers: MarkerReader;
  #topCount: number | undefined;
  #open: OpenParagraph | undefined;
  #quote: ArgumentKind | undefined;
  /** Level of the headline above, and of the one that has named a source, if this one stands within its tree. */
  #level = 0;
  #sourceLevel: number | undefined;
  #seenHeadline = false;

  constructor(notes: NotesText) {
    this.#notes = notes;
    this.#markers = new MarkerReader(notes.lines, true);
  }

  *read(): Steps<NotesReading> {
    const { lines } = this.#notes;
    for (let number = 0, count = 0; number < lines.length; count++) {
      if (count % 32 === 0) yield;
      const line = lines[number];
      if (!line) break;
      number = this.#readLine(line);
    }
    return {
      format: 'org',
      syntax: 'org',
      nested: true,
      blocks: this.#blocks,
      problems: this.#problems,
      skipped: this.#skipped,
    };
  }

  #readLine(line: NotesLine): number {
    const { text, number } = line;
    if (text === '') {
      this.#open = undefined;
      return number + 1;
    }
    if (headlineLevel(line) > 0) return this.#readHeadline(line);
    if (/^:[A-Za-z_-]+:$/.test(text)) return this.#readDrawer(line);
    if (text.startsWith('#')) return this.#readKeyword(line);
    if (isPlanning(text)) return this.#skip(line, number, phrase('planning'));
    if (text.startsWith('|')) return this.#skip(line, number, phrase('table'));
    this.#readText(line);
    return number + 1;
  }

  #skip(line: NotesLine, endLine: number, reason: Phrase): number {
    this.#skipped.push({ line: line.number, endLine, reason });
    this.#open = undefined;
    return endLine + 1;
  }

  #readHeadline(line: NotesLine): number {
    const { lines } = this.#notes;
    const { number } = line;
    const { level, isTodo, hidden, kind, span } = readHeadline(line);
    this.#open = undefined;
    this.#quote = undefined;
    const isFirst = !this.#seenHeadline;
    if (hidden !== 'comment') this.#seenHeadline = true;
    if (hidden) {
      const reason = hidden === 'comment' ? phrase('COMMENT tree') : phrase('noexport tree');
      return this.#skip(line, endOfTree(lines, number, level), reason);
    }
    if (span.start >= span.end) return number + 1;
    this.#level = level;
    if (this.#sourceLevel !== undefined && level <= this.#sourceLevel) this.#sourceLevel = undefined;
    this.#depths.reset();
    const text = this.#notes.text.slice(span.start, span.end);
    const title = readSourceTitle(
      text.replace(/(?<![^\s(])\/([^\s/][^/]{1,200}?)\/(?![\p{L}\p{N}])/u, '*$1*'),
    );
    const leaf = isLeaf(lines, number, level);
    const clean = cleanStatement(text, 'org').text;
    const asks = asksQuestion(clean);
    const isNamed = !isTodo && title.certain;
    const isTitle = isFirst && !leaf && this.#isOnlyTree() && lines[number + 1]?.text === ':PROPERTIES:';
    if (level === 1 && !asks && (isNamed || isTitle)) {
      this.#blocks.push({ type: 'source', facts: title.facts });
      if (isNamed) this.#sourceLevel = level;
      return number + 1;
    }
    const states =
      level > 1 &&
      !asks &&
      !isPartTitle(clean) &&
      (endsSentence(clean) || (leaf && wordCount(clean, 4) >= 4));
    if ((isTodo && leaf) || states) {
      this.#blocks.push({ type: 'leave', level: level - 1 });
      const depth = level - deeperThanAnyHeadline;
      this.#blocks.push({ type: 'statement', span, depth, ...(kind && { kind }) });
    } else this.#blocks.push({ type: 'heading', level, span });
    return number + 1;
  }

  #isOnlyTree(): boolean {
    this.#topCount ??= this.#notes.lines.filter((line) => headlineLevel(line) === 1).length;
    return this.#topCount === 1;
  }

  /** A drawer's properties tell about the source; other drawers hold the log. */
  #readDrawer(line: NotesLine): number {
    const { lines } = this.#notes;
    let end = line.number + 1;
    while (end < lines.length && !/^:END:$/i.test(lines[end]?.text ?? '') && headlineLevel(lines[end]) === 0)
      end++;
    if (!/^:END:$/i.test(lines[end]?.text ?? '')) {
      this.#problems.push({
        code: 'notes-file',
        message: phrase(
          'The drawer that starts here is never closed by :END:. What follows was read as notes.',
        ),
        line: line.number,
      });
      return line.number + 1;
    }
    const isWithinSource = this.#sourceLevel !== undefined && this.#sourceLevel < this.#level;
    const facts =
      /^:PROPERTIES:$/i.test(line.text) && factsOfDrawer(lines.slice(line.number + 1, end), isWithinSource);
    if (facts) this.#blocks.push({ type: 'source', facts });
    if (facts && facts.citekey !== undefined) this.#sourceLevel = this.#level;
    return this.#skip(line, end, phrase('drawer'));
  }

  #readKeyword(line: NotesLine): number {
    const { lines } = this.#notes;
    const begin = /^#\+begin_(\w+)/i.exec(line.text)?.[1]?.toLowerCase();
    this.#open = undefined;
    if (begin === 'quote' || begin === 'verse') this.#quote = 'quotation';
    else if (begin !== undefined) {
      let end = line.number + 1;
      const close = `#+end_${begin}`;
      while (end < lines.length && lines[end]?.text.toLowerCase() !== close) end++;
      if (end < lines.length)
        return this.#skip(
          line,
          end,
          begin === 'comment' ? phrase('hidden comment') : phrase('block “{0}”', begin),
        );
      this.#problems.push({
        code: 'notes-file',
        message: phrase(
          'The block that starts here is never closed by {0}. What follows was read as notes.',
          close,
        ),
        line: line.number,
      });
    } else if (/^#\+end_/i.test(line.text)) this.#quote = undefined;
    else {
      const facts = factsOfKeyword(line.text);
      if (facts) this.#blocks.push({ type: 'source', facts });
      if (!/^#(?:\s|\+|$)/.test(line.text)) {
        this.#readText(line);
        return line.number + 1;
      }
      return this.#skip(
        line,
        line.number,
        line.text.startsWith('#+') ? phrase('keyword') : phrase('hidden comment'),
      );
    }
    return line.number + 1;
  }

  #readText(line: NotesLine): void {
    const marker = this.#markers.read(line);
    const open = this.#open;
    const last = open && this.#blocks[open.block];
    if (
      !marker &&
      open &&
      last?.type === 'statement' &&
      line.end - open.start < longestParagraph &&
      (!open.isList || line.indent > open.indent)
    ) {
      this.#blocks[open.block] = { ...last, span: { start: last.span.start, end: line.end } };
      return;
    }
    let start = line.start + (marker?.length ?? 0);
    const box = marker && checkbox.exec(this.#notes.text.slice(start, line.end))?.[0];
    if (box) start += box.length;
    if (start >= line.end) return;
    const depth = this.#depths.depthOf(marker ? line.indent : 0, marker?.style ?? '');
    const kind = box ? 'todo' : this.#quote;
    this.#open = {
      block: this.#blocks.length,
      start,
      isList: marker !== undefined,
      indent: line.indent,
    };
    this.#blocks.push({ type: 'statement', span: { start, end: line.end }, depth, ...(kind && { kind }) });
    const introduces = /[:：]$/.test(line.text);
    if (!marker && !introduces) this.#depths.pop();
  }
}
