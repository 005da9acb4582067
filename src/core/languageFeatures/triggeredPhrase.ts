import type { EssayDocument } from '../essay/essayDocument';
import type { Span } from '../text/position';

/** UTF-16 units that may be typed behind the trigger: more is no search any more. */
const REACH = 80;

/**
 * What is typed behind the trigger for arguments, `;;japan feet`: `span` takes in the trigger. Undefined where nobody
 * writes prose, or where a sentence or a note has ended behind it.
 */
export function triggeredPhrase(
  essay: EssayDocument,
  offset: number,
  trigger: string,
): { readonly span: Span; readonly query: string } | undefined {
  if (trigger === '') return undefined;
  const lineStart = essay.lines.lineStart(essay.positionAt(offset).line);
  const base = Math.max(lineStart, offset - REACH - trigger.length);
  const before = essay.text.slice(base, offset);
  const at = before.lastIndexOf(trigger);
  if (at < 0 || essay.placeAt(offset) !== 'prose') return undefined;
  const query = before.slice(at + trigger.length);
  if (/[.!?\]]\s|\[\^|\s\s/.test(query)) return undefined;
  return { span: { start: base + at, end: offset }, query: query.trim() };
}
