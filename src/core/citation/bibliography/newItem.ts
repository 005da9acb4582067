import type { CslItem, CslName } from '../cslItem';
import { readDateText } from './cslItemReader';

/** What the form for a new source offers. */
export const sourceKinds = [
  'book',
  'chapter',
  'article-journal',
  'article-newspaper',
  'thesis',
  'webpage',
] as const;

/** What a student fills in for a new source; anything but the title may be empty. */
export interface SourceForm {
  readonly kind: (typeof sourceKinds)[number];
  /** `Zubok, Vladislav; Pleshakov, Constantine`, or first names first. */
  readonly authors: string;
  readonly title: string;
  readonly year: string;
  /** The journal, newspaper or book that it is in. */
  readonly container: string;
  /** `Cambridge, MA: Harvard University Press`, or the publisher alone. */
  readonly publisher: string;
}

/** The item for a filled-in form. What was left empty is left out. */
export function newItem(form: SourceForm, id: string): CslItem {
  const author = form.authors
    .split(/\s*[;\n]\s*/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map(toName);
  const [, place, publisher] = /^(.*?\S)\s*:\s*(\S.*)$/.exec(form.publisher.trim()) ?? [
    '',
    undefined,
    form.publisher.trim() || undefined,
  ];
  const container = form.container.trim();
  return {
    id,
    type: form.kind,
    title: form.title.trim(),
    ...(author.length > 0 && { author }),
    ...(form.year.trim() !== '' && { issued: readDateText(form.year) }),
    ...(container !== '' && { 'container-title': container }),
    ...(publisher !== undefined && { publisher }),
    ...(place !== undefined && { 'publisher-place': place }),
  };
}

const particle = /^(?:de|del|della|der|den|di|du|la|le|ten|ter|van|von|zu)$/;

/** `Zubok, Vladislav`, `Vladislav Zubok`, `Charles de Gaulle`; a name in braces, `{Central Committee}`, is a body's. */
function toName(text: string): CslName {
  const body = /^\{(.*)\}$/.exec(text)?.[1];
  if (body !== undefined) return { literal: body };
  const [family = '', given] = text.split(/\s*,\s*/, 2);
  if (given !== undefined) return given === '' ? { family } : { family, given };
  const words = text.split(/\s+/);
  let start = words.length - 1;
  while (start > 1 && particle.test(words[start - 1] ?? '')) start--;
  return start === 0
    ? { family: text }
    : { given: words.slice(0, start).join(' '), family: words.slice(start).join(' ') };
}
