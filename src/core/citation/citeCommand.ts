import type { Citation } from './citation';
import type { CslItem } from './cslItem';
import { parseCitation } from './pandoc/parseCitation';
import { CitationFormatter } from './style/citationFormatter';
import type { CslStyle } from './style/cslStyle';
import type { TextFormat } from './style/formattedText';

/** What `marginalia cite` prints with `--json`. */
export interface CiteOutput {
  readonly style: string;
  readonly locale: string;
  /** One text for each citation after the whole run; null for one with an unknown key or no key at all. */
  readonly citations: readonly (string | null)[];
  /** Only what is cited, in the style's order. */
  readonly bibliography: readonly string[];
}

export interface CiteResult {
  readonly output: CiteOutput;
  readonly unknownCitekeys: readonly string[];
  /** Arguments that are no citation in Pandoc's syntax. */
  readonly unreadable: readonly string[];
}

/** What `marginalia bibliography` prints with `--json`. */
export interface BibliographyOutput {
  readonly style: string;
  readonly entries: readonly string[];
}

export interface CiteOptions {
  readonly style: CslStyle;
  readonly locale?: string;
  readonly format?: TextFormat;
}

const noCitation: Citation = { cites: [] };

/**
 * Formats a run of citations, each written in Pandoc's syntax or as a bare citekey.
 * @throws Error if the style cannot be compiled.
 */
export function cite(
  citations: readonly string[],
  items: readonly CslItem[],
  options: CiteOptions,
): CiteResult {
  const { style, locale, format = 'plain' } = options;
  const formatter = new CitationFormatter(style, locale);
  formatter.setItems(items);
  const parsed = citations.map(parseCitation);
  const run = formatter.formatRun(
    parsed.map((citation) => citation ?? noCitation),
    format,
  );
  const citekeys = parsed.flatMap((citation, index) =>
    run.citations[index] === null ? [] : (citation?.cites.map(({ citekey }) => citekey) ?? []),
  );
  return {
    output: {
      style: style.id,
      locale: formatter.locale,
      citations: run.citations,
      bibliography: formatter.formatBibliography(citekeys, format),
    },
    unknownCitekeys: run.unknown,
    unreadable: citations.filter((_, index) => !parsed[index]),
  };
}

/**
 * Formats the bibliography of an essay.
 * @param citekeys what the essay cites, in the order of its text.
 * @throws Error if the style cannot be compiled.
 */
export function bibliography(
  citekeys: readonly string[],
  items: readonly CslItem[],
  { style, locale, format = 'plain' }: CiteOptions,
): BibliographyOutput {
  const formatter = new CitationFormatter(style, locale);
  formatter.setItems(items);
  return { style: style.id, entries: formatter.formatBibliography(citekeys, format) };
}
