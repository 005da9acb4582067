import type { CslItem } from '../citation/cslItem';
import { findCitations } from '../citation/pandoc/parseCitation';
import type { NoteRecognizer } from '../citation/recognition/recognizeNote';
import { readEssayCitations } from './essayCitations';
import type { EssayDocument } from './essayDocument';
import { workNamedIn } from './workNamedIn';

/** The works that belong into an essay's bibliography, each once, in the order of their first citation. */
export interface CitedWorks {
  readonly known: readonly string[];
  /** Citekeys that no bibliography has. */
  readonly unknown: readonly string[];
}

/** What the essay cites, in its text and its notes, and what its front matter adds by `nocite`. */
export function citedWorks(
  essay: EssayDocument,
  items: ReadonlyMap<string, CslItem>,
  recognizer: NoteRecognizer,
): CitedWorks {
  const cited = readEssayCitations(essay, (text, before) => {
    const recognized = recognizer.recognize(text);
    if (recognized?.kind === 'recognized') return { cites: recognized.cites };
    return recognized?.kind === 'ibid' ? before : workNamedIn(text, items);
  });
  const inNotes = essay.footnotes.definitions.flatMap(({ text }) => findCitations(text));
  const { uncited } = essay.metadata;
  const citekeys = new Set([
    ...[...cited.map(({ citation }) => citation), ...inNotes].flatMap(
      (citation) => citation?.cites.map(({ citekey }) => citekey) ?? [],
    ),
    ...(uncited.includes('*') ? items.keys() : uncited),
  ]);
  return {
    known: [...citekeys].filter((citekey) => items.has(citekey)),
    unknown: [...citekeys].filter((citekey) => !items.has(citekey)),
  };
}
