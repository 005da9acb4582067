import type { Span } from '../../text/position';
import type { CslItem } from '../cslItem';
import { type Phrase, phrase } from '../../util/localize';

/** Something in a bibliography file that could not be read as meant. It costs one entry at most. */
export interface BibliographyProblem {
  readonly code: 'bibliography-entry';
  readonly message: Phrase;
  readonly span: Span;
}

/** One entry of a bibliography file. */
export interface BibliographyEntry {
  readonly citekey: string;
  /** Of the whole entry in the file. */
  readonly span: Span;
  readonly keySpan: Span;
  /** The work, read on first use; undefined if it cannot be read, which the file's `problems()` then say. */
  item(): CslItem | undefined;
}

export type BibliographyFormat = 'biblatex' | 'csl-json' | 'csl-yaml';

/** What was read from one bibliography file. Of entries with the same citekey, the first one counts. */
export interface Bibliography {
  readonly format: BibliographyFormat;
  /** The text ends within an entry. */
  readonly isCutOff: boolean;
  readonly entries: readonly BibliographyEntry[];
  entry(citekey: string): BibliographyEntry | undefined;
  /** Every item that can be read. */
  items(): readonly CslItem[];
  /** What is wrong with the file, in its order. Reads every entry. */
  problems(): readonly BibliographyProblem[];
}

/** An entry as its format's reader hands it over; `read` may push problems. */
export interface RawEntry {
  readonly citekey: string;
  readonly span: Span;
  readonly keySpan: Span;
  readonly read: (report: (message: Phrase, span?: Span) => void) => CslItem | undefined;
}

/** Puts together what a format's reader found. */
export function createBibliography(
  format: BibliographyFormat,
  rawEntries: readonly RawEntry[],
  fileProblems: readonly BibliographyProblem[],
  isCutOff = false,
): Bibliography {
  const problems = [...fileProblems];
  const byKey = new Map<string, BibliographyEntry>();
  const entries = rawEntries.map((raw) => {
    const entry = toEntry(raw, problems);
    if (byKey.has(entry.citekey))
      problems.push(
        toProblem(
          phrase('The citekey “{0}” is used by an earlier entry too; that one counts.', entry.citekey),
          entry.keySpan,
        ),
      );
    else byKey.set(entry.citekey, entry);
    return entry;
  });
  const items = () => [...byKey.values()].flatMap((entry) => entry.item() ?? []);
  return {
    format,
    isCutOff,
    entries,
    entry: (citekey) => byKey.get(citekey),
    items,
    problems: () => {
      for (const entry of entries) entry.item();
      return [...problems].sort((a, b) => a.span.start - b.span.start);
    },
  };
}

export function toProblem(message: Phrase, span: Span): BibliographyProblem {
  return { code: 'bibliography-entry', message, span };
}

function toEntry(raw: RawEntry, problems: BibliographyProblem[]): BibliographyEntry {
  let result: { readonly item: CslItem | undefined } | undefined;
  const report = (message: Phrase, span = raw.keySpan) => void problems.push(toProblem(message, span));
  return {
    citekey: raw.citekey,
    span: raw.span,
    keySpan: raw.keySpan,
    item: () => {
      result ??= { item: raw.read(report) };
      return result.item;
    },
  };
}
