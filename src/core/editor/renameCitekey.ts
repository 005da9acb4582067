import { readCitekeys } from '../citation/bibliography/bibliographySteps';
import { writeCitekey } from '../citation/citekey';
import type { EssayDocument } from '../essay/essayDocument';
import { citekeyPlaces, keysIn } from '../languageFeatures/citekeyPlaces';
import { decodeNotes } from '../notes/index';
import type { Library } from '../notes/library';
import { FileError } from '../notes/workspace';
import { LineMap } from '../text/lineMap';
import { containsPosition, type Position, type Range, type Span } from '../text/position';
import type { CancellationToken } from '../util/cancellation';
import type { EditorContext } from './context';
import type { FilePlace } from './navigation';

/** Text to put in a file's place; `part` says to people what kind of file it is. */
export interface RenameEdit extends FilePlace {
  readonly newText: string;
  readonly part: 'essay' | 'bibliography' | 'notes';
}

/** A citekey that can be renamed, where it stands. */
export interface RenameTarget {
  readonly citekey: string;
  readonly range: Range;
}

/** The citekey at an offset of an essay. */
export function citekeyInEssay(essay: EssayDocument, offset: number): RenameTarget | undefined {
  const place = citekeyPlaces(essay).find(({ span }) => span.start <= offset && offset <= span.end);
  return place && { citekey: place.citekey, range: essay.rangeOf(place.keySpan) };
}

/** The citekey at a position of a bibliography. */
export async function citekeyInBibliography(
  { current }: EditorContext,
  uri: string,
  position: Position,
): Promise<RenameTarget | undefined> {
  const { bibliographies } = await current();
  const bibliography = bibliographies.find(({ file }) => file.uri === uri);
  for (const [citekey, range] of bibliography?.citekeys ?? [])
    if (containsPosition(range, position)) return { citekey, range };
  return undefined;
}

/**
 * The edits that give a work another citekey, in all bibliographies, essays and notes; undefined, with a reason for people,
 * where that can't be.
 */
export async function renameCitekey(
  context: EditorContext,
  citekey: string,
  newKey: string,
  token: CancellationToken,
): Promise<{ readonly edits: readonly RenameEdit[] } | { readonly problem: string }> {
  const { localize } = context;
  const library = await context.current();
  const wanted = newKey.trim().replace(/^@/, '');
  if (!/^[\p{L}\p{N}_][^\s{}[\],;"'#%~=\\@]*$/u.test(wanted) || writeCitekey(wanted) !== `@${wanted}`)
    return {
      problem: localize('“{0}” can’t be a citekey: use letters, digits, and -, _ or : between them.', newKey),
    };
  if (wanted !== citekey && library.items.has(wanted))
    return {
      problem: localize('Another work has the citekey “{0}” already. Choose a different one.', wanted),
    };
  const edits = [
    ...(await inEssays(context, library, citekey, token)),
    ...(await inBibliographies(context, library, citekey)),
    ...(await inNotes(context, library, citekey)),
  ];
  return { edits: edits.map((edit) => ({ ...edit, newText: wanted })) };
}

type Place = Omit<RenameEdit, 'newText'>;

async function inEssays(
  { essays }: EditorContext,
  library: Library,
  citekey: string,
  token: CancellationToken,
): Promise<readonly Place[]> {
  return (await essays.all(library, token)).flatMap(({ file, essay }) =>
    citekeyPlaces(essay)
      .filter((place) => place.citekey === citekey)
      .map(({ keySpan }) => ({ uri: file.uri, range: essay.rangeOf(keySpan), part: 'essay' as const })),
  );
}

/** Fields of BibLaTeX that name other entries (https://ctan.org/pkg/biblatex, "crossref", "xdata", "entryset", "related"). */
const POINTING_FIELD = /\b(?:crossref|xref|xdata|entryset|related)\s*=\s*[{"]([^{}"]*)[}"]/gi;

async function inBibliographies(
  context: EditorContext,
  { bibliographies }: Library,
  citekey: string,
): Promise<readonly Place[]> {
  const places: Place[] = [];
  for (const { file, format } of bibliographies) {
    const text = await textOf(context, file.uri);
    if (text === undefined) continue;
    const spans = readCitekeys(text, file.name)
      .entries.filter((entry) => entry.citekey === citekey)
      .map(({ keySpan }) => keySpan);
    for (const match of format === 'biblatex' ? text.matchAll(POINTING_FIELD) : []) {
      const [field, list = ''] = match;
      const base = match.index + field.lastIndexOf(list, field.length - 1);
      for (const each of list.matchAll(/[^,\s]+/g))
        if (each[0] === citekey) spans.push(spanAt(base + each.index, citekey));
    }
    places.push(...placesIn(file.uri, text, spans, 'bibliography'));
  }
  return places;
}

async function inNotes(
  context: EditorContext,
  { files }: Library,
  citekey: string,
): Promise<readonly Place[]> {
  const places: Place[] = [];
  for (const { file, outline } of files) {
    if (outline.text !== undefined) continue;
    const text = await textOf(context, file.uri);
    if (!text?.includes(citekey)) continue;
    const spans = keysIn(text)
      .filter((place) => place.citekey === citekey)
      .map(({ keySpan }) => keySpan);
    // A field whose whole value is the key: `citekey: zubok1996`, `citekey:: zubok1996`.
    for (const match of text.matchAll(
      /^[ \t>*-]*[\p{L}][\p{L} _-]*::?[ \t]*["'[]*([^\s"'[\]@]+)["'\]]*[ \t]*\r?$/gmu,
    ))
      if (match[1] === citekey) spans.push(spanAt(match.index + match[0].lastIndexOf(citekey), citekey));
    places.push(...placesIn(file.uri, text, spans, 'notes'));
  }
  return places;
}

const spanAt = (start: number, word: string): Span => ({ start, end: start + word.length });

function placesIn(uri: string, text: string, spans: readonly Span[], part: Place['part']): readonly Place[] {
  const lines = new LineMap(text);
  return spans.map((span) => ({ uri, range: lines.rangeOf(span), part }));
}

async function textOf({ workspace }: EditorContext, uri: string): Promise<string | undefined> {
  try {
    const content = await workspace.readFile(uri);
    return 'encoding' in content ? content.text : decodeNotes(content).text;
  } catch (error) {
    if (error instanceof FileError) return undefined;
    throw error;
  }
}
