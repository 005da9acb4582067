import { parseDocument } from 'yaml';
import type { NotesBlock, SourceFacts } from '../blocks';
import type { NotesProblem, SkippedLines } from '../outline';
import type { NotesText } from '../notesText';
import { stripNotesWord } from '../sourceLabel';
import { factOf, splitAuthors } from './sourceFields';

export interface FrontMatter {
  readonly blocks: readonly NotesBlock[];
  readonly problems: readonly NotesProblem[];
  readonly skipped: readonly SkippedLines[];
  /** First line after it; 0 if the file has none. */
  readonly end: number;
}

const none: FrontMatter = { blocks: [], problems: [], skipped: [], end: 0 };
const longestFrontMatter = 400;

/** Reads YAML front matter. What is no YAML is read line by line, and said. */
export function readFrontMatter(notes: NotesText): FrontMatter {
  if (notes.lines[0]?.text !== '---' || notes.lines[0].indent > 0) return none;
  const close = notes.lines
    .slice(1, longestFrontMatter)
    .find(({ text, indent }) => indent === 0 && (text === '---' || text === '...'));
  if (!close) {
    const next = notes.lines[1]?.text ?? '';
    if (!/^[\p{L}_-]{1,40}\s*:/u.test(next)) return none;
    const message =
      'The front matter that starts here is never closed by a line of ---. It was read as notes.';
    return { ...none, problems: [problem(message, 0)] };
  }
  const start = notes.lineMap.lineStart(1);
  const { facts, error } = factsOfYaml(notes.text.slice(start, notes.lineMap.lineStart(close.number)));
  const problems: NotesProblem[] = [];
  if (error) {
    const message = `The front matter is not valid YAML (${error.message}). Its lines were read one by one.`;
    problems.push(problem(message, Math.min(error.line, close.number)));
    for (const line of notes.lines.slice(1, close.number)) {
      const [, key = '', value = ''] = /^([\p{L}_ -]{1,40}):\s*(.*)$/u.exec(line.text.slice(0, 1000)) ?? [];
      const fact = key === '' ? undefined : factOf(key, value);
      if (fact) facts.push(fact);
    }
  }
  return {
    blocks: withoutStudent(facts).map((fact) => ({ type: 'source', facts: withoutNotesWord(fact) })),
    problems,
    skipped: [{ line: 0, endLine: close.number, reason: 'front matter' }],
    end: close.number + 1,
  };
}

const problem = (message: string, line: number): NotesProblem => ({ code: 'notes-file', message, line });

/** Where the title is that of notes, their author is the student, unless the title or the source names the same person. */
function withoutStudent(facts: readonly SourceFacts[]): readonly SourceFacts[] {
  const titles = facts.flatMap(({ title }) => title ?? []);
  if (!titles.some((title) => stripNotesWord(title).said)) return facts;
  const named = [...titles, ...facts.flatMap(({ label }) => label ?? [])].join(' ');
  return facts.map((fact) =>
    fact.authors?.some((author) => named.includes(author.split(/\s+/).at(-1) ?? author)) === false
      ? { ...fact, authors: undefined }
      : fact,
  );
}

/** A title such as "Gaddis Notes" is the notes' own, and tells how the student calls the source. */
function withoutNotesWord(facts: SourceFacts): SourceFacts {
  if (facts.title === undefined) return facts;
  const { label, said } = stripNotesWord(facts.title);
  if (!said) return facts;
  return { ...facts, title: undefined, ...(label !== '' && { label }) };
}

function factsOfYaml(yaml: string): {
  readonly facts: SourceFacts[];
  readonly error?: { readonly message: string; readonly line: number };
} {
  let value: unknown;
  try {
    const document = parseDocument(yaml, { prettyErrors: true, uniqueKeys: false });
    const [first] = document.errors;
    if (first) {
      const message = (first.message.split('\n')[0] ?? '').replace(/ at line .*$/, '');
      return { facts: [], error: { message, line: first.linePos?.[0].line ?? 1 } };
    }
    value = document.toJS({ maxAliasCount: 20 });
  } catch (error) {
    return { facts: [], error: { message: error instanceof Error ? error.message : String(error), line: 1 } };
  }
  return { facts: isRecord(value) ? factsOfRecord(value) : [] };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function factsOfRecord(record: Readonly<Record<string, unknown>>): SourceFacts[] {
  return Object.entries(record).flatMap(([key, value]) => {
    const folded = key.toLowerCase();
    if (/^(?:source|book|work|reference|csl)$/.test(folded) && isRecord(value)) return factsOfRecord(value);
    if (/^alias(?:es)?$/.test(folded))
      return [
        {
          aliases: listOf(value)
            .map(textOf)
            .filter((text) => text !== ''),
        },
      ];
    if (folded === 'date' && /^\d{4}$/.test(textOf(value))) return [{ year: textOf(value) }];
    if (folded === 'date' && isPublicationDate(textOf(value), record))
      return [{ year: yearOf(textOf(value)) }];
    if (folded === 'editor' || folded === 'editors') return [];
    if (/^(?:reference|bibliography-key|ref)$/.test(folded) && textOf(value).startsWith('@'))
      return [{ citekey: textOf(value).slice(1) }];
    const date = isRecord(value) ? yearOfParts(value) : undefined;
    if (date !== undefined) return [factOf(key, date) ?? {}];
    if (Array.isArray(value) || isRecord(value)) {
      const authors = listOf(value)
        .map(nameOf)
        .filter((name) => name !== '');
      return factOf(key, 'x')?.authors
        ? [{ authors }]
        : authors.length === 1
          ? [factOf(key, authors[0] ?? '') ?? {}]
          : [];
    }
    const text = textOf(value);
    const fact = factOf(key, text);
    if (fact?.label?.startsWith('@')) return [{ citekey: fact.label.slice(1) }];
    return fact ? [fact.authors && !fact.title ? { authors: splitAuthors(text) } : fact] : [];
  });
}

/** The year of a date as CSL writes it: `date-parts: [[1992, 5]]`, or `year: 1992`. */
function yearOfParts(date: Readonly<Record<string, unknown>>): string | undefined {
  const [first] = listOf(date['date-parts']);
  return yearOf(textOf(listOf(first)[0]) || textOf(date['year']));
}

const yearOf = (date: string) => /(?<!\d)(1[4-9]\d\d|20\d\d)(?!\d)/.exec(date)?.[1];

/** A full date is as a rule that of the notes; only a year that the citekey has too shows that it is the work's. */
function isPublicationDate(date: string, record: Readonly<Record<string, unknown>>): boolean {
  const year = yearOf(date);
  return (
    year !== undefined &&
    Object.entries(record).some(([key, value]) => {
      const citekey = factOf(key, textOf(value))?.citekey;
      return citekey !== undefined && yearOf(citekey) === year;
    })
  );
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

function textOf(value: unknown): string {
  if (typeof value === 'string') return value.trim().replace(/^\[\[(?:[^\]|]*\|)?([^\]]*)\]\]$/, '$1');
  return typeof value === 'number' ? String(value) : '';
}

/** A name as YAML holds it: a text, or family and given as in CSL. */
function nameOf(value: unknown): string {
  if (!isRecord(value)) return textOf(value);
  const whole = textOf(value.literal) || textOf(value.name);
  return (
    whole ||
    [textOf(value.given) || textOf(value.first), textOf(value.family) || textOf(value.last)].join(' ').trim()
  );
}
