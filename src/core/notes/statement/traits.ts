/**
 * Signs that a text holds, found in one pass: what they rule out needs no closer look. Most statements hold none of them, and
 * a library has a hundred thousand.
 */
export const trait = {
  digit: 1,
  /** `(`, `[` and their wide forms. */
  bracket: 2,
  /** Quotation marks of any kind, apostrophes included. */
  quote: 4,
  /** `#`, `^`. */
  tag: 8,
  /** `@`, or the place of a citation that was taken out. */
  citation: 16,
  /** Control characters, and spaces other than single plain ones. */
  untidy: 32,
  /** Chinese, Japanese or Korean characters. */
  han: 64,
  /** `?` of any script, `;` and `&`. */
  question: 128,
} as const;

const firstHan = 0x2e80;
const traits = new Uint8Array(firstHan);

function mark(bit: number, characters: string): void {
  for (const character of characters)
    traits[character.charCodeAt(0)] = (traits[character.charCodeAt(0)] ?? 0) | bit;
}
mark(trait.digit, '0123456789');
mark(trait.bracket, '([');
mark(trait.quote, '"\'“”„«»‘’‚‹›');
mark(trait.tag, '#^');
mark(trait.citation, '@');
mark(trait.question, '?;&؟;՞');
for (let code = 0; code < firstHan; code++) {
  const isControl = code < 32 || (code >= 0x7f && code <= 0xa0) || code === 0xad;
  const isSpace = code === 0x1680 || (code >= 0x2000 && code <= 0x200b) || (code >= 0x2028 && code <= 0x202f);
  if (isControl || isSpace || code === 0x205f || code === 0x2060)
    mark(trait.untidy, String.fromCharCode(code));
}

/** The traits of `text`, as a sum of `trait`s. */
export function traitsOf(text: string): number {
  let found = 0;
  let previous = 32;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code >= 97 && code <= 122) {
      previous = code;
      continue;
    }
    if (code === 32) {
      if (previous === 32) found |= trait.untidy;
    } else found |= code < firstHan ? (traits[code] ?? 0) : traitsOfWide(code);
    previous = code;
  }
  return previous === 32 && text !== '' ? found | trait.untidy : found;
}

function traitsOfWide(code: number): number {
  if (code === 0xe000) return trait.citation;
  if (code === 0x3000 || code === 0xfeff || (code >= 0xfff9 && code <= 0xfffc)) return trait.untidy;
  const isBracket = code === 0xff08 || code === 0xff3b || code === 0xff09 || code === 0xff3d;
  const isQuote = (code >= 0x300c && code <= 0x300f) || code === 0xff02;
  return (
    trait.han |
    (isBracket ? trait.bracket : 0) |
    (isQuote ? trait.quote : 0) |
    (code === 0xff1f || code === 0xff1b ? trait.question : 0)
  );
}
