import type { NotesLine } from '../notesText';

/** What stands before the words of a list item. */
export interface Marker {
  /** Items with the same style stand side by side: `bullet`, `I.`, `A.`, `1.`, `a)`, … */
  readonly style: string;
  /** Characters from the line's start to the first word. */
  readonly length: number;
}

const bullets = /^([-*+•◦▪▫‣⁃∙●○■□◆◇➢➤►▶✓✔✗–—·§※※・‧]|[\uf000-\uf0ff])(?:\s+|$)/u;
/** Word's second-level bullet and its Wingdings, as letters before a tab. */
const letterBullets = /^([ovüØqn])(?:\t\s*|\s{3,})(?=\S)/u;
const gluedBullets = /^([•◦▪‣●○■□➢\uf000-\uf0ff])(?=\S)/u;
/** Bullets that show by their length how deep an item stands. */
const dashes = /^(-{2,4})\s+(?=\S)/;
/** An arrow before what follows from the line above. */
const arrow = /^(?:[→↳➔⇒]|[-–=]>)\s*(?=\S)/;
export const arrowStyle = 'bullet →';
const numbering = /^(\(?)((\d{1,3})|([IVXLC]{1,7}|[ivxlc]{1,7})|(\p{L}))([.)])(?:\s+(?=\S)|$)/u;
/** A few characters, then a stop or bracket: true too often rather than too rarely. */
const mayBeNumbered = /^[^\s.)]{1,9}[.)]/;
const beforeHan = /^(\d{1,3})([、．.])(?=[\p{Script=Han}“‘《「『])/u;
/** `4 - Ming`: an outline only where the numbers start from 1, since pages are written like that. */
const dashed = /^(\d{1,2})\s[-–—]\s+(?=\S)/;
const decimals = /^(\d{1,2}(?:\.\d{1,2}){1,5})[.)]?\s+(?=\S)/;
const hanNumbering = /^[（(]?([一二三四五六七八九十]{1,3})([、.．）)])\s*(?=\S)/u;

