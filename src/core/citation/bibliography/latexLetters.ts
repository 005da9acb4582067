/** LaTeX's accents, by the combining character that each one is in Unicode. */
const accents: Readonly<Record<string, string>> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  u: '\u0306',
  '.': '\u0307',
  '"': '\u0308',
  r: '\u030A',
  H: '\u030B',
  v: '\u030C',
  d: '\u0323',
  c: '\u0327',
  k: '\u0328',
  b: '\u0331',
};
const letters: Readonly<Record<string, string>> = {
  ...{
    ss: 'ß',
    ae: 'æ',
    AE: 'Æ',
    oe: 'œ',
    OE: 'Œ',
    aa: 'å',
    AA: 'Å',
    o: 'ø',
    O: 'Ø',
    l: 'ł',
    L: 'Ł',
    i: 'ı',
    j: 'ȷ',
  },
  ...{ dh: 'ð', DH: 'Ð', th: 'þ', TH: 'Þ', dj: 'đ', DJ: 'Đ', ng: 'ŋ', NG: 'Ŋ' },
};
const letterMacro = String.raw`\\(ss|ae|AE|oe|OE|aa|AA|dh|DH|th|TH|dj|DJ|ng|NG|o|O|l|L|i|j)(?![A-Za-z])`;
const letterPattern = new RegExp(
  String.raw`\{\s*${letterMacro}\s*\}|${letterMacro}(?:\{\}|[ \t]+(?=\p{L})|)`,
  'gu',
);
const accented = String.raw`(?:\{\s*(\p{L})\s*\}|(\p{L}))`;
const accentMacro = String.raw`\\(?:([\x60'^~=."])\s*|([uvHcdbkr])(?=[\s{])\s*)${accented}`;
const accentPattern = new RegExp(String.raw`\{\s*${accentMacro}\s*\}|${accentMacro}`, 'gu');

/**
 * Turns accented and special letters written in LaTeX (`{\'e}`, `\"{o}`, `\v{c}`, `{\L}`) into Unicode, with the braces
 * that only held them together: names can then be split, and braces that are left protect capitals.
 */
export function decodeLetters(latex: string): string {
  if (!latex.includes('\\')) return latex;
  return decodeSpacing(latex)
    .replace(/\\([~^])\{\s*\}/g, (_, symbol) =>
      symbol === '~' ? '\\textasciitilde{}' : '\\textasciicircum{}',
    )
    .replace(letterPattern, (match, braced?: string, bare?: string) => letters[braced ?? bare ?? ''] ?? match)
    .replace(accentPattern, (...groups: readonly unknown[]) => {
      const [symbol, letter] = groups.slice(1, 9).filter((group) => group !== undefined) as [string, string];
      const base = letter === 'ı' ? 'i' : letter === 'ȷ' ? 'j' : letter;
      return (base + (accents[symbol] ?? '')).normalize('NFC');
    });
}

/** Spaces that TeX makes, the hyphen and the joint that it doesn't print, and its dots. Two backslashes are a line's end. */
const decodeSpacing = (latex: string) =>
  latex.replace(
    /(?<!\\)(?:\{\\([,;:])\}|\\(?:([,;:])|([-/!])|(?:ldots|dots|textellipsis)(?![A-Za-z])(?:\{\}|[ \t]+(?=\p{L}))?))/gu,
    (_, braced?: string, space?: string, unprinted?: string) =>
      (braced ?? space) !== undefined ? '~' : unprinted === undefined ? '…' : '',
  );

const entities: Readonly<Record<string, string>> = {
  amp: '\\&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '~',
};

/** Turns what web pages leave in exported files, `&amp;` and `&#39;`, into the characters meant. */
export function decodeEntities(text: string): string {
  return text.replace(/\\?&(?:([a-z]{2,4})|#(\d{2,6}));/g, (match, name?: string, code?: string) => {
    if (name !== undefined) return entities[name] ?? match;
    const point = Number(code);
    return point > 31 && point <= 0x10ffff ? String.fromCodePoint(point) : match;
  });
}
