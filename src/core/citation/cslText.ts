import type { CslItem, CslName } from './cslItem';

/** `text` without the markup that CSL-JSON allows in it: `<i>`, `<span class="nocase">`, … */
export function plainCslText(text: string): string {
  return text.replace(/<\/?(?:i|b|sup|sub|sc|span)\b[^<>]*>/g, '');
}

export function plainTitle(item: CslItem): string | undefined {
  return item.title === undefined ? undefined : plainCslText(item.title);
}

/** A name as it is read out: `Charles de Gaulle`, `Martin Luther King Jr.`, `Central Intelligence Agency`. */
export function fullName(name: CslName): string {
  if (name.literal) return name.literal;
  const parts = [
    name.given,
    name['dropping-particle'],
    name['non-dropping-particle'],
    name.family,
    name.suffix,
  ];
  return parts.filter(Boolean).join(' ');
}

/** A surname with its particle: `de Gaulle`. */
export function surname(name: CslName): string {
  return name.literal ?? [name['non-dropping-particle'], name.family].filter(Boolean).join(' ');
}

/** The people that a work is known by: its authors, else its editors, else its translators. */
export function creators(item: CslItem): readonly CslName[] {
  return [item.author, item.editor, item.translator].find((names) => names && names.length > 0) ?? [];
}

/** The year that a work came out in, if its date gives one. */
export function issuedYear(item: CslItem): string | undefined {
  const year = item.issued?.['date-parts']?.[0]?.[0];
  if (year !== undefined) return String(year);
  return /\d{4}/.exec(item.issued?.literal ?? item.issued?.raw ?? '')?.[0];
}
