import type { SourceFacts } from './blocks';
import type { NamedSource } from './locator/takeNamedSource';
import type { NotesSource } from './outline';
import { labelFromFileName } from './sourceLabel';

interface OpenSource {
  readonly id: string;
  facts: SourceFacts;
}

/** The sources of one notes file, as they come up. */
export class SourceList {
  readonly #fileName: string;
  readonly #sources: OpenSource[] = [];
  #current: OpenSource | undefined;
  /** Ids of the sources that statements have named, until more is learnt about any. */
  readonly #named = new Map<string, string>();

  constructor(fileName: string) {
    this.#fileName = fileName;
  }

  /**
   * Learns more about the current source, or goes on to another one if `used` says that there are already notes on the
   * current one. Returns whether a new part of the notes starts here.
   */
  start(facts: SourceFacts, used: boolean): boolean {
    this.#named.clear();
    const current = this.#current;
    if (current && (!used || sameSource(current.facts, facts))) {
      current.facts = merge(current.facts, facts);
      return used;
    }
    const known = this.#sources.find((source) => sameSource(source.facts, facts));
    if (known) known.facts = merge(known.facts, facts);
    this.#current = known ?? this.#add(facts);
    return used;
  }

  /** Learns more about the current source, whatever its facts say. */
  learn(facts: SourceFacts): void {
    this.#named.clear();
    if (this.#current) this.#current.facts = merge(this.#current.facts, facts);
    else this.#current = this.#add(facts);
  }

  /** Whether the current source has been named. */
  hasLabel(): boolean {
    return this.#current?.facts.label !== undefined;
  }

  /** Id of the source that the notes are about at this place. */
  current(): string {
    this.#current ??= this.#add({});
    return this.#current.id;
  }

  /** Id of the source that a statement names; the current one if it is named. */
  named(named: NamedSource): string {
    const { citekey = '', label, title = '', year = '' } = named;
    const key = `${citekey}\n${label}\n${title}\n${year}`;
    const known = this.#named.get(key) ?? this.#findNamed(named);
    this.#named.set(key, known);
    return known;
  }

  #findNamed(named: NamedSource): string {
    const current = this.#current;
    if (current && isNamed(current.facts, named)) return current.id;
    const known = this.#sources.find(({ facts }) => isNamed(facts, named));
    if (known) return known.id;
    this.current();
    const { label, citekey, title, year } = named;
    return this.#add({ label, citekey, title, year }).id;
  }

  /**
   * The sources that statements are from, numbered in the order in which they came up, and the numbers of those in `used`;
   * if there is none, what the file says it is about.
   */
  list(used: ReadonlySet<string>): {
    readonly sources: readonly NotesSource[];
    readonly ids: ReadonlyMap<string, string>;
  } {
    this.current();
    const listed = used.size > 0 ? this.#sources.filter(({ id }) => used.has(id)) : this.#sources.slice(0, 1);
    const ids = new Map(listed.map(({ id }, index) => [id, `s${String(index + 1)}`]));
    const sources = listed.map(({ id, facts }) => ({
      id: ids.get(id) ?? id,
      label:
        facts.label ??
        facts.title ??
        (facts.authors?.length ? facts.authors.join(' and ') : undefined) ??
        facts.citekey ??
        labelFromFileName(this.#fileName),
      authors: facts.authors ?? [],
      ...(facts.title && { title: facts.title }),
      ...(facts.year && { year: facts.year }),
      ...(facts.citekey && { citekey: facts.citekey }),
      aliases: facts.aliases ?? [],
    }));
    return { sources, ids };
  }

  #add(facts: SourceFacts): OpenSource {
    const source = { id: `s${String(this.#sources.length + 1)}`, facts };
    this.#sources.push(source);
    return source;
  }
}

const fold = (text: string | undefined) => text?.normalize('NFKC').toLowerCase();

function sameSource(a: SourceFacts, b: SourceFacts): boolean {
  if (a.citekey && b.citekey) return a.citekey === b.citekey;
  if (a.title && b.title) return fold(a.title) === fold(b.title);
  return a.label !== undefined && fold(labelWithoutYear(a)) === fold(labelWithoutYear(b));
}

/** "Hobsbawm and Ranger 1983" is "Hobsbawm and Ranger" of that year. */
const labelWithoutYear = ({ label, year }: SourceFacts) =>
  year !== undefined && label?.endsWith(year) ? label.slice(0, -year.length).replace(/[\s,(]+$/, '') : label;

function isNamed(facts: SourceFacts, named: NamedSource): boolean {
  if (named.citekey) return facts.citekey === named.citekey;
  if (facts.year && named.year && facts.year !== named.year) return false;
  if (facts.title && named.title && !sameTitle(facts.title, named.title)) return false;
  const known =
    ` ${[facts.label, ...(facts.authors ?? []), ...(facts.aliases ?? [])].join(' ')} `.toLowerCase();
  const names = named.label.match(/\p{Lu}[\p{L}\p{M}'’-]+/gu) ?? [];
  return (
    names.length > 0 &&
    names.every((name) => new RegExp(`[^\\p{L}]${name.toLowerCase()}[^\\p{L}]`, 'u').test(known))
  );
}

/** A title may be cut short: "Rise and Fall of the Great Powers", with or without the article. */
function sameTitle(a: string, b: string): boolean {
  const [first = '', second = ''] = [a, b].map((title) => (fold(title) ?? '').replace(/^(?:the|an?)\s/, ''));
  return first.includes(second) || second.includes(first);
}

/** Whether each of `names` is one of `known` with a given name before it: "Stephen Kotkin" for "Kotkin". */
const areFullerNames = (names: readonly string[], known: readonly string[]) =>
  names.length === known.length && known.every((name, index) => names[index]?.endsWith(` ${name}`));

/** What was said first stays, but for an author's full name; what is new is added. */
function merge(known: SourceFacts, more: SourceFacts): SourceFacts {
  const merged: Record<string, unknown> = { ...more };
  for (const [key, value] of Object.entries(known)) {
    const empty = value === undefined || (Array.isArray(value) && value.length === 0);
    if (!empty) merged[key] = value as unknown;
  }
  if (known.authors && more.authors && areFullerNames(more.authors, known.authors))
    merged['authors'] = more.authors;
  return merged;
}
