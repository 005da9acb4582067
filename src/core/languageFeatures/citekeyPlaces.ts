import { matchCitekey } from '../citation/citekey';
import type { EssayDocument } from '../essay/essayDocument';
import type { Span } from '../text/position';

/** A citekey that a text names. */
export interface CitekeyPlace {
  readonly citekey: string;
  /** Of the key with its `@`. */
  readonly span: Span;
  /** Of the key alone. */
  readonly keySpan: Span;
}

/** Every `@key` of an essay, those of `nocite:` in its front matter included; none in code and links. */
export function citekeyPlaces(essay: EssayDocument): readonly CitekeyPlace[] {
  return keysIn(essay.text).filter(({ span }) => !['code', 'link'].includes(essay.placeAt(span.start + 1)));
}

/** Every `@key` of a text. */
export function keysIn(text: string): readonly CitekeyPlace[] {
  const found: CitekeyPlace[] = [];
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    if (text[at - 1] === '\\') continue;
    const match = matchCitekey(text, at);
    if (!match) continue;
    found.push({ citekey: match.citekey, span: match.span, keySpan: match.keySpan });
    at = match.span.end - 1;
  }
  return found;
}
