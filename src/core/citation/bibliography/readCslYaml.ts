import { isMap, isSeq, parseAllDocuments, type Document, type Node } from 'yaml';
import type { Span } from '../../text/position';
import type { CslItem } from '../cslItem';
import { toCslMarkup } from '../style/cslMarkup';
import {
  type Bibliography,
  type BibliographyProblem,
  createBibliography,
  type RawEntry,
  toProblem,
} from './bibliography';
import { readCslItem } from './cslItemReader';

function spanOf(node: unknown): Span {
  const range = (node as Node | undefined)?.range;
  return range ? { start: range[0], end: range[1] } : { start: 0, end: 0 };
}

/** In YAML, pandoc reads titles as Markdown. */
function readTitles(item: CslItem): CslItem {
  const titles = Object.entries(item).flatMap(([variable, value]) =>
    typeof value === 'string' && /title/.test(variable) ? [[variable, toCslMarkup(value)] as const] : [],
  );
  return { ...item, ...Object.fromEntries(titles) };
}

/** The list of references: the value of `references`, or the whole document. */
function findList(document: Document): readonly unknown[] {
  const { contents } = document;
  const list = isMap(contents) ? contents.get('references', true) : contents;
  return isSeq(list) ? list.items : [];
}

/** Reads a CSL-YAML file, as pandoc takes it: a list, or a document with `references`. */
export function readCslYaml(text: string): Bibliography {
  const entries: RawEntry[] = [];
  const problems: BibliographyProblem[] = [];
  // A byte order mark is part of the offsets, but not of YAML.
  const documents = parseAllDocuments(text.replace(/^\uFEFF/, ' '), {
    logLevel: 'silent',
    uniqueKeys: false,
  });
  for (const document of Array.isArray(documents) ? documents : []) {
    for (const { pos, message } of document.errors) {
      // What is missing at the end is said to stand behind it.
      const [start, end] = pos.map((offset) => Math.min(offset, text.length)) as [number, number];
      problems.push(toProblem(firstLine(message), { start, end: Math.max(start, end) }));
    }
    for (const node of findList(document)) {
      const { start, end } = spanOf(node);
      // What an error left of an entry is not what the file means.
      if (document.errors.some(({ pos }) => pos[0] >= start && pos[0] <= end)) continue;
      const item = readCslItem(toPlain(node, document));
      if (!item) {
        problems.push(toProblem('This entry has no “id”, so nothing can cite it.', spanOf(node)));
        continue;
      }
      const keyNode: unknown = isMap(node) ? node.get('id', true) : undefined;
      entries.push({
        citekey: item.id,
        span: spanOf(node),
        keySpan: spanOf(keyNode ?? node),
        read: () => readTitles(item),
      });
    }
  }
  return createBibliography('csl-yaml', entries, problems);
}

function toPlain(node: unknown, document: Document): unknown {
  try {
    return isMap(node) ? node.toJS(document) : undefined;
  } catch {
    // An alias that leads nowhere, or to too much.
    return undefined;
  }
}

function firstLine(message: string): string {
  return `This is not valid YAML: ${message.split('\n', 1)[0] ?? ''}`.replace(
    / at line \d+, column \d+:?$/,
    '.',
  );
}
