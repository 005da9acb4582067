import type { CslDate, CslItem, CslName } from '../cslItem';

const nameVariables = new Set([
  ...[
    'author',
    'chair',
    'collection-editor',
    'compiler',
    'composer',
    'container-author',
    'contributor',
    'curator',
  ],
  ...[
    'director',
    'editor',
    'editorial-director',
    'executive-producer',
    'guest',
    'host',
    'illustrator',
    'interviewer',
  ],
  ...['narrator', 'organizer', 'original-author', 'performer', 'producer', 'recipient', 'reviewed-author'],
  ...['script-writer', 'series-creator', 'translator'],
]);
const dateVariables = new Set([
  'accessed',
  'available-date',
  'event-date',
  'issued',
  'original-date',
  'submitted',
]);
const nameParts = [
  'family',
  'given',
  'literal',
  'suffix',
  'dropping-particle',
  'non-dropping-particle',
] as const;

type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function toText(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

function readName(value: unknown): CslName | undefined {
  const text = toText(value);
  if (text !== undefined) return { literal: text };
  if (!isObject(value)) return undefined;
  const parts = nameParts.flatMap((part) => {
    const partText = toText(value[part]);
    return partText === undefined ? [] : [[part, partText] as const];
  });
  return parts.length > 0 ? Object.fromEntries(parts) : undefined;
}

function readDateParts(value: unknown): readonly (number | string)[] | undefined {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  const parts: number[] = [];
  for (const part of list.slice(0, 3)) {
    const number = typeof part === 'string' && part.trim() !== '' ? Number(part) : part;
    if (typeof number !== 'number' || !Number.isInteger(number)) break;
    parts.push(number);
  }
  return parts.length > 0 ? parts : undefined;
}

/** `{ year: 1996, month: 5 }`, as older pandoc wrote dates in YAML. */
function readNamedDateParts(value: JsonObject): readonly (number | string)[] | undefined {
  return readDateParts([value.year, value.month, value.day]);
}

function readDate(value: unknown): CslDate | undefined {
  if (typeof value === 'number') return { 'date-parts': [[value]] };
  const text = toText(value);
  if (text !== undefined) return readDateText(text);
  if (Array.isArray(value)) {
    const parts = value.flatMap((each: unknown) => (isObject(each) ? [readNamedDateParts(each)] : []));
    const dates = parts.filter((each) => each !== undefined);
    return dates.length > 0 ? { 'date-parts': dates } : undefined;
  }
  if (!isObject(value)) return undefined;
  const source = value['date-parts'];
  const lists: readonly unknown[] = Array.isArray(source) ? source : [];
  const dates = lists.map(readDateParts).filter((each) => each !== undefined);
  const named = readNamedDateParts(value);
  const extra = Object.fromEntries(
    ['circa', 'season'].flatMap((key) => (value[key] === undefined ? [] : [[key, value[key]]])),
  );
  if (dates.length > 0) return { ...extra, 'date-parts': dates };
  if (named) return { ...extra, 'date-parts': [named] };
  const literal = toText(value.literal);
  if (literal !== undefined) return { ...extra, literal };
  const raw = toText(value.raw);
  return raw === undefined ? undefined : { ...extra, ...readDateText(raw) };
}

/** A date written as text: ISO 8601, a year, a span of years; anything else is kept as it is. */
export function readDateText(text: string): CslDate {
  const trimmed = text.trim();
  const iso = (part: string) =>
    /^(-?\d{4,})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(part)?.slice(1).filter(Boolean).map(Number);
  const [from, to, ...more] = trimmed.split('/').map(iso);
  if (from && more.length === 0 && (to ?? !trimmed.includes('/')))
    return { 'date-parts': to ? [from, to] : [from] };
  const years = /^(\d{4})\s*(?:--?|–)\s*(\d{4})$/.exec(trimmed);
  if (years) return { 'date-parts': [[Number(years[1])], [Number(years[2])]] };
  if (/^\d{1,3}$/.test(trimmed)) return { 'date-parts': [[Number(trimmed)]] };
  return { literal: trimmed };
}

/**
 * Reads a CSL-JSON item of unknown making: what has the wrong shape is left out, so that no formatter can stumble on
 * it. Undefined if `value` is no item at all or has no id.
 */
export function readCslItem(value: unknown): CslItem | undefined {
  if (!isObject(value)) return undefined;
  const id = toText(value.id) ?? toText(value['citation-key']);
  if (id === undefined) return undefined;
  const item: Record<string, unknown> = {};
  for (const [variable, content] of Object.entries(value)) {
    const read = readVariable(variable, content);
    if (read !== undefined) item[variable] = read;
  }
  return { ...item, id, type: toText(value.type) ?? 'document' };
}

function readVariable(variable: string, content: unknown): unknown {
  if (nameVariables.has(variable)) {
    const list: readonly unknown[] = Array.isArray(content) ? content : [content];
    const names = list.map(readName).filter((name) => name !== undefined);
    return names.length > 0 ? names : undefined;
  }
  if (dateVariables.has(variable)) return readDate(content);
  if (Array.isArray(content)) return content.map(toText).filter(Boolean).join(', ') || undefined;
  return toText(content);
}
