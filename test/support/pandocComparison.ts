import { readBibliography } from '../../src/core/citation/bibliography/readBibliography';
import { parseCitation } from '../../src/core/citation/pandoc/parseCitation';
import { CitationFormatter } from '../../src/core/citation/style/citationFormatter';
import { bundledStyles } from '../../src/core/citation/style/styleCatalogue';
import { styleXml } from './cslXml';

export const coldWar = `
@book{zubok1996, author = {Zubok, Vladislav and Pleshakov, Constantine}, title = {Inside the {Kremlin's} {Cold} {War}: From {Stalin} to {Khrushchev}}, address = {Cambridge, MA}, publisher = {Harvard University Press}, year = {1996}}
@book{gaddis2005, author = {Gaddis, John Lewis}, title = {The {Cold War}: A New History}, location = {New York}, publisher = {Penguin Press}, date = {2005}}
@book{gaddis1997, author = {Gaddis, John Lewis}, title = {We Now Know: Rethinking {Cold War} History}, location = {Oxford}, publisher = {Clarendon Press}, date = {1997}}
@article{leffler1984, author = {Leffler, Melvyn P.}, title = {The {American} Conception of National Security}, journaltitle = {American Historical Review}, volume = {89}, number = {2}, pages = {346--381}, date = {1984}}
@incollection{westad2000, author = {Westad, Odd Arne}, title = {The Second Coming}, booktitle = {Reviewing the {Cold War}}, editor = {Westad, Odd Arne}, publisher = {Frank Cass}, location = {London}, date = {2000}, pages = {1--23}}
@book{degaulle1954, author = {de Gaulle, Charles}, title = {The Call to Honour}, publisher = {Viking}, location = {New York}, date = {1955}}
@book{cia1950, author = {{Central Intelligence Agency}}, title = {Estimate of the Situation}, publisher = {Government Printing Office}, location = {Washington}, date = {1950}}
@book{four2001, author = {Adams, Ann and Baker, Ben and Clark, Carl and Davis, Dan}, title = {Four Hands}, publisher = {Norton}, location = {New York}, date = {2001}}
`;

/** A run of notes as an essay makes it. */
export const coldWarRun: readonly string[] = [
  '[@zubok1996, p. 63]',
  '[@zubok1996, p. 64]',
  '[@gaddis2005, pp. 12, 14]',
  '[@zubok1996, chap. 2]',
  '[see @leffler1984, p. 350]',
  '[@leffler1984, p. 351]',
  '[@gaddis1997]',
  '[@gaddis2005, p. 3]',
  '[@gaddis1997, p. 5; @zubok1996, p. 70]',
  '[@westad2000, p. 7]',
  '[@degaulle1954, p. 9]',
  '[@cia1950]',
  '[@four2001, p. 11]',
  '[@four2001, p. 12]',
  '[@westad2000, p. 8]',
  '[@degaulle1954, vol. 2]',
  '[@cia1950, p. 2]',
  '[see also @gaddis1997, p. 40]',
  '[@zubok1996]',
  '[@zubok1996]',
  '[@gaddis2005, p. 4]',
  '[-@gaddis2005, p. 5]',
  '[@leffler1984, pp. 352–353]',
  '[@westad2000]',
  '[@four2001]',
  '[@degaulle1954, p. 10]',
];

export const comparedStyles = [
  'chicago-notes-bibliography-17th-edition',
  'chicago-author-date-17th-edition',
  'modern-language-association',
  'apa',
  'harvard-cite-them-right',
] as const;

/** Runs pandoc's citeproc on an essay, with files beside it, and gives the plain text that it writes. */
export type RunPandoc = (
  essay: string,
  files: { readonly bibliography: string; readonly style: string },
) => string | Promise<string>;

/** One text of ours beside pandoc's. */
export interface ComparedText {
  /** The citation as it was written, or `bibliography`. */
  readonly of: string;
  readonly ours: string;
  readonly theirs: string;
}

/** Spaces and first letters are pandoc's own business: it joins "p. 3" by a hard space and doesn't capitalise notes. */
const plain = (text: string) =>
  text
    .replace(/[\s\u00A0\u202F]+/g, ' ')
    .replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
    // An underscore or asterisk of an address can't be told from emphasis in pandoc's plain text.
    .replace(/[_*]/g, '')
    .trim();

/**
 * What we and pandoc make of one run of citations, and of its bibliography: every citation, then every entry, whatever their
 * order, because "A" and "De" are sorted otherwise there.
 */
export async function compareWithPandoc(
  run: RunPandoc,
  bibliography: string,
  citations: readonly string[],
  styleId: string,
): Promise<readonly ComparedText[]> {
  const style = bundledStyles.find(({ id }) => id === styleId);
  if (!style) throw new Error(`The style “${styleId}” is not bundled`);
  const formatter = new CitationFormatter(style);
  formatter.setItems(readBibliography(bibliography, 'x.bib').items());
  const parsed = citations.map((text) => parseCitation(text) ?? { cites: [] });
  const ours = formatter.formatRun(parsed, 'plain').citations;
  const citekeys = parsed.flatMap(({ cites }) => cites.map(({ citekey }) => citekey));
  const entries = formatter.formatBibliography(citekeys, 'plain').map(plain).sort();

  const essay = citations.map((text) => `X ${text} Y`).join('\n\n');
  const written = await run(essay, { bibliography, style: styleXml(style.asset ?? '') });
  const theirs = readPlain(written, citations.length, style.isNote);
  const theirEntries = theirs.entries.map(plain).sort();
  return [
    ...citations.map((of, index) => ({
      of,
      ours: plain(ours[index] ?? ''),
      theirs: plain(theirs.citations[index] ?? ''),
    })),
    ...pairEntries(entries, theirEntries),
  ];
}

/** Equal ones first, then those that are left in alphabetical order. */
function pairEntries(ours: readonly string[], theirs: readonly string[]): readonly ComparedText[] {
  const equal = ours.filter((entry) => theirs.includes(entry));
  const [restOfOurs, restOfTheirs] = [ours, theirs].map((list) =>
    list.filter((entry) => !equal.includes(entry)),
  );
  const left = Array.from(
    { length: Math.max(restOfOurs?.length ?? 0, restOfTheirs?.length ?? 0) },
    (_, index) => [restOfOurs?.[index] ?? '', restOfTheirs?.[index] ?? ''] as const,
  );
  return [...equal.map((entry) => [entry, entry] as const), ...left].map(([our, their]) => ({
    of: 'bibliography',
    ours: our,
    theirs: their,
  }));
}

function readPlain(text: string, count: number, isNote: boolean) {
  const blocks = text.trim().split(/\n{2,}/);
  const notes = blocks.flatMap((block) => /^\[\d+\] (.*)$/s.exec(block)?.[1] ?? []);
  const inText = blocks.slice(0, count).map((block) => block.replace(/^X\s|\sY$|(?:\s|^)Y$/g, ''));
  return {
    citations: isNote ? notes : inText,
    entries: blocks.slice(count).filter((block) => !/^\[\d+\] /.test(block)),
  };
}
