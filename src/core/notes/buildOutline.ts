import type { Steps } from '../util/steps';
import type { HeadingBlock, NotesBlock, NotesReading, SourceFacts, StatementBlock } from './blocks';
import { leaningOf, type Leaning } from './leaning';
import type { NotesText } from './notesText';
import { OpenQuestions } from './openQuestions';
import type { Argument, NotesOutline, NotesProblem, SkippedLines } from './outline';
import { asksQuestion } from './readers/words';
import { SourceList } from './sourceList';
import { cleanStatement, longestStatement, type CleanStatement } from './statement/cleanStatement';
import { handleOf } from './statement/handle';
import type { Range, Span } from '../text/position';
import { allSigns, Sign } from '../text/signs';
import { phrase } from '../util/localize';

/** A statement that further ones may be sub-points of. */
interface OpenStatement {
  readonly depth: number;
  readonly id: string;
}

type Draft = { -readonly [Key in keyof Argument]: Argument[Key] };

/** A sibling further back than this many statements is not looked for. */
const farthestSibling = 50;

/** When a line was written, and nothing else. */
const onlyDate = /^\(?\d{1,4}[./-]\d{1,2}[./-]\d{2,4}(?:,?\s\d{1,2}:\d\d(?::\d\d)?(?:\s?[AP]M)?)?\)?$/i;

/** Turns what a reader found into the outline: the same way for every format. */
export function buildOutline(notes: NotesText, reading: NotesReading, encoding: string): Steps<NotesOutline> {
  return new OutlineBuilder(notes, reading).build(encoding);
}

class OutlineBuilder {
  readonly #notes: NotesText;
  readonly #reading: NotesReading;
  readonly #sources: SourceList;
  readonly #questions: OpenQuestions;
  readonly #arguments: Draft[] = [];
  readonly #problems: NotesProblem[];
  readonly #skipped: SkippedLines[];
  /** Whether the file's format writes some characters another way. */
  readonly #hidesSigns: boolean;
  #open: OpenStatement[] = [];

  constructor(notes: NotesText, reading: NotesReading) {
    this.#notes = notes;
    this.#reading = reading;
    this.#sources = new SourceList(notes.fileName);
    this.#hidesSigns = reading.syntax !== 'markdown' && reading.syntax !== 'org';
    this.#problems = [...reading.problems];
    this.#skipped = [...reading.skipped];
    const levels = new Set<number>();
    for (const block of reading.blocks) if (block.type === 'heading') levels.add(block.level);
    this.#questions = new OpenQuestions(levels);
  }

  *build(encoding: string): Steps<NotesOutline> {
    const { blocks } = this.#reading;
    for (let index = 0; index < blocks.length; index++) {
      if (index % 32 === 0) yield;
      const block = blocks[index];
      if (block) this.#addBlock(block);
    }
    const used = new Set<string>();
    for (const { source } of this.#arguments) used.add(source);
    const { sources, ids } = this.#sources.list(used);
    for (const argument of this.#arguments) argument.source = ids.get(argument.source) ?? argument.source;
    return {
      format: this.#reading.format,
      syntax: this.#reading.syntax,
      encoding,
      sources,
      questions: this.#questions.all,
      arguments: this.#arguments,
      problems: this.#problems.sort((a, b) => a.line - b.line),
      skipped: this.#skipped.sort((a, b) => a.line - b.line),
    };
  }

  #addBlock(block: NotesBlock): void {
    switch (block.type) {
      case 'source':
        if (block.more) this.#sources.learn(block.facts);
        else this.#startSource(block.facts, block.another, block.within);
        break;
      case 'heading':
        this.#addQuestion(block);
        break;
      case 'leave':
        if (this.#questions.leave(block.level)) this.#open = [];
        break;
      case 'place':
        this.#questions.setPlace(block.locator);
        break;
      case 'statement':
        this.#addStatement(block);
        break;
    }
  }

  #startSource(facts: SourceFacts, another = false, within = false): void {
    const isNew = this.#sources.start(
      facts,
      (another && this.#sources.hasLabel()) || this.#arguments.length > 0 || this.#questions.all.length > 0,
    );
    if (!isNew) return;
    this.#open = [];
    if (!within) this.#questions.leaveAll();
  }

  #addQuestion(block: HeadingBlock): void {
    const range = this.#notes.lineMap.rangeOf(block.span);
    const { text, locator } = this.#clean(block.span, this.#signsOf(range), true);
    this.#open = [];
    if (text === '') this.#questions.setPlace(locator);
    else this.#questions.add(text, block.level, range, locator);
  }

