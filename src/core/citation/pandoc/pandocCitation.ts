import type { Span } from '../../text/position';
import type { Citation, Cite } from '../citation';

/** One source of a citation in an essay, with the places of its parts. */
export interface ParsedCite {
  readonly cite: Cite;
  /** From the first character after `[` or `;` to the last before `;` or `]`, spaces at both ends left out. */
  readonly span: Span;
  /** Of the key alone. */
  readonly keySpan: Span;
  /** Of the key with `-`, `@` and braces. */
  readonly citekeySpan: Span;
  readonly prefixSpan?: Span;
  /** Of label and value. */
  readonly locatorSpan?: Span;
  readonly suffixSpan?: Span;
}

/** A citation of an essay in Pandoc's syntax. */
export interface ParsedCitation extends Citation {
  /** `bracketed`: `[see @zubok1996, p. 63]`. `in-text`: `@zubok1996 [p. 63]`, whose author is part of the sentence. */
  readonly kind: 'bracketed' | 'in-text';
  readonly span: Span;
  readonly parts: readonly ParsedCite[];
}