/** `C. V. Wedgwood, …`, `E. Hobsbawm, …`: whose notes these are, before any outline. */
const initials = /^\p{Lu}\.\s?(?:\p{Lu}\.\s?)+\p{Lu}[\p{L}’'-]*\p{Ll}/u;
const initial =
  /^[B-HJ-Z]\.\s\p{Lu}[\p{L}’'-]*\p{Ll}(?:\s(?:and|&)\s\p{Lu}[^,]{1,60})?(?:,\s|\s[–—-]\s)["“*_]?\p{Lu}/u;

const dashedKey = '1 - ';

interface Numbering {
  readonly key: string;
  readonly value: number;
}

/** Finds the markers of list items; numbers count as one only if their neighbours in the sequence are there too. */
export class MarkerReader {
  readonly #numbers = new Set<string>();
  readonly #sharedBullets: boolean;
  readonly #hasDashes: boolean;
  readonly #lastLetter = new Map<string, number>();
  readonly #firstLine: number | undefined;

  /** `sharedBullets`: whether `-`, `*` and `+` mean the same, as in Markdown. */
  constructor(lines: readonly NotesLine[], sharedBullets: boolean) {
    this.#sharedBullets = sharedBullets;
    this.#firstLine = lines.find(({ text }) => text !== '')?.number;
    const isBullet = (line: NotesLine) => line.text.startsWith('- ');
    this.#hasDashes =
      lines.filter(({ text }) => text.startsWith('--') && dashes.test(text)).length > 1 &&
      lines.some(isBullet);
    for (const { text } of lines)
      if (mayBeNumbered.test(text) || decimals.test(text) || dashed.test(text))
        for (const { key, value } of this.#readings(text)) this.#numbers.add(`${key}${value}`);
  }

  read(line: NotesLine): Marker | undefined {
    if (line.number === this.#firstLine && (initials.test(line.text) || initial.test(line.text)))
      return undefined;
    return this.readText(line.text);
  }

  readText(text: string): Marker | undefined {
    if (text.startsWith('- '))
      return { style: this.#sharedBullets ? 'bullet' : 'bullet -', length: leadOf(text) };
    const special = /^[-–=→↳➔⇒]/.test(text) ? this.#readSign(text) : undefined;
    if (special) return special;
    const bullet = bullets.exec(text) ?? letterBullets.exec(text) ?? gluedBullets.exec(text);
    if (bullet) {
      const glyph = bullet[1] ?? '';
      const shared = this.#sharedBullets && '-*+'.includes(glyph);
      return { style: shared ? 'bullet' : `bullet ${glyph}`, length: bullet[0].length };
    }
    const first = text.charCodeAt(0);
    const decimal = first >= 48 && first <= 57 ? decimals.exec(text) : null;
    if (decimal && this.#isDecimalOutline(text, decimal[1] ?? ''))
      return { style: `decimal ${String((decimal[1] ?? '').split('.').length)}`, length: decimal[0].length };
    const number = first >= 48 && first <= 57 ? dashed.exec(text) : null;
    if (number && this.#countsFromOne(Number(number[1]))) return { style: '1 -', length: number[0].length };
    const han = hanNumbering.exec(text);
    if (han)
      return { style: `han ${han[2] ?? ''}${text.startsWith('（') ? '（' : ''}`, length: han[0].length };
    const item = first >= 48 && first <= 57 ? beforeHan.exec(text) : null;
    if (item) return { style: '1.', length: item[0].length };
    return this.#readNumber(text);
  }

  /** An arrow, or a bullet of several hyphens where the notes have those of one as well. */
  #readSign(text: string): Marker | undefined {
    const lead = arrow.exec(text)?.[0];
    if (lead !== undefined) return { style: arrowStyle, length: lead.length };
    const match = this.#hasDashes ? dashes.exec(text) : null;
    return match ? { style: `bullet ${match[1] ?? ''}`, length: match[0].length } : undefined;
  }

  #readNumber(text: string): Marker | undefined {
    if (!mayBeNumbered.test(text)) return undefined;
    const readings = this.#readings(text).filter(
      ({ key, value }) =>
        value <= 1 || this.#numbers.has(`${key}${value - 1}`) || this.#numbers.has(`${key}${value + 1}`),
    );
    const letter = readings.find(
      ({ key, value }) => this.#lastLetter.get(key) === value - 1 && /[Aa]/.test(key),
    );
    const chosen = letter ?? readings[0];
    if (!chosen) return undefined;
    if (/[Aa]/.test(chosen.key)) this.#lastLetter.set(chosen.key, chosen.value);
    return { style: chosen.key, length: numbering.exec(text)?.[0].length ?? 0 };
  }

  /** `1.1` is an outline's number only where `1.` or `1.1` start one: `3.5 million dead` is none. */
  #isDecimalOutline(text: string, number: string): boolean {
    const parts = number.split('.');
    return (
      parts.at(-1) === '1' ||
      this.#numbers.has(`d${parts.slice(0, -1).join('.')}.${Number(parts.at(-1)) - 1}`) ||
      /^\d+(?:\.\d+)+[.)]/.test(text)
    );
  }

  /** Whether all numbers up to this one stand before a dash, two of them at least. */
  #countsFromOne(value: number): boolean {
    for (let number = 1; number <= Math.max(2, value); number++)
      if (!this.#numbers.has(`${dashedKey}${number}`)) return false;
    return true;
  }

  /** What the number before a line could be: `I.` is a roman one, or a letter. */
  #readings(text: string): Numbering[] {
    const first = text.charCodeAt(0);
    const decimal = first >= 48 && first <= 57 ? decimals.exec(text)?.[1] : undefined;
    if (decimal) {
      const parts = decimal.split('.');
      return [{ key: `d${parts.slice(0, -1).join('.')}.`, value: Number(parts.at(-1)) }];
    }
    const beforeDash = dashed.exec(text)?.[1];
    if (beforeDash !== undefined) return [{ key: dashedKey, value: Number(beforeDash) }];
    const match = mayBeNumbered.test(text) ? numbering.exec(text) : null;
    if (!match) return [];
    const [, open = '', number = '', digits, roman, letter, close = ''] = match;
    if (digits) return [{ key: `${open}1${close}`, value: Number(digits) }];
    const readings: Numbering[] = [];
    const upper = number === number.toUpperCase();
    if (roman) {
      const value = romanValue(roman);
      if (value) readings.push({ key: `${open}${upper ? 'I' : 'i'}${close}`, value });
    }
    const single = letter ?? (number.length === 1 ? number : undefined);
    const value = single ? letterValue(single) : undefined;
    if (value) readings.push({ key: `${open}${upper ? 'A' : 'a'}${close}`, value });
    return readings;
  }
}

/** Characters before the first word after a bullet of one character. */
function leadOf(text: string): number {
  let length = 1;
  while (length < text.length && /\s/.test(text.charAt(length))) length++;
  return length;
}

const romanDigits: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

/** The value of a roman numeral; undefined if it isn't well-formed. */
function romanValue(numeral: string): number | undefined {
  const lower = numeral.toLowerCase();
  if (!/^(?:c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/.test(lower)) return undefined;
  let total = 0;
  for (let index = 0; index < lower.length; index++) {
    const value = romanDigits[lower[index] ?? ''] ?? 0;
    total += value < (romanDigits[lower[index + 1] ?? ''] ?? 0) ? -value : value;
  }
  return total;
}

/** 1 for A, а, α; undefined outside the alphabets that outlines are lettered in. */
function letterValue(letter: string): number | undefined {
  const lower = letter.toLowerCase();
  for (const alphabet of [
    'abcdefghijklmnopqrstuvwxyz',
    'абвгдежзиклмнопрстуфхцчшщэюя',
    'αβγδεζηθικλμνξοπρστυφχψω',
  ]) {
    const index = alphabet.indexOf(lower);
    if (index >= 0) return index + 1;
  }
  return undefined;
}

/** An item's place among those that are still open above it. */
interface Level {
  readonly indent: number;
  readonly style: string;
}

/** Finds how deep an item stands, by indentation and, where that is the same, by the style of its marker. */
export class DepthStack {
  #levels: Level[] = [];

  /** Depth of an item at `indent` with a marker of `style`, 0 being the outermost. Goes in file order. `startsList`: a list of
   * its own starts here, and not one within the item above. */
  depthOf(indent: number, style: string, startsList = false): number {
    while (this.#levels.length > 0 && (this.#levels.at(-1)?.indent ?? 0) > indent + 1) this.#levels.pop();
    const top = this.#levels.at(-1);
    if (top && indent < top.indent + 2) {
      const sameIndent = (level: Level) => Math.abs(level.indent - indent) <= 1;
      const peer = this.#levels.findLastIndex((level) => sameIndent(level) && level.style === style);
      if (peer >= 0) this.#levels.length = peer;
      else if (style === '' || startsList) this.#levels.length = this.#levels.findIndex(sameIndent);
    }
    this.#levels.push({ indent, style });
    return this.#levels.length - 1;
  }

  get size(): number {
    return this.#levels.length;
  }

  /** Closes the last item: nothing stands under it. */
  pop(): void {
    this.#levels.pop();
  }

  /** Closes the items from `depth` on. */
  popTo(depth: number): void {
    this.#levels.length = Math.min(this.#levels.length, depth);
  }

  reset(): void {
    this.#levels = [];
  }
}
