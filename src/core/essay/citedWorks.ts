import { findCitations } from '../citation/pandoc/parseCitation';
import type { EssayDocument } from './essayDocument';
import { type NoteKnowledge, readEssayNotes } from './notes/essayNotes';
import { workNamedIn } from './workNamedIn';

/** The works that belong into an essay's bibliography, each once, in the order of their first citation. */
export interface CitedWorks {
  readonly known: readonly string[];
  /** Citekeys that no bibliography has. */
  readonly unknown: readonly string[];
}

/** What the essay cites, in its text and its notes, and what its front matter adds by `nocite`. */
export function citedWorks(essay: EssayDocument, knowledge: NoteKnowledge): CitedWorks {
  const { items } = knowledge;
  const citations = readEssayNotes(essay, knowledge).map(
    ({ citation, text }) => citation ?? workNamedIn(text, items),
  );
  const inNotes = essay.footnotes.definitions.flatMap(({ text }) => findCitations(text));
  const { uncited } = essay.metadata;
  const citekeys = new Set([
    ...[...citations, ...inNotes].flatMap((citation) => citation?.cites.map(({ citekey }) => citekey) ?? []),
    ...(uncited.includes('*') ? items.keys() : uncited),
  ]);
  return {
    known: [...citekeys].filter((citekey) => items.has(citekey)),
    unknown: [...citekeys].filter((citekey) => !items.has(citekey)),
  };
}
