import type { Span } from '../text/position';

/** Replaces a stretch of a text. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/** `text` with edits that don't overlap, given in any order. Of several at one offset, the first one comes first. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let result = '';
  let offset = 0;
  for (const { span, newText } of sorted) {
    result += text.slice(offset, span.start) + newText;
    offset = Math.max(offset, span.end);
  }
  return result + text.slice(offset);
}
