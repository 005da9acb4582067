import type { Locator } from '../citation/locator';
import type { Span } from '../text/position';
import type { ArgumentKind, NotesProblem, SkippedLines, Syntax } from './outline';

/** What notes say about the work that they are about. Only what is written there. */
export interface SourceFacts {
  readonly label?: string;
  readonly authors?: readonly string[];
  readonly title?: string;
  readonly year?: string;
  readonly citekey?: string;
  readonly aliases?: readonly string[];
}

/** From here on the notes are about this source. */
export interface SourceBlock {
  readonly type: 'source';
  readonly facts: SourceFacts;
  /** Whether this only tells more about the source that the notes are about already. */
  readonly more?: true;
  /** Whether this is another source even if nothing was said about the one before. */
  readonly another?: true;
  /** Whether the heading above it goes on. */
  readonly within?: true;
}

/** A question or another heading; `level` 1 is the outermost, levels may be skipped. */
export interface HeadingBlock {
  readonly type: 'heading';
  readonly level: number;
  readonly span: Span;
}

/** What follows no longer stands under headings deeper than `level`. */
export interface LeaveBlock {
  readonly type: 'leave';
  readonly level: number;
}

/** A locator on a line of its own, which holds for all below it until the next one or the next heading. */
export interface PlaceBlock {
  readonly type: 'place';
  readonly locator: Locator;
}

/** A statement of the notes. Its kind by the format goes before what its words tell; a locator in its words before the format’s. */
export interface StatementBlock {
  readonly type: 'statement';
  readonly span: Span;
  /** A statement is a sub-point of the nearest one before it that has a smaller depth. Any scale; 0 is the outermost. */
  readonly depth: number;
  readonly kind?: ArgumentKind;
  readonly locator?: Locator;
}

export type NotesBlock = SourceBlock | HeadingBlock | LeaveBlock | PlaceBlock | StatementBlock;

/** What a reader makes of a text: its blocks in the order of the file. */
export interface NotesReading {
  readonly format: string;
  readonly syntax: Syntax;
  /** Whether the layout tells which statement is a sub-point of which; if not, only the words can. */
  readonly nested: boolean;
  readonly blocks: readonly NotesBlock[];
  readonly problems: readonly NotesProblem[];
  readonly skipped: readonly SkippedLines[];
}
