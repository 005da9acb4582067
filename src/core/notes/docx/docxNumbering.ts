import { readXml } from './xml';

/** Number formats (`bullet`, `decimal`, `upperRoman`, …) by numbering id, then by level. */
export type Numbering = ReadonlyMap<string, readonly string[]>;

/** Reads `numbering.xml`. */
export function readNumbering(xml: string): Numbering {
  const abstracts = new Map<string, string[]>();
  const numbering = new Map<string, readonly string[]>();
  let formats: string[] | undefined;
  let level = 0;
  let id = '';
  if (xml === '') return numbering;
  readXml(xml, {
    open(name, attributes) {
      const value = attributes['w:val'] ?? '';
      if (name === 'w:abstractNum') abstracts.set(attributes['w:abstractNumId'] ?? '', (formats = []));
      else if (name === 'w:lvl') level = Number(attributes['w:ilvl'] ?? 0);
      else if (name === 'w:numFmt' && formats && level < 9) formats[level] = value;
      else if (name === 'w:num') {
        id = attributes['w:numId'] ?? '';
        formats = undefined;
      } else if (name === 'w:abstractNumId') numbering.set(id, abstracts.get(value) ?? []);
    },
  });
  return numbering;
}

const romans = [
  ['c', 100], ['xc', 90], ['l', 50], ['xl', 40], ['x', 10], ['ix', 9], ['v', 5], ['iv', 4], ['i', 1],
] as const; // prettier-ignore

function roman(value: number): string {
  let rest = value;
  let numeral = '';
  for (const [sign, worth] of romans)
    while (rest >= worth && numeral.length < 20) {
      numeral += sign;
      rest -= worth;
    }
  return numeral;
}

/** The marker of the `value`-th item in a list of this format, as the text view shows it. */
export function markerOf(format: string, value: number): string {
  const letter = String.fromCharCode(97 + ((value - 1) % 26));
  switch (format) {
    case 'bullet':
    case 'none':
      return '-';
    case 'upperRoman':
      return `${roman(value).toUpperCase()}.`;
    case 'lowerRoman':
      return `${roman(value)}.`;
    case 'upperLetter':
      return `${letter.toUpperCase()}.`;
    case 'lowerLetter':
      return `${letter}.`;
  }
  return `${String(value)}.`;
}
