import { parser } from '@lezer/json';
import type { SyntaxNodeRef, Tree } from '@lezer/common';
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
  key: string;
}

/** Reads JSON with the offsets of its texts. Where it is broken, what can be told apart is kept. */
export function* readJson(text: string): Steps<JsonFile> {
  const parse = parser.startParse(text);
  let tree: Tree | null = null;
  for (let count = 0; !tree; count++) {
    if (count % 64 === 0) yield;
    tree = parse.advance();
  }
  const root: JsonValue[] = [];
  const open: Open[] = [{ value: root, key: '' }];
  const cursor = tree.cursor();
  let brokenAt: number | undefined;
  let deeper = 0;
  for (let count = 0, walking = true; walking; count++) {
    if (count % 256 === 0) yield;
    if (cursor.type.isError) brokenAt ??= cursor.from;
    const inner = open.at(-1);
    const value = deeper === 0 && inner ? valueOf(cursor, text) : undefined;
    if (inner && cursor.name === 'PropertyName')
      inner.key = unquoted(text.slice(cursor.from, cursor.to)) ?? '';
    else if (inner && value !== undefined) {
      if (Array.isArray(inner.value)) inner.value.push(value);
      else inner.value.properties.set(inner.key, value);
    }
    if (isContainer(cursor.name)) {
      if (open.length < DEEPEST && value !== undefined && isOpen(value)) open.push({ value, key: '' });
      else deeper++;
    }
    if (cursor.firstChild()) continue;
    for (;;) {
      if (isContainer(cursor.name)) {
        if (deeper > 0) deeper--;
        else open.pop();
      }
      if (cursor.nextSibling()) break;
      if (!cursor.parent()) {
        walking = false;
        break;
      }
    }
  }
  return { value: root[0] ?? null, ...(brokenAt !== undefined && { brokenAt }) };
}

const isContainer = (name: string) => name === 'Object' || name === 'Array';
const isOpen = (value: JsonValue | Open['value']): value is Open['value'] =>
  typeof value === 'object' && value !== null && !('span' in value);

function valueOf(
  { name, from, to }: SyntaxNodeRef,
  text: string,
): Open['value'] | JsonText | number | boolean | null | undefined {
  switch (name) {
    case 'Object':
      return { properties: new Map(), start: from };
    case 'Array':
      return [];
    case 'String': {
      const value = unquoted(text.slice(from, to));
      return value === undefined ? undefined : { value, span: { start: from + 1, end: to - 1 } };
    }
    case 'Number':
      return Number(text.slice(from, to));
    case 'True':
      return true;
    case 'False':
      return false;
    case 'Null':
      return null;
  }
  return undefined;
}

/** What a JSON text says; undefined if it is none. */
function unquoted(raw: string): string | undefined {
  if (!raw.includes('\\')) return raw.slice(1, -1);
  try {
    const value: unknown = JSON.parse(raw);
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
