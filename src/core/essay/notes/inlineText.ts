import type { Citation } from '../../citation/citation';
import type { CslItem } from '../../citation/cslItem';
import { namesInSentence } from '../../citation/namesInSentence';
import { inBrackets } from '../../citation/style/inBrackets';

/**
 * A rendered citation as text in the sentence, `(Zubok and Pleshakov 63)` or `Zubok and Pleshakov (1996, p. 63)`. Undefined
 * if the style leaves nothing in brackets, by which a citation can be told from the student's words.
 * @param rendered as the style writes it: a note's text in a note style.
 */
export function inlineText(
  citation: Citation,
  rendered: string,
  isNoteStyle: boolean,
  items: ReadonlyMap<string, CslItem>,
): string | undefined {
  const [first] = citation.cites;
  if (!/[\p{L}\p{N}]/u.test(rendered)) return undefined;
  if (first?.authorInText !== true) return inBrackets(rendered, citation);
  const item = items.get(first.citekey);
  if (isNoteStyle) return item && `${namesInSentence(item)} ${inBrackets(rendered, citation)}`;
  return rendered.endsWith(')') ? rendered : undefined;
}
