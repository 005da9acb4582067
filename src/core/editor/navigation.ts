import { citationAt, citedHereAt, touches } from '../essay/citedHere';
import type { EssayDocument } from '../essay/essayDocument';
import { matchAt } from '../essay/sentenceMatches';
import { argumentsAt, argumentsOf } from '../languageFeatures/citationCard';
import { citekeyPlaces } from '../languageFeatures/citekeyPlaces';
import type { Library } from '../notes/library';
import type { LibraryArgument } from '../notes/libraryArgument';
import { containsPosition, type Position, type Range, type Span } from '../text/position';
import type { CancellationToken } from '../util/cancellation';
import type { WorkspaceEssay } from '../workspaceEssays';
import type { EditorContext } from './context';

/** A range of a file; `uri` is that of the workspace port. */
export interface FilePlace {
  readonly uri: string;
  readonly range: Range;
}

/** Where something of the essay leads to. */
export interface Definition {
  /** What leads there. */
  readonly origin: Span;
  readonly places: readonly FilePlace[];
  /** A place in the essay itself: the text of a footnote. */
  readonly here?: Span;
}

/** An argument found by a piece of its words. */
export interface ArgumentSymbol extends FilePlace {
  readonly name: string;
  readonly container: string;
}

const MAX_SYMBOLS = 50;

/** From a citation to the bibliography and to the notes at its page, from a footnote to its text, from a sentence to the notes. */
export async function definitionAt(
  { current, matches }: EditorContext,
  essay: EssayDocument,
  offset: number,
): Promise<Definition | undefined> {
  const library = await current();
  const { references, definitions } = essay.footnotes;
  const mark = references.find(({ label, span }) => label !== undefined && touches(span, offset));
  const note = mark && definitions.find(({ label }) => label === mark.label);
  if (mark && note) return { origin: mark.span, places: [], here: note.span };
  if (citationAt(essay, offset)) {
    const cited = citedHereAt(essay, offset, () => undefined);
    const places = cited?.cites.flatMap((cite) => [
      ...entryPlaces(library, cite.citekey),
      ...argumentsAt(argumentsOf(library, cite.citekey), cite).map(placeOf),
    ]);
    return cited && places ? { origin: cited.span, places } : undefined;
  }
  const sentence = essay.sentenceAt(offset);
  const best = sentence && matchAt(matches.confident(essay, sentence), offset);
  const shown = best && library.arguments.get(best.argument);
  return shown && { origin: best.span, places: [placeOf(shown)] };
}

/** Every place of every essay that makes the argument, or cites the work, that stands at `offset`. */
export async function referencesAt(
  context: EditorContext,
  essay: EssayDocument,
  offset: number,
  token: CancellationToken,
): Promise<readonly FilePlace[]> {
  const library = await context.current();
  const citation = citationAt(essay, offset);
  if (citation) {
    const keys = citation.citation.parts.filter(({ span }) => touches(span, offset - citation.start));
    const [key] = keys.length > 0 ? keys : citation.citation.parts;
    return key ? citationsOf(context, library, key.cite.citekey, token) : [];
  }
  const sentence = essay.sentenceAt(offset);
  const best = sentence && matchAt(context.matches.confident(essay, sentence), offset);
  const shown = best && library.arguments.get(best.argument);
  return shown ? [placeOf(shown), ...(await usesOf(context, library, shown, token))] : [];
}

/** The uses in every essay of the argument that stands at a position of a notes file. */
export async function referencesFromNotes(
  context: EditorContext,
  uri: string,
  position: Position,
  token: CancellationToken,
): Promise<readonly FilePlace[]> {
  const library = await context.current();
  const file = library.files.find((each) => each.file.uri === uri);
  const shown = file?.arguments.find(({ argument: { range } }) => containsPosition(range, position));
  return shown ? usesOf(context, library, shown, token) : [];
}

/** How often, and where, the essays use each argument of a notes file; those that none uses are left out. */
export async function usesOfNotes(
  context: EditorContext,
  uri: string,
  token: CancellationToken,
): Promise<
  readonly { readonly range: Range; readonly title: string; readonly places: readonly FilePlace[] }[]
> {
  const { current, localize } = context;
  const library = await current();
  const file = library.files.find((each) => each.file.uri === uri);
  if (!file) return [];
  const found = new Map<string, { readonly essay: WorkspaceEssay; readonly place: FilePlace }[]>();
  for (const each of await context.essays.all(library, token)) {
    const made =
      (await context.uses(each.essay, library, token))?.sentences.flatMap(({ uses }) => uses) ?? [];
    for (const { argument, span } of made) {
      const place = { uri: each.file.uri, range: each.essay.rangeOf(span) };
      found.set(argument.id, [...(found.get(argument.id) ?? []), { essay: each, place }]);
    }
  }
  return file.arguments.flatMap(({ id, argument: { range } }) => {
    const uses = found.get(id) ?? [];
    if (uses.length === 0) return [];
    const names = [...new Set(uses.map(({ essay }) => essay.file.name))].join(', ');
    return [
      {
        range,
        title: localize('used {0}× in {1}', uses.length, names),
        places: uses.map(({ place }) => place),
      },
    ];
  });
}

/** The arguments that fit what is typed into VS Code's search for symbols. */
export async function argumentSymbols(
  { current, index }: EditorContext,
  query: string,
): Promise<readonly ArgumentSymbol[]> {
  const library = await current();
  return index.search(query, { mode: 'typing', limit: MAX_SYMBOLS }).flatMap(({ argument: { id } }) => {
    const found = library.arguments.get(id);
    return found
      ? [{ ...placeOf(found), name: found.argument.text, container: found.source.notes.label }]
      : [];
  });
}

/** Each citekey of the essay that a bibliography has, with its entry there. */
export async function citationLinks(
  { current }: EditorContext,
  essay: EssayDocument,
): Promise<readonly { readonly span: Span; readonly target: FilePlace }[]> {
  const library = await current();
  return citekeyPlaces(essay).flatMap(({ citekey, span }) => {
    const [target] = entryPlaces(library, citekey);
    return target ? [{ span, target }] : [];
  });
}

/** Where bibliographies define a citekey. */
export function entryPlaces(library: Library, citekey: string): readonly FilePlace[] {
  return library.bibliographies.flatMap(({ file, citekeys }) => {
    const range = citekeys.get(citekey);
    return range ? [{ uri: file.uri, range }] : [];
  });
}

async function citationsOf(
  { essays }: EditorContext,
  library: Library,
  citekey: string,
  token: CancellationToken,
): Promise<readonly FilePlace[]> {
  const cited = (await essays.all(library, token)).flatMap(({ file, essay }) =>
    citekeyPlaces(essay)
      .filter((place) => place.citekey === citekey)
      .map(({ span }) => ({ uri: file.uri, range: essay.rangeOf(span) })),
  );
  return [...entryPlaces(library, citekey), ...cited];
}

async function usesOf(
  { essays, placesOf }: EditorContext,
  library: Library,
  argument: LibraryArgument,
  token: CancellationToken,
): Promise<readonly FilePlace[]> {
  const places: FilePlace[] = [];
  for (const { file, essay } of await essays.all(library, token)) {
    for (const span of (await placesOf(essay, library, argument, token)) ?? [])
      places.push({ uri: file.uri, range: essay.rangeOf(span) });
  }
  return places;
}

function placeOf({ file, argument }: LibraryArgument): FilePlace {
  return { uri: file.uri, range: argument.range };
}
