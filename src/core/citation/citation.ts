import type { Locator } from './locator';

/** One source within a citation, as in `see @zubok1996, p. 63, and passim`. */
export interface Cite {
  readonly citekey: string;
  readonly locator?: Locator;
  /** Text before the source: `see`. */
  readonly prefix?: string;
  /** Text after the locator, with its punctuation: `, and passim`. */
  readonly suffix?: string;
  /** `-@zubok1996`: the sentence names the author already. */
  readonly suppressAuthor?: boolean;
  /** `@zubok1996 [p. 63]`: the author is part of the sentence. */
  readonly authorInText?: boolean;
}

/** How a citation stands in an essay: in a footnote, in Pandoc's syntax, or as text in the style. */
export type CitationForm = 'footnote' | 'pandoc' | 'inline';

/** What stands in one place of the essay: in a note style one footnote, otherwise one pair of brackets. */
export interface Citation {
  readonly cites: readonly Cite[];
}
