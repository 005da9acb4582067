import type { Locator } from '../citation/locator';
import type { HeadingBlock, NotesReading, SourceFacts, StatementBlock } from './blocks';
import { leaningOf, needsName, type Leaning } from './leaning';
import type { NamedSource } from './locator/takeNamedSource';
import type { Steps } from '../util/steps';
import type { NotesText } from './notesText';
import type { Argument, ArgumentKind, NotesOutline, NotesProblem, Question, SkippedLines } from './outline';
import { SourceList } from './sourceList';
import { cleanStatement, longestStatement, type CleanStatement } from './statement/cleanStatement';
import { kindOfHeading } from './statement/kinds';
import { asksQuestion } from './readers/words';
import { handleOf } from './statement/handle';

/** A statement that further ones may be sub-points of. */
interface OpenStatement {
  readonly depth: number;
  readonly id: string;
}

/** Turns what a reader found into the outline: the same way for every format. */
export function buildOutline(notes: NotesText, reading: NotesReading, encoding: string): Steps<NotesOutline> {
  return new OutlineBuilder(notes, reading).build(encoding);
}

class OutlineBuilder {
  readonly #notes: NotesText;
  readonly #reading: NotesReading;
  readonly #sources: SourceList;
  readonly #questions: Question[] = [];
  readonly #arguments: Argument[] = [];
  readonly #problems: NotesProblem[];
  readonly #skipped: SkippedLines[];
  /** Heading levels as written, from the outermost. */
  readonly #levels: readonly number[];
  #open: OpenStatement[] = [];
  #headings: { readonly level: number; readonly question: number; readonly locator?: Locator }[] = [];
  #place: Locator | undefined;
  #question: number | undefined;

  constructor(notes: NotesText, reading: NotesReading) {
    this.#notes = notes;
    this.#reading = reading;
    this.#sources = new SourceList(notes.fileName);
    this.#problems = [...reading.problems];
    this.#skipped = [...reading.skipped];
    const levels = reading.blocks.flatMap((block) => (block.type === 'heading' ? [block.level] : []));
    this.#levels = [...new Set(levels)].sort((a, b) => a - b);
  }

