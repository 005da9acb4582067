import { isMap, parseDocument } from 'yaml';
import { findCitations } from '../citation/pandoc/parseCitation';
import { frontMatterLength } from './markdown';

/** What an essay's front matter says about its citations, by pandoc's names (https://pandoc.org/MANUAL.html#citations). */
export interface EssayMetadata {
  /** Files, as they are written there: relative to the essay. */
  readonly bibliographies: readonly string[];
  /** A CSL file or a style's id. */
  readonly style?: string;
  /** A language tag such as `en-GB`. */
  readonly language?: string;
  /** Citekeys of the works that it describes itself, under `references`. */
  readonly references: readonly string[];
  /** Works that belong into the bibliography without being cited; `*` is all of them. */
  readonly uncited: readonly string[];
}

const nothing: EssayMetadata = { bibliographies: [], references: [], uncited: [] };

const texts = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? (value as readonly unknown[]) : [value]).flatMap((each) =>
    typeof each === 'string' && each.trim() !== '' ? [each.trim()] : [],
  );

const idsIn = (references: unknown): readonly string[] =>
  (Array.isArray(references) ? (references as readonly unknown[]) : []).flatMap((entry) =>
    typeof entry === 'object' && entry !== null && 'id' in entry ? texts(entry.id) : [],
  );

/** Reads the YAML at the start of an essay; what is no YAML, or of another shape, says nothing. */
export function readEssayMetadata(text: string): EssayMetadata {
  const length = frontMatterLength(text);
  if (length === 0) return nothing;
  const yaml = text.slice(0, length).replace(/^---[^\n]*\n|(?:---|\.\.\.)\s*$/g, '');
  let fields: Readonly<Record<string, unknown>>;
  try {
    const document = parseDocument(yaml, { logLevel: 'silent', uniqueKeys: false });
    if (!isMap(document.contents)) return nothing;
    fields = document.toJS({ maxAliasCount: 100 }) as Readonly<Record<string, unknown>>;
  } catch {
    return nothing;
  }
  const [style] = texts(fields.csl ?? fields['citation-style']);
  const [language] = texts(fields.lang);
  const uncited = texts(fields.nocite).flatMap((each) =>
    /@\*/.test(each)
      ? ['*']
      : findCitations(each).flatMap(({ cites }) => cites.map(({ citekey }) => citekey)),
  );
  return {
    bibliographies: texts(fields.bibliography),
    references: idsIn(fields.references),
    ...(style !== undefined && { style }),
    ...(language !== undefined && { language }),
    uncited,
  };
}
