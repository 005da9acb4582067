import type { PlacedCite } from './citedPlaces';
import type { Works } from './works';
import { writtenLocator } from './writtenLocator';

const SAME_AS_BEFORE =
  /^\s*(?:see (?:also )?|cf\.? )?(?:\*|_)?(?:(?:ib[ií]d(?:em)?|ebd|ebda|ebenda|idem)(?!\p{L})\.?|там\sже(?!\p{L})\.?|同上)/iu;

/**
 * What a note in the student's own words cites: in each part between semicolons the work whose author or title it names,
 * with its page. `Ibid.` is what `before` cites. Parts that name nobody we know have no works.
 *
 * @param base offset of `text` in the essay
 */
export function noteCites(
  text: string,
  base: number,
  works: Works,
  before: readonly PlacedCite[],
): readonly PlacedCite[] {
  return partsOf(text).map(({ part, start }) => {
    const again = SAME_AS_BEFORE.exec(part)?.[0].length;
    const named = again === undefined ? works.namedIn(part) : (before.at(-1)?.works ?? []);
    const from = again ?? 0;
    const found = writtenLocator(part.slice(from));
    const offset = base + start + from;
    return {
      works: named,
      span: { start: base + start, end: base + start + part.length },
      ...(found && {
        locator: found.locator,
        locatorSpan: { start: offset + found.span.start, end: offset + found.span.end },
      }),
    };
  });
}

/** Split at the semicolons outside of brackets. */
function partsOf(text: string): readonly { readonly part: string; readonly start: number }[] {
  const parts: { part: string; start: number }[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    const character = text[at];
    if (character === '(' || character === '[') depth++;
    else if (character === ')' || character === ']') depth = Math.max(0, depth - 1);
    if (at < text.length && (character !== ';' || depth > 0)) continue;
    if (text.slice(start, at).trim() !== '') parts.push({ part: text.slice(start, at), start });
    start = at + 1;
  }
  return parts;
}
