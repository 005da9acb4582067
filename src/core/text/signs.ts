/**
 * Sorts of characters, one bit each. What a text is known not to hold need not be looked for: one scan of a line replaces
 * most of the searches in it.
 */
export const Sign = {
  digit: 1,
  doubleQuote: 1 << 1,
  /** An apostrophe as well. */
  singleQuote: 1 << 2,
  /** An opening bracket. */
  bracket: 1 << 3,
  /** What Markdown's markup starts with by itself: `\`, `` ` ``, `*`, `_`, `[`, `<`, `&`. */
  markup: 1 << 4,
  /** What is markup if doubled: `=`, `~`, `%`, `:`. */
  doubled: 1 << 5,
  /** A space that is no plain one, two in a row, or a character that can't be seen. */
  untidy: 1 << 6,
  at: 1 << 7,
  hash: 1 << 8,
  caret: 1 << 9,
  colon: 1 << 10,
  dash: 1 << 11,
  /** A question mark, or the semicolon that is one in Greek. */
  question: 1 << 12,
  ampersand: 1 << 13,
  bar: 1 << 14,
  /** Beyond ASCII. */
  foreign: 1 << 15,
  /** A word that could be a roman numeral, or what numbers Chinese pages. */
  numeral: 1 << 16,
  comma: 1 << 17,
  /** What can end a clause besides a comma, a dash or a foreign sign: a stop, an opening bracket. */
  stop: 1 << 18,
} as const;

/** Every sign: of a text that was not scanned. */
export const allSigns = (1 << 19) - 1;

const lowerRoman = 1 << 19;
const upperRoman = 1 << 20;
const noWordYet = 1 << 21;
const betweenWords = 1 << 22;

/** The bits of each UTF-16 unit. */
const bits = tabulate();

function tabulate(): Uint32Array {
  const table = new Uint32Array(0x10000).fill(Sign.foreign | betweenWords);
  table.fill(betweenWords, 0, 0x80);
  const add = (sign: number, characters: string) => {
    for (const character of characters) {
      const code = character.charCodeAt(0);
      table[code] = (table[code] ?? 0) | sign;
    }
  };
  const addRange = (sign: number, from: number, to: number) => {
    for (let code = from; code <= to; code++) table[code] = (table[code] ?? 0) | sign;
  };
  for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_')
    table[character.charCodeAt(0)] = 0;
  add(Sign.digit, '0123456789');
  add(Sign.doubleQuote, '"“„«「『');
  add(Sign.singleQuote, "'‘");
  add(Sign.bracket, '([（［');
  add(Sign.markup, '\\`*_[<&');
  add(Sign.doubled, '=~%:');
  add(Sign.at, '@');
  add(Sign.hash, '#');
  add(Sign.caret, '^');
  add(Sign.colon, ':：');
  add(Sign.dash, '-–—');
  add(Sign.question, '?？؟;\u037e՞');
  add(Sign.ampersand, '&');
  add(Sign.bar, '|');
  add(Sign.numeral, '第');
  add(Sign.comma, ',');
  add(Sign.stop, '.;:!?(');
  add(lowerRoman, 'ivxlcdm');
  add(upperRoman, 'IVXL');
  for (const [from, to = from] of [
    [0, 0x1f], [0x7f, 0xa0], [0xad], [0x1680], [0x2000, 0x200b], [0x2028, 0x202f], [0x205f], [0x2060], [0x3000],
    [0xfeff], [0xfff9, 0xfffc],
  ] as const) addRange(Sign.untidy, from, to); // prettier-ignore
  return table;
}

const romanOrNone = lowerRoman | upperRoman | noWordYet;

/** Where what follows a bullet or a heading's mark starts: such a mark says nothing of the words behind it. */
function behindMark(text: string, start: number): number {
  let at = start;
  while (isMark(text.charCodeAt(at))) at++;
  return text.charCodeAt(at) === 32 ? at : start;
}

/** `-`, `*`, `+`, `#` */
const isMark = (code: number) => code === 45 || code === 42 || code === 43 || code === 35;

/** Which signs `text` holds from `start` to `end`, apart from the mark of a list item or heading that it starts with. */
export function signsIn(text: string, start: number, end: number): number {
  let signs = 0;
  let word = romanOrNone;
  let previous = 0;
  for (let index = behindMark(text, start); index < end; index++) {
    const code = text.charCodeAt(index);
    const sign = bits[code] ?? 0;
    signs |= sign;
    if ((sign & betweenWords) === 0) word &= sign;
    else {
      if (word !== 0 && (word & noWordYet) === 0) signs |= Sign.numeral;
      word = romanOrNone;
      if (code === 32 && previous === 32) signs |= Sign.untidy;
    }
    previous = code;
  }
  if (word !== 0 && (word & noWordYet) === 0) signs |= Sign.numeral;
  return signs & allSigns;
}