  #addStatement(block: StatementBlock): void {
    const range = this.#notes.lineMap.rangeOf(block.span);
    if (block.span.end - block.span.start > longestStatement) {
      this.#problems.push({
        code: 'notes-file',
        message: phrase(
          'This line is too long to be a statement (more than {0} characters) and was left out.',
          longestStatement,
        ),
        line: range.start.line,
      });
      return;
    }
    const signs = this.#signsOf(range);
    const clean = this.#clean(block.span, signs);
    const { text } = clean;
    if (signs & Sign.digit && onlyDate.test(text)) {
      this.#skipped.push({
        line: range.start.line,
        endLine: range.end.line,
        reason: phrase('about the notes themselves'),
      });
      return;
    }
    if (!/[a-z\p{L}\p{N}]/u.test(text)) {
      this.#addPlaceOnly(clean, range.start.line, range.end.line);
      return;
    }
    const questions = this.#questions;
    const byNesting = this.#parentAt(block.depth);
    const leaning = this.#leaning(text, byNesting, block);
    const parent = byNesting ?? (leaning?.how === 'part' && !this.#reading.nested ? leaning.on : undefined);
    const own = clean.locator ?? block.locator;
    const isNamed = clean.named && !clean.named.again;
    const locator = own ?? (isNamed ? undefined : questions.locator);
    const argument: Draft = {
      id: `a${String(this.#arguments.length + 1)}`,
      text,
      handle: handleOf(text, signs),
      kind:
        block.kind ??
        clean.kind ??
        questions.kind ??
        (signs & Sign.question && asksQuestion(text) ? 'comment' : 'paraphrase'),
      range,
      source: this.#sourceOf(clean),
    };
    if (questions.current !== undefined) argument.question = questions.current;
    if (parent) argument.parent = parent;
    if (leaning) argument.leansOn = leaning.on;
    if (locator) argument.locator = locator;
    if (locator && !own) argument.locatorInherited = true;
    this.#arguments.push(argument);
    this.#open.push({ depth: block.depth, id: argument.id });
  }

  #clean({ start, end }: Span, signs: number, isHeading = false): CleanStatement {
    return cleanStatement(this.#notes.text.slice(start, end), this.#reading.syntax, isHeading, signs);
  }

  /** What a statement may hold, by the signs of its lines. */
  #signsOf({ start, end }: Range): number {
    if (start.line !== end.line || this.#hidesSigns) return allSigns;
    const signs = this.#notes.lines[start.line]?.signs ?? allSigns;
    return signs & Sign.ampersand ? allSigns : signs;
  }

  #sourceOf({ named }: CleanStatement): string {
    if (named?.again) return this.#arguments.at(-1)?.source ?? this.#sources.current();
    return named ? this.#sources.named(named) : this.#sources.current();
  }

  /** A locator alone belongs to the statement above it; anything else without a letter or digit says nothing. */
  #addPlaceOnly({ locator }: CleanStatement, line: number, endLine: number): void {
    const last = this.#arguments.at(-1);
    if (locator && last && (!last.locator || last.locatorInherited)) {
      last.locator = locator;
      delete last.locatorInherited;
    } else this.#skipped.push({ line, endLine, reason: phrase('no words') });
  }

  #parentAt(depth: number): string | undefined {
    while ((this.#open.at(-1)?.depth ?? -Infinity) >= depth) this.#open.pop();
    return this.#open.at(-1)?.id;
  }

  #leaning(
    text: string,
    parent: string | undefined,
    block: StatementBlock,
  ): { readonly how: Leaning; readonly on: string } | undefined {
    if (block.kind === 'quotation') return undefined;
    const previous = this.#arguments.at(-1);
    if (!previous || previous.question !== this.#questions.current) return undefined;
    const on = this.#reading.nested ? this.#previousSibling(parent) : previous;
    if (!on) return undefined;
    const how = leaningOf(text, on.text, this.#questions.text);
    return how && { how, on: on.id };
  }

  /** The last statement before with the same parent, else that parent. */
  #previousSibling(parent: string | undefined): Argument | undefined {
    const { length } = this.#arguments;
    for (let index = length - 1; index >= 0 && index >= length - farthestSibling; index--) {
      const candidate = this.#arguments[index];
      if (!candidate || candidate.question !== this.#questions.current) return undefined;
      if (candidate.parent === parent || candidate.id === parent) return candidate;
    }
    return undefined;
  }
}
