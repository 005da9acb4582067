import type { Span } from '../../../text/position';
import type { Steps } from '../../../util/steps';

/** A text of a JSON file, and where it stands there, quotation marks excluded. */
export interface JsonText {
  readonly value: string;
  readonly span: Span;
}

/** A value of a JSON file. Texts and objects know where they stand. */
export type JsonValue = JsonText | JsonObject | readonly JsonValue[] | number | boolean | null;
export interface JsonObject {
  readonly properties: ReadonlyMap<string, JsonValue>;
  readonly start: number;
}

/** What was read of a JSON file, and where it is no longer JSON. */
export interface JsonFile {
  readonly value: JsonValue;
  readonly brokenAt?: number;
}

/** No export nests deeper. */
const DEEPEST = 60;

interface Open {
  readonly value: JsonValue[] | { readonly properties: Map<string, JsonValue>; readonly start: number };
  key?: string;
}

/**
 * Reads JSON (RFC 8259) with the offsets of its texts, up to the end or to the first mistake: what stands before that is
 * kept. Libraries give either no offsets or nothing of a file that breaks off.
 */
export function* readJson(text: string): Steps<JsonFile> {
  const root: JsonValue[] = [];
  const open: Open[] = [{ value: root }];
  let at = text.startsWith('\ufeff') ? 1 : 0;
  const result = (brokenAt?: number): JsonFile => ({
    value: root[0] ?? null,
    ...(brokenAt !== undefined && { brokenAt }),
  });
  for (let count = 0; ; count++) {
    if (count % 256 === 0) yield;
    const token = tokenAt(text, at);
    const inner = open.at(-1);
    if (!token || !inner || open.length > DEEPEST) {
      const isWhole = !token && open.length === 1 && root.length === 1 && text.slice(at).trim() === '';
      return isWhole ? result() : result(at);
    }
    at = token.end;
    const { sign, value } = token;
    if (sign === ',' || sign === ':') continue;
    if (sign === '}' || sign === ']') {
      if (open.length === 1 || Array.isArray(inner.value) !== (sign === ']')) return result(token.start);
      open.pop();
    } else if (!Array.isArray(inner.value) && inner.key === undefined) {
      if (!isText(value)) return result(token.start);
      inner.key = value.value;
    } else {
      const opened =
        sign === '{'
          ? { properties: new Map<string, JsonValue>(), start: token.start }
          : sign === '['
            ? []
            : undefined;
      if (Array.isArray(inner.value)) inner.value.push(opened ?? value);
      else inner.value.properties.set(inner.key ?? '', opened ?? value);
      inner.key = undefined;
      if (opened) open.push({ value: opened });
    }
  }
}

interface Token {
  readonly start: number;
  readonly end: number;
  /** One of `{}[]:,`, or nothing for a value. */
  readonly sign: string;
  readonly value: JsonText | number | boolean | null;
}

const space = /[ \t\r\n]*/y;
const literal = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

function tokenAt(text: string, from: number): Token | undefined {
  space.lastIndex = from;
  space.exec(text);
  const start = space.lastIndex;
  const first = text[start] ?? '';
  if (first === '') return undefined;
  if ('{}[]:,'.includes(first)) return { start, end: start + 1, sign: first, value: null };
  if (first === '"') {
    const close = endOfText(text, start + 1);
    const value = close < 0 ? undefined : unescaped(text.slice(start, close + 1));
    if (value === undefined) return undefined;
    return { start, end: close + 1, sign: '', value: { value, span: { start: start + 1, end: close } } };
  }
  literal.lastIndex = start;
  const match = literal.exec(text)?.[0];
  if (match === undefined) return undefined;
  const value = match === 'null' ? null : /^[tf]/.test(match) ? match === 'true' : Number(match);
  return { start, end: start + match.length, sign: '', value };
}

/** Where a text ends: at a quotation mark with an even number of backslashes before it; -1 if nowhere. */
function endOfText(text: string, from: number): number {
  for (let close = text.indexOf('"', from); close >= 0; close = text.indexOf('"', close + 1)) {
    let slashes = 0;
    while (close - slashes > from && text[close - slashes - 1] === '\\') slashes++;
    if (slashes % 2 === 0) return close;
  }
  return -1;
}

/** What a JSON text says; undefined if it is none. */
function unescaped(raw: string): string | undefined {
  if (!raw.includes('\\')) return raw.slice(1, -1);
  try {
    const value: unknown = JSON.parse(raw.replace(/[\u0000-\u001f]/g, ' ')); // eslint-disable-line no-control-regex
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}

const isObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && 'properties' in value;

/** What an object holds under the first of these keys that it has; undefined for all that is no object. */
export function property(value: JsonValue | undefined, ...keys: readonly string[]): JsonValue | undefined {
  if (!isObject(value)) return undefined;
  for (const key of keys) {
    const found = value.properties.get(key);
    if (found !== undefined && found !== null) return found;
  }
  return undefined;
}

/** The same for a text that is not blank. */
export function textProperty(value: JsonValue | undefined, ...keys: readonly string[]): JsonText | undefined {
  for (const key of keys) {
    const found = property(value, key);
    if (isText(found) && found.value.trim() !== '') return found;
  }
  return undefined;
}

/** Whether this is a text. */
export function isText(value: JsonValue | undefined): value is JsonText {
  return typeof value === 'object' && value !== null && 'span' in value;
}

/** The elements of an array; none for all that is no array. */
export function itemsOf(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? (value as readonly JsonValue[]) : [];
}
