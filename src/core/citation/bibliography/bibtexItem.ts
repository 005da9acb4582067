import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import type { CslItem } from '../cslItem';
import { repairItem } from './bibtexRepair';
import { inheritedField } from './bibtexInheritance';
import { prepareField } from './bibtexPrepare';
import { titlesOf } from './bibtexTitles';
import { readCslItem } from './cslItemReader';
import { type Phrase, phrase } from '../../util/localize';

/** An entry with its fields' values, still in LaTeX. */
export interface BibtexEntry {
  readonly type: string;
  readonly key: string;
  readonly fields: ReadonlyMap<string, string>;
}

/** Fields that no citation needs; they are long and full of what cannot be read. */
const ignored = new Set([
  'abstract',
  'annotation',
  'annote',
  'keywords',
  'keyword',
  'file',
  'groups',
  'timestamp',
  'owner',
  'review',
  'comment',
  'options',
  'bdsk-url-1',
]);

const { constants } = plugins.config.get('@bibtex');
const knownMacros = new Set(
  [
    constants.commands,
    constants.diacritics,
    constants.formattingEnvs,
    constants.formattingCommands,
    constants.argumentCommands,
    (constants as { readonly mathCommands?: object }).mathCommands ?? {},
  ].flatMap((table) => Object.keys(table)),
);

/** Without the macros that the library doesn't know: of what they hold, the text stays. */
function dropUnknownMacros(value: string): string {
  return value.replace(/\\([A-Za-z@]+)\*?\s*/g, (match, name: string) =>
    knownMacros.has(name) ? match : '',
  );
}

/** Read from the raw fields instead, by `readBibtexDate`. */
const dateFields = new Set(['date', 'year', 'month', 'day']);

/** Types that the library doesn't know, by one that has the same fields. */
const readAs: Readonly<Record<string, string>> = {
  review: 'article',
  suppbook: 'incollection',
  suppcollection: 'incollection',
  suppperiodical: 'article',
};

function convert(entries: readonly BibtexEntry[]): CslItem | undefined {
  const input = entries.map(({ type, key, fields }) => ({
    type: readAs[type] ?? type,
    label: key,
    properties: Object.fromEntries(
      [...fields].flatMap(([name, value]) => {
        if (ignored.has(name) || dateFields.has(name) || name.includes('+an')) return [];
        const prepared = dropUnknownMacros(prepareField(name, value, fields));
        return prepared === '' ? [] : [[name, prepared]];
      }),
    ),
    annotations: {},
  }));
  const [item] = plugins.input.data(input, '@biblatex/entries+list');
  return readCslItem(item);
}

/** Whether the library can read the entry when it has only this field. */
function isReadable(entry: BibtexEntry, name: string, value: string): boolean {
  try {
    return convert([{ ...entry, fields: new Map([[name, value]]) }]) !== undefined;
  } catch {
    return false;
  }
}

/**
 * Converts an entry to CSL-JSON by citation-js. A field that cannot be read is left out and named to `report`.
 * @param parents the entries that it inherits from by `crossref`, each with its own parents.
 */
export function toCslItem(
  entry: BibtexEntry,
  parents: readonly BibtexEntry[],
  report: (message: Phrase, field: string) => void,
): CslItem | undefined {
  try {
    return repair(entry, parents, convert([entry, ...parents]));
  } catch {
    const readable = [...entry.fields].filter(([name, value]) => {
      const isGood = isReadable(entry, name, value);
      if (!isGood)
        report(phrase('The field “{0}” cannot be read; the rest of the entry is used.', name), name);
      return isGood;
    });
    try {
      return repair(entry, parents, convert([{ ...entry, fields: new Map(readable) }, ...parents]));
    } catch {
      report(phrase('This entry cannot be read.'), '');
      return undefined;
    }
  }
}

function repair(
  entry: BibtexEntry,
  parents: readonly BibtexEntry[],
  item: CslItem | undefined,
): CslItem | undefined {
  const field = (name: string) => inheritedField(entry, parents, name);
  if (!item) return undefined;
  const repaired = repairItem(item, entry.type, field);
  const titles = titlesOf(entry.type, repaired, (name) => readTitle(field, name));
  const addon = titles.title === undefined ? readText(field('titleaddon')) : undefined;
  const all = { ...repaired, ...titles };
  return addon === undefined || all.title === undefined
    ? all
    : {
        ...all,
        title: `${all.title}. ${addon.charAt(0).toUpperCase()}${addon.slice(1)}`,
        'title-short': all['title-short'] ?? all.title,
      };
}

/** A title with its subtitle. */
function readTitle(field: (name: string) => string | undefined, name: string): string | undefined {
  const [title, subtitle] = [readText(field(name)), readText(field(name.replace(/title$/, 'subtitle')))];
  if (title === undefined || subtitle === undefined) return title;
  return /[?!]$/.test(title) ? `${title} ${subtitle}` : `${title}: ${subtitle}`;
}

function readText(latex: string | undefined): string | undefined {
  if (latex === undefined || latex.trim() === '') return undefined;
  const entry = { type: 'book', key: 'x', fields: new Map([['title', latex]]) };
  try {
    const item = convert([entry]);
    return item && repairItem(item, entry.type, (name) => entry.fields.get(name)).title;
  } catch {
    return undefined;
  }
}
