import type { Span } from '../../text/position';
import type { Steps } from '../../util/steps';
import { type Bibliography, createBibliography, type RawEntry } from './bibliography';
import { type BibtexField, predefinedStrings, readBibtexFields } from './bibtexFields';
import type { BibtexEntry, toCslItem } from './bibtexItem';
import { type BibtexChunk, scanBibtex } from './bibtexScan';
import { phrase } from '../../util/localize';

function readStrings(text: string, bodies: readonly Span[]): ReadonlyMap<string, string> {
  const strings = new Map(predefinedStrings);
  for (const body of bodies)
    for (const { name, value } of readBibtexFields(text, body, strings)) strings.set(name, value);
  return strings;
}

/** Deep enough for any honest chain of `crossref`; ends a circle. */
const maximumDepth = 5;

/** The fields that an entry takes from the `@xdata` containers that it names, after its own. */
function withXdata(
  entry: BibtexEntry,
  find: (key: string) => BibtexEntry | undefined,
  depth = 0,
): BibtexEntry {
  const keys = entry.fields.get('xdata')?.split(',') ?? [];
  const containers = depth < maximumDepth ? keys.flatMap((key) => find(key.trim()) ?? []) : [];
  if (containers.length === 0) return entry;
  const taken = containers.flatMap((container) => [...withXdata(container, find, depth + 1).fields]);
  return { ...entry, fields: new Map([...taken.reverse(), ...entry.fields]) };
}

/** Makes a work of an entry: `toCslItem`, which brings a large library along and is therefore handed in. */
export type ReadBibtexEntry = typeof toCslItem;

/**
 * Reads a `.bib` file, BibTeX's or BibLaTeX's: keys and places at once, each entry by `readEntry` when it is first asked
 * for.
 */
export function* bibtexSteps(text: string, readEntry: ReadBibtexEntry): Steps<Bibliography> {
  const { chunks, strings: stringBodies, problems } = yield* scanBibtex(text);
  const strings = readStrings(text, stringBodies);
  const byKey = new Map<string, BibtexChunk>();
  for (const chunk of chunks) if (!byKey.has(chunk.key)) byKey.set(chunk.key, chunk);

  const fieldsOf = (chunk: BibtexChunk) => readBibtexFields(text, chunk.body, strings);
  const asWritten = (chunk: BibtexChunk, fields: readonly BibtexField[]): BibtexEntry => ({
    type: chunk.type,
    key: chunk.key,
    fields: new Map(fields.map(({ name, value }) => [name, value])),
  });
  const toEntry = (chunk: BibtexChunk, fields: readonly BibtexField[]): BibtexEntry =>
    withXdata(asWritten(chunk, fields), (key) => {
      const container = byKey.get(key);
      return container && asWritten(container, fieldsOf(container));
    });

  const read =
    (chunk: BibtexChunk): RawEntry['read'] =>
    (report) => {
      const fields = fieldsOf(chunk);
      // A field that swallowed the ones after it says nothing that can be trusted.
      if (chunk.isUnclosed && fields.some(({ value }) => /,\s*[a-z]{3,}\s*=\s*[{"]/i.test(value)))
        return undefined;
      const entry = toEntry(chunk, fields);
      const parents: BibtexEntry[] = [];
      let parentKey = entry.fields.get('crossref')?.trim();
      while (parentKey && parents.length < maximumDepth) {
        const parent = byKey.get(parentKey);
        if (!parent) {
          report(phrase('“{0}” refers to “{1}”, which is not in this file.', chunk.key, parentKey));
          break;
        }
        const parentEntry = toEntry(parent, fieldsOf(parent));
        parents.push(parentEntry);
        parentKey = parentEntry.fields.get('crossref')?.trim();
      }
      return readEntry(entry, parents, (message, name) =>
        report(message, fields.find((field) => field.name === name)?.span),
      );
    };

  const last = chunks.at(-1);
  return createBibliography(
    'biblatex',
    chunks
      .filter(({ type }) => type !== 'xdata')
      .map((chunk) => ({
        citekey: chunk.key,
        span: chunk.span,
        keySpan: chunk.keySpan,
        read: read(chunk),
      })),
    problems,
    last?.isUnclosed === true && last.span.end >= text.trimEnd().length,
  );
}
