const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  sect: '§',
  para: '¶',
  middot: '·',
  bull: '•',
};

const entity = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/iy;

/** The character reference (`&amp;`, `&#8211;`) that starts at `offset`, and what it stands for; undefined: none that is known. */
export function entityAt(
  text: string,
  offset: number,
): { readonly length: number; readonly character: string } | undefined {
  entity.lastIndex = offset;
  const match = entity.exec(text);
  if (!match) return undefined;
  const [whole, decimal, hexadecimal, name = ''] = match;
  const code = decimal ? Number(decimal) : hexadecimal ? parseInt(hexadecimal, 16) : 0;
  const character = code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : named[name.toLowerCase()];
  return character === undefined ? undefined : { length: whole.length, character };
}
