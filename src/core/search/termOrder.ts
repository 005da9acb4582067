/** So many UTF-16 units of a term, of 8 bits each, are compared first, as one number. */
const keyUnits = 5;
const unitBits = 8;
const widestUnit = 255;
/** The number also says which term it is of: together 53 bits, as many as a number holds exactly. */
const mostTerms = 2 ** (53 - keyUnits * unitBits);

/**
 * The places of `terms`, distinct strings, in the order of `Array.prototype.sort()`. Numbers are sorted where terms begin
 * differently, as nearly all do: quicker than strings.
 */
export function inOrder(terms: readonly string[]): Uint32Array {
  if (terms.length > mostTerms)
    return Uint32Array.from(terms.keys()).sort((a, b) => compare(terms[a] ?? '', terms[b] ?? ''));
  const keys = new Float64Array(terms.length);
  for (let place = 0; place < terms.length; place++)
    keys[place] = beginningOf(terms[place] ?? '') * mostTerms + place;
  keys.sort();
  const order = new Uint32Array(keys.length);
  const beginnings = new Float64Array(keys.length);
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] ?? 0;
    const beginning = Math.floor(key / mostTerms);
    beginnings[i] = beginning;
    order[i] = key - beginning * mostTerms;
  }
  for (let start = 0, end = 0; start < keys.length; start = end) {
    for (end = start + 1; end < keys.length && beginnings[end] === beginnings[start];) end++;
    if (end - start > 1) order.subarray(start, end).sort((a, b) => compare(terms[a] ?? '', terms[b] ?? ''));
  }
  return order;
}

function beginningOf(term: string): number {
  let key = 0;
  let isWide = false;
  for (let i = 0; i < keyUnits; i++) {
    const unit: number = isWide || i >= term.length ? 0 : Math.min(widestUnit, term.charCodeAt(i));
    isWide ||= unit === widestUnit;
    key = key * (widestUnit + 1) + unit;
  }
  return key;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