  *build(encoding: string): Steps<NotesOutline> {
    for (const [index, block] of this.#reading.blocks.entries()) {
      if (index % 16 === 0) yield;
      switch (block.type) {
        case 'source':
          if (block.more) this.#sources.learn(block.facts);
          else this.#startSource(block.facts, block.another);
          break;
        case 'heading':
          this.#addQuestion(block);
          break;
        case 'leave':
          this.#leave(block.level);
          break;
        case 'place':
          this.#place = block.locator;
          break;
        case 'statement':
          this.#addStatement(block);
          break;
      }
    }
    const listed = this.#sources.list(new Set(this.#arguments.map(({ source }) => source)));
    const sources = listed.map((source, index) => ({ ...source, id: `s${String(index + 1)}` }));
    const ids = new Map(listed.map(({ id }, index) => [id, sources[index]?.id]));
    return {
      format: this.#reading.format,
      syntax: this.#reading.syntax,
      encoding,
      sources,
      questions: this.#questions,
      arguments: this.#arguments.map((argument) => ({
        ...argument,
        source: ids.get(argument.source) ?? argument.source,
      })),
      problems: this.#problems.sort((a, b) => a.line - b.line),
      skipped: this.#skipped.sort((a, b) => a.line - b.line),
    };
  }

  #startSource(facts: SourceFacts, another = false): void {
    const isNew = this.#sources.start(
      facts,
      (another && this.#sources.hasLabel()) || this.#arguments.length > 0 || this.#questions.length > 0,
    );
    if (!isNew) return;
    this.#open = [];
    this.#headings = [];
    this.#place = undefined;
    this.#question = undefined;
  }

  #addQuestion(block: HeadingBlock): void {
    const clean = this.#clean(block, true);
    this.#open = [];
    this.#place = undefined;
    if (clean.text === '') {
      this.#place = clean.locator;
      return;
    }
    const level = this.#levels.indexOf(block.level) + 1;
    while ((this.#headings.at(-1)?.level ?? 0) >= level) this.#headings.pop();
    this.#question = this.#questions.length;
    this.#headings.push({
      level,
      question: this.#question,
      ...(clean.locator && { locator: clean.locator }),
    });
    this.#questions.push({ text: clean.text, level, range: this.#notes.lineMap.rangeOf(block.span) });
  }

  /** Under "My thoughts" stand the reader's thoughts; a question among statements is the reader's too. */
  #kindByPlace(text: string): ArgumentKind {
    const heading = this.#question === undefined ? undefined : this.#questions[this.#question]?.text;
    const kind = heading === undefined ? undefined : kindOfHeading(heading);
    return kind ?? (asksQuestion(text) ? 'comment' : 'paraphrase');
  }

  #leave(level: number): void {
    const kept = this.#headings.filter((heading) => (this.#levels[heading.level - 1] ?? 0) <= level);
    if (kept.length === this.#headings.length) return;
    this.#headings = kept;
    this.#question = kept.at(-1)?.question;
    this.#open = [];
    this.#place = undefined;
  }

  #addStatement(block: StatementBlock): void {
    const range = this.#notes.lineMap.rangeOf(block.span);
    if (block.span.end - block.span.start > longestStatement) {
      this.#problems.push({
        code: 'notes-file',
        message: `This line is too long to be a statement (more than ${String(longestStatement)} characters) and was left out.`,
        line: range.start.line,
      });
      return;
    }
    const clean = this.#clean(block);
    if (!/[\p{L}\p{N}]/u.test(clean.text)) {
      this.#addPlaceOnly(clean, range.start.line, range.end.line);
      return;
    }
    const parentByNesting = this.#parentAt(block.depth);
    const id = `a${String(this.#arguments.length + 1)}`;
    const leaning = this.#leaning(clean.text, parentByNesting, block);
    const parent =
      parentByNesting ?? (leaning?.how === 'part' && !this.#reading.nested ? leaning.on : undefined);
    const own = clean.locator ?? block.locator;
    const inherited = own || clean.named ? undefined : this.#inheritedLocator();
    this.#arguments.push({
      id,
      text: clean.text,
      handle: handleOf(clean.text),
      kind: block.kind ?? clean.kind ?? this.#kindByPlace(clean.text),
      range,
      ...(this.#question !== undefined && { question: this.#question }),
      ...(parent && { parent }),
      ...(leaning && { leansOn: leaning.on }),
      ...(own && { locator: own }),
      ...(inherited && { locator: inherited, locatorInherited: true as const }),
      source: this.#sourceOf(clean.named),
    });
    this.#open.push({ depth: block.depth, id });
  }

  #clean(block: HeadingBlock | StatementBlock, isHeading = false): CleanStatement {
    return cleanStatement(
      this.#notes.text.slice(block.span.start, block.span.end),
      this.#reading.syntax,
      isHeading,
    );
  }

  /** A locator alone belongs to the statement above it; anything else without a letter or digit says nothing. */
  #addPlaceOnly(clean: CleanStatement, line: number, endLine: number): void {
    const last = this.#arguments.at(-1);
    if (clean.locator && last && !last.locator)
      this.#arguments[this.#arguments.length - 1] = { ...last, locator: clean.locator };
    else this.#skipped.push({ line, endLine, reason: 'no words' });
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
    if (!previous || previous.question !== this.#question) return undefined;
    const on = this.#reading.nested ? this.#previousSibling(parent) : previous;
    if (!on) return undefined;
    const how = leaningOf(text, on.text);
    if (how) return { how, on: on.id };
    const question = this.#question === undefined ? undefined : this.#questions[this.#question]?.text;
    return needsName(text, question) ? { how: 'turn', on: on.id } : undefined;
  }

  /** The last statement before with the same parent, else that parent. */
  #previousSibling(parent: string | undefined): Argument | undefined {
    for (
      let index = this.#arguments.length - 1;
      index >= 0 && index >= this.#arguments.length - 50;
      index--
    ) {
      const candidate = this.#arguments[index];
      if (!candidate || candidate.question !== this.#question) return undefined;
      if (candidate.parent === parent || candidate.id === parent) return candidate;
    }
    return undefined;
  }

  #inheritedLocator(): Locator | undefined {
    return this.#place ?? this.#headings.findLast(({ locator }) => locator)?.locator;
  }

  #sourceOf(named: NamedSource | undefined): string {
    return named ? this.#sources.named(named) : this.#sources.current();
  }
}
