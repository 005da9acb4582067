/**
 * How a locator's kind is written in English, by CSL label: the terms of the English CSL locales, which pandoc goes by
 * (https://pandoc.org/MANUAL.html#extension-citations), and the usual variants of them. Lower case; a final dot may be
 * left out in the text. The first two, for one place and for several, are how we write it: as American and British English agree on,
 * because pandoc reads only its locale's.
 */
const forms: Readonly<Record<string, readonly string[]>> = {
  appendix: ['app.', 'apps.', 'appendix', 'appendices'],
  book: ['book', 'books', 'bk.', 'bks.'],
  chapter: ['chapter', 'chapters', 'ch.', 'chs.', 'chap.', 'chaps.'],
  column: ['col.', 'columns', 'cols.', 'column'],
  figure: ['fig.', 'figures', 'figs.', 'figure'],
  folio: ['fol.', 'folios', 'fols.', 'folio'],
  issue: ['no.', 'numbers', 'nos.', 'number', 'issue', 'issues'],
  line: ['l.', 'll.', 'line', 'lines'],
  location: ['loc.', 'locs.', 'location', 'locations'],
  note: ['n.', 'nn.', 'note', 'notes'],
  opus: ['op.', 'opp.', 'opus', 'opera'],
  page: ['p.', 'pp.', 'pg.', 'pgs.', 'page', 'pages'],
  paragraph: ['para.', 'paras.', 'paragraph', 'paragraphs', '¶', '¶¶'],
  part: ['part', 'parts', 'pt.', 'pts.'],
  section: ['section', 'sections', 'sec.', 'secs.', '§', '§§'],
  'sub-verbo': ['s.v.', 's.vv.', 'sub verbo', 'sub verbis'],
  table: ['tbl.', 'table', 'tables'],
  verse: ['v.', 'vv.', 'verse', 'verses'],
  volume: ['vol.', 'volumes', 'vols.', 'volume'],
};

const labels = new Map(Object.entries(forms).flatMap(([label, list]) => list.map((form) => [form, label])));

const wordings = [...labels.keys()]
  .sort((a, b) => b.length - a.length)
  .map((form) => form.replace(/\./g, '\\.').replace(/\\\.$/, '\\.?'));
const labelPattern = new RegExp(`(${wordings.join('|')})\\s*`, 'iuy');
/** "part" is no label in "partly", nor "p" in "people"; in "p63", "¶5" and "pxii" it is. */
const runsOn = /(?<=\p{L})(?=\p{L})(?![ivxlcdm]+(?!\p{L}))/iuy;

/** The label that is written at `offset`, and how long its wording is, the space after it included. */
export function matchLocatorLabel(
  text: string,
  offset: number,
): { readonly label: string; readonly length: number } | undefined {
  labelPattern.lastIndex = offset;
  const form = labelPattern.exec(text)?.[1]?.toLowerCase();
  if (form === undefined) return undefined;
  const end = labelPattern.lastIndex;
  runsOn.lastIndex = end;
  const label = labels.get(form) ?? labels.get(`${form}.`);
  return label === undefined || runsOn.test(text) ? undefined : { label, length: end - offset };
}

/** The short wording of a label: `p.`, or `pp.` for several; a label that is not in the table stands for itself. */
export function labelWording(label: string, isPlural: boolean): string {
  const [singular = label, plural = singular] = forms[label] ?? [];
  return isPlural ? plural : singular;
}
