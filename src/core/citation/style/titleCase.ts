import type { CslItem } from '../cslItem';

/**
 * The words that title case leaves small, as pandoc has them, which follows CSL 1.0.2
 * (https://docs.citationstyles.org/en/v1.0.2/specification.html#title-case-conversion).
 */
export const smallWords: readonly string[] = (
  'a about an and as at but by de down for from in into nor of on onto or over so the till to up van via von with yet ' +
  'c d v'
).split(' ');

const small = new Set(smallWords);

const protectedSpan = /(<span class="nocase">(?:[^<]|<(?!\/span>))*<\/span>)/;

/** A word with a capital first and no other, single letters but for the article left out: `I`, `World War I`, `Plan B`. */
const capitalised =
  /(?<![\p{L}\p{N}]|\p{L}[’'])(?:A(?![\p{L}\p{N}.])|\p{Lu}\p{Ll}[\p{Ll}\p{M}]*(?![\p{L}\p{N}]))/gu;

/** Where a sentence, or the subtitle, starts: its first word keeps its capital. */
const atStart = /(?:^|[.?!:]["'”’)\]]*\s)["'“‘([]*$/;

/** Takes the capitals of title case from an English title: what is protected, and names with more capitals, keep theirs. */
function toSentenceCase(title: string): string {
  let before = '';
  return title
    .split(protectedSpan)
    .map((part) => {
      const isProtected = protectedSpan.test(part);
      const written = isProtected
        ? part
        : part.replace(capitalised, (word, offset: number) =>
            atStart.test(withoutTags(before + part.slice(0, offset))) || isInTag(part, offset)
              ? word
              : word.charAt(0).toLowerCase() + word.slice(1),
          );
      before += part;
      return written;
    })
    .join('')
    .replace(/(?<=: ["'“‘([]*)\p{Ll}(?=\p{Ll}*(?!\p{L}))/gu, (letter) => letter.toUpperCase())
    .replace(
      /^(\P{L}*?)(?<!<[^>]*)(\p{Ll})(?=\p{Ll}*(?!\p{L}))/u,
      (_, start: string, letter: string) => start + letter.toUpperCase(),
    );
}

const withoutTags = (text: string) => text.replace(/<[^<>]*>/g, '');
const isInTag = (text: string, offset: number) => /<[^<>]*$/.test(text.slice(0, offset));

/** Title case changes no capitals: only what has a small letter where it wants a capital needs protection from it. */
function dropNeedlessProtection(title: string): string {
  return title.replace(/<span class="nocase">((?:[^<]|<(?!\/span>))*)<\/span>/g, (span, text: string) => {
    const words = withoutTags(text).split(/\s+/);
    const isChanged = words.some((word, index) => /^\p{Ll}/u.test(word) && (index === 0 || !small.has(word)));
    return isChanged ? span : text;
  });
}

const titles = ['title', 'title-short', 'collection-title', 'volume-title', 'original-title'] as const;

/**
 * A `.bib` file has English titles in title case, and styles take them to be in sentence case: those that want title case
 * give it back. As in pandoc, the names of journals stay.
 *
 * @param isEnglish whether the item's titles are in English; only these change.
 */
export function restoreCase(item: CslItem, isEnglish: boolean): CslItem {
  const hasPeriodical = /^article(?:-|$)|^periodical$|^review/.test(item.type);
  const changed = [...titles, ...(hasPeriodical ? [] : ['container-title'])].flatMap((variable) => {
    const value = item[variable];
    if (typeof value !== 'string') return [];
    return [[variable, dropNeedlessProtection(isEnglish ? toSentenceCase(value) : value)] as const];
  });
  return { ...item, ...Object.fromEntries(changed) };
}
