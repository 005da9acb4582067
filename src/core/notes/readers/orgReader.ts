import type { Steps } from '../../util/steps';
import type { NotesBlock, NotesReading, SourceFacts } from '../blocks';
import type { NotesLine, NotesText } from '../notesText';
import type { ArgumentKind, NotesProblem, SkippedLines } from '../outline';
import { readSourceTitle } from '../sourceLabel';
import { cleanStatement } from '../statement/cleanStatement';
import { DepthStack, MarkerReader } from './markers';
import { factOf } from './sourceFields';
import { asksQuestion, endsSentence, isPartTitle, wordCount } from './words';

const headline =
  /^(\*+)\s+(?:(TODO|NEXT|WAITING|WAIT|HOLD|STARTED|DONE|CANCELLED|CANCELED|COMMENT)\s+)?(?:\[#[A-Z0-9]\]\s+)?/;
const headlineTags = /\s+(:[\p{L}\p{N}_@#%:]+:)$/u;
const todoWords = new Set(['TODO', 'NEXT', 'WAITING', 'WAIT', 'HOLD', 'STARTED', 'DONE']);
const planning = /^(?:SCHEDULED|DEADLINE|CLOSED):\s*[<[]|^CLOCK:/;
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
  readonly contentIndent: number;
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
    if (line.indent === 0 && /^\*+\s/.test(text)) return this.#readHeadline(line);
    if (/^:[A-Za-z_-]+:$/.test(text)) return this.#readDrawer(line);
    if (text.startsWith('#')) return this.#readKeyword(line);
    if (planning.test(text)) return this.#skip(line, number, 'planning');
    if (text.startsWith('|')) return this.#skip(line, number, 'table');
    this.#readText(line);
    return number + 1;
  }

  #skip(line: NotesLine, endLine: number, reason: string): number {
    this.#skipped.push({ line: line.number, endLine, reason });
    this.#open = undefined;
    return endLine + 1;
  }

  #readHeadline(line: NotesLine): number {
    const match = headline.exec(line.text);
    const level = match?.[1]?.length ?? 1;
    const word = match?.[2];
    this.#open = undefined;
    this.#quote = undefined;
    if (word === 'COMMENT') return this.#skip(line, this.#endOfTree(line.number, level), 'COMMENT tree');
    const tags = headlineTags.exec(line.text);
    const span = { start: line.start + (match?.[0].length ?? 0), end: line.end - (tags?.[0].length ?? 0) };
    const text = this.#notes.text.slice(span.start, span.end);
    const isFirst = !this.#seenHeadline;
    this.#seenHeadline = true;
    if (span.start >= span.end) return line.number + 1;
    this.#depths.reset();
    if (tags?.[1]?.toLowerCase().includes(':noexport:'))
      return this.#skip(line, this.#endOfTree(line.number, level), 'noexport tree');
    const title = readSourceTitle(text);
    if (level === 1 && !word && title.certain && !asksQuestion(text)) {
      this.#blocks.push({ type: 'source', facts: title.facts });
      return line.number + 1;
    }
    const { isLeaf, isOnly } = this.#shapeOf(line.number, level);
    if (
      isFirst &&
      level === 1 &&
      isOnly &&
      !isLeaf &&
      !asksQuestion(text) &&
      this.#drawerBelow(line.number)
    ) {
      this.#blocks.push({ type: 'source', facts: title.facts });
      return line.number + 1;
    }
    const clean = cleanStatement(text, 'org').text;
    const states =
      level > 1 &&
      !asksQuestion(clean) &&
      !isPartTitle(clean) &&
      (endsSentence(clean) || (isLeaf && wordCount(clean) >= 4));
    if ((word !== undefined && todoWords.has(word) && isLeaf) || states) {
      this.#blocks.push({ type: 'leave', level: level - 1 });
      const kind = word !== undefined && todoWords.has(word) ? 'todo' : kindOfTags(tags?.[1]);
      this.#blocks.push({
        type: 'statement',
        span,
        depth: level - deeperThanAnyHeadline,
        ...(kind && { kind }),
      });
      return line.number + 1;
    }
    this.#blocks.push({ type: 'heading', level, span });
    return line.number + 1;
  }

  /** Whether nothing stands below a headline, and whether it is the only one of its level. */
  #shapeOf(number: number, level: number): { readonly isLeaf: boolean; readonly isOnly: boolean } {
    const below = this.#notes.lines
      .slice(number + 1, number + 60)
      .find(
        ({ text, indent }) =>
          text !== '' &&
          !(indent === 0 && /^:|^#\+/.test(text)) &&
          !planning.test(text) &&
          !/^:[A-Za-z_-]+:/.test(text),
      );
    const stars = below ? (/^(\*+)\s/.exec(below.text)?.[1]?.length ?? 0) : level;
    const isLeaf = below === undefined || (stars > 0 && stars <= level && below.indent === 0);
    this.#topCount ??= this.#notes.lines.filter(
      ({ text, indent }) => indent === 0 && /^\*\s/.test(text),
    ).length;
    return { isLeaf, isOnly: this.#topCount === 1 };
  }

  #drawerBelow(number: number): boolean {
    return this.#notes.lines[number + 1]?.text === ':PROPERTIES:';
  }

  #endOfTree(number: number, level: number): number {
    const { lines } = this.#notes;
    let end = number;
    for (let next = number + 1; next < lines.length; next++) {
      const stars = lines[next]?.indent === 0 ? /^(\*+)\s/.exec(lines[next]?.text ?? '')?.[1] : undefined;
      if (stars !== undefined && stars.length <= level) break;
      if (lines[next]?.text) end = next;
    }
    return end;
  }

  /** A drawer's properties tell about the source; other drawers hold the log. */
  #readDrawer(line: NotesLine): number {
    const { lines } = this.#notes;
    let end = line.number + 1;
    while (
      end < lines.length &&
      !/^:END:$/i.test(lines[end]?.text ?? '') &&
      !(lines[end]?.indent === 0 && /^\*+\s/.test(lines[end]?.text ?? ''))
    )
      end++;
    if (!/^:END:$/i.test(lines[end]?.text ?? '')) {
      this.#problems.push({
        code: 'notes-file',
        message: 'The drawer that starts here is never closed by :END:. What follows was read as notes.',
        line: line.number,
      });
      return line.number + 1;
    }
    if (/^:PROPERTIES:$/i.test(line.text)) {
      let facts: SourceFacts = {};
      for (const { text } of lines.slice(line.number + 1, end)) {
        const [, key = '', value = ''] = /^:([\w-]+):\s*(.*)$/.exec(text.slice(0, 1000)) ?? [];
        const reference = /^ROAM_REFS$|^NOTER_KEY$/i.test(key)
          ? /(?:@|cite:&?)([\p{L}\p{N}_][^\s]*)/u.exec(value)?.[1]
          : undefined;
        facts = { ...facts, ...(reference ? { citekey: reference } : factOf(key, value)) };
      }
      if (Object.keys(facts).length > 0) this.#blocks.push({ type: 'source', facts });
    }
    return this.#skip(line, end, 'drawer');
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
        return this.#skip(line, end, begin === 'comment' ? 'hidden comment' : `${begin} block`);
      this.#problems.push({
        code: 'notes-file',
        message: `The block that starts here is never closed by ${close}. What follows was read as notes.`,
        line: line.number,
      });
    } else if (/^#\+end_/i.test(line.text)) this.#quote = undefined;
    else {
      const [, key = '', value = ''] = /^#\+(\w+):\s*(.*)$/.exec(line.text.slice(0, 1000)) ?? [];
      if (/^title$/i.test(key) && value) this.#blocks.push({ type: 'source', facts: titleFacts(value) });
      else if (/^(?:source|book|citekey|year|bibkey|cite_key)$/i.test(key)) {
        const facts = factOf(key.replace('_', ''), value);
        if (facts) this.#blocks.push({ type: 'source', facts });
      }
      if (!/^#(?:\s|\+|$)/.test(line.text)) {
        this.#readText(line);
        return line.number + 1;
      }
      return this.#skip(line, line.number, line.text.startsWith('#+') ? 'keyword' : 'hidden comment');
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
      (!open.isList || line.indent > 0)
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
      contentIndent: line.indent + (marker?.length ?? 0),
    };
    this.#blocks.push({ type: 'statement', span: { start, end: line.end }, depth, ...(kind && { kind }) });
    const introduces = /[:：]$/.test(line.text);
    if (!marker && !introduces) this.#depths.pop();
  }
}

/** `#+TITLE` is the notes' title: without "Notes" in it, it still names what they are about. */
function titleFacts(value: string): SourceFacts {
  return readSourceTitle(value).facts;
}

function kindOfTags(tags: string | undefined): ArgumentKind | undefined {
  const kinds: Readonly<Record<string, ArgumentKind>> = {
    quote: 'quotation',
    comment: 'comment',
    idea: 'comment',
    summary: 'summary',
    todo: 'todo',
  };
  return tags
    ?.split(':')
    .map((tag) => kinds[tag.toLowerCase()])
    .find((kind) => kind !== undefined);
}
