import type { TextEdit } from '../citation/textEdit';
import type { EssayUses } from '../essay/uses';
import type { WorkspaceFile } from '../notes/workspace';
import type { Range, Span } from '../text/position';
import type { Localize } from '../util/localize';
import type { Languages } from './languages';
import type { QuotedPassage } from './quotedPassages';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** What each check reports unless a setting says otherwise: an error only where the essay would not render as meant. */
export const defaultSeverities = Object.freeze({
  'uncited-argument': 'information',
  misquotation: 'warning',
  'misattributed-quotation': 'warning',
  'quotation-not-in-notes': 'hint',
  'unknown-citekey': 'error',
  'malformed-citation': 'error',
  'locator-mismatch': 'information',
  'missing-locator': 'off',
  'undefined-footnote': 'error',
  'duplicate-footnote': 'error',
  'unused-footnote': 'warning',
  'empty-footnote': 'warning',
  'citation-needed': 'information',
  'uncited-entry': 'off',
  'bibliography-entry': 'warning',
  'notes-file': 'warning',
} satisfies Readonly<Record<string, Severity | 'off'>>);

/** The setting is `marginalia.checks.<code>`. */
export type CheckCode = keyof typeof defaultSeverities;

export type CheckSeverities = Readonly<Record<CheckCode, Severity | 'off'>>;

/** A place of the notes or of a bibliography that a problem is about. */
export interface RelatedPlace {
  readonly file: WorkspaceFile;
  readonly range: Range;
  readonly text: string;
}

/** A way out, for the student to choose. */
export type Fix =
  | { readonly kind: 'edit'; readonly title: string; readonly edits: readonly TextEdit[] }
  /** Inserts the citation of an argument at the sentence that holds the offset. */
  | { readonly kind: 'cite'; readonly title: string; readonly argument: string; readonly offset: number };

/** What a check has found, before its severity is known. */
export interface Finding {
  readonly code: CheckCode;
  /** What is wrong and what to do about it, in a sentence or two. */
  readonly message: string;
  readonly span: Span;
  readonly related: readonly RelatedPlace[];
  readonly fixes: readonly Fix[];
  /** What it is about, without its place: a dismissal is remembered by it. */
  readonly content: string;
}

/** A problem of the essay. */
export interface EssayProblem extends Finding {
  readonly severity: Severity;
  /** Identifies it across sessions by its content, however often the essay is edited elsewhere. */
  readonly key: string;
}

/** What the checks look at. */
export interface CheckInput extends EssayUses {
  readonly quotations: readonly QuotedPassage[];
  readonly languages: Languages;
  readonly localize: Localize;
}

/** One check: reads an essay with what it uses, and tells what it finds wrong. Pure. */
export type Check = (input: CheckInput) => readonly Finding[];
