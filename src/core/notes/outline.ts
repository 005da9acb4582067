import type { Locator } from '../citation/locator';
import type { Range } from '../text/position';
import type { Phrase } from '../util/localize';

/** Whose words a statement of the notes is, or what it is for. `paraphrase` is the default. */
export type ArgumentKind = 'paraphrase' | 'quotation' | 'comment' | 'summary' | 'todo';

/** The work that notes are about, as far as the notes themselves tell. Unknown values are undefined, never invented. */
export interface NotesSource {
  /** Unique within the notes file: `s1`, `s2`, … */
  readonly id: string;
  /** What the student calls it: "Zubok and Pleshakov". */
  readonly label: string;
  readonly authors: readonly string[];
  readonly title?: string;
  readonly year?: string;
  readonly citekey?: string;
  /** Other names of the source that the notes give. */
  readonly aliases: readonly string[];
}

/** A heading of the notes under which arguments stand. */
export interface Question {
  readonly text: string;
  /** 1 for the outermost questions. */
  readonly level: number;
  readonly range: Range;
}

/** A statement of the notes. */
export interface Argument {
  /** Unique within the notes file: `a1`, `a2`, … in the order of the file. */
  readonly id: string;
  /** The clean statement: no marker, locator, tag, block id or markup; otherwise the student's words to the letter. */
  readonly text: string;
  /** The short name that the student would use for it: a phrase in quotation marks ("passes the buck"), else its opening clause. */
  readonly handle: string;
  readonly kind: ArgumentKind;
  /** Where it stands in the file, markers excluded; the range may hold a locator or a tag that `text` leaves out. */
  readonly range: Range;
  /** Index into the outline's `questions`. */
  readonly question?: number;
  /** `id` of the argument that this one is a sub-point of, by nesting or because its words lean on it. */
  readonly parent?: string;
  /** `id` of the argument before it that must be shown with it, because without that one this one can't be understood. */
  readonly leansOn?: string;
  readonly locator?: Locator;
  /** Whether the locator is that of the heading above, given for all that stands below it: true as a range, not as the exact place. */
  readonly locatorInherited?: true;
  /** `id` of its source. */
  readonly source: string;
}

/** Something in a notes file that could not be read as meant. Said, and the rest is read on. */
export interface NotesProblem {
  readonly code: string;
  readonly message: Phrase;
  /** Zero-based. */
  readonly line: number;
}

/** Lines that hold no statement of the notes, and why they were left out. Lines are zero-based, `endLine` is the last one. */
export interface SkippedLines {
  readonly line: number;
  readonly endLine: number;
  readonly reason: Phrase;
}

/**
 * How markup is written in notes: the rules by which a range's text is cleaned. `verbatim`: nothing in it is markup, though
 * the file's own format may write some characters another way.
 */
export type Syntax = 'markdown' | 'org' | 'html' | VerbatimSyntax;
export type VerbatimSyntax = 'verbatim' | 'verbatim-html' | 'verbatim-json' | 'verbatim-csv';

/** What was read from one notes file. */
export interface NotesOutline {
  /** `flat`, `markdown`, `org`, `kindle`, … */
  readonly format: string;
  /** Cleaning the text at an argument's range by the rules of this syntax (`cleanStatement`) gives its `text`. Absent: `markdown`. */
  readonly syntax?: Syntax;
  /** `utf8`, `utf16le`, `windows1252`, …: VS Code's encoding ids. */
  readonly encoding: string;
  readonly sources: readonly NotesSource[];
  readonly questions: readonly Question[];
  readonly arguments: readonly Argument[];
  readonly problems: readonly NotesProblem[];
  /** What was left out on purpose, such as metadata, code and hidden comments: for the report, no cause for worry. */
  readonly skipped: readonly SkippedLines[];
  /** The text that the ranges refer to, where it is not the file's own: the view of a `.docx`, a line a paragraph. */
  readonly text?: string;
}
