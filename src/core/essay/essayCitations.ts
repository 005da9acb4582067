import type { Citation } from '../citation/citation';
import { findCitations, parseCitation } from '../citation/pandoc/parseCitation';
import type { EssayDocument } from './essayDocument';

/** A place of the essay that cites, or a footnote that cites nothing that is known. */
export interface EssayCitation {
  readonly offset: number;
  /** Undefined if it is a footnote in which no work of the bibliographies is recognised. */
  readonly citation?: Citation;
}

/** Tells what a footnote without Pandoc's citations cites; `before` is what the note before it cites. */
export type ReadNote = (text: string, before: Citation | undefined) => Citation | undefined;

/** What the essay cites, in the order of the notes: Pandoc citations in the text, footnotes, inline notes. */
export function readEssayCitations(essay: EssayDocument, readNote: ReadNote): readonly EssayCitation[] {
  const found: EssayCitation[] = [];
  essay.tree.iterate({
    enter: (node) => {
      if (node.name === 'FootnoteDefinition') return false;
      if (node.name !== 'Citation') return true;
      const citation = parseCitation(essay.text.slice(node.from, node.to));
      if (citation) found.push({ offset: node.from, citation: { cites: citation.cites } });
      return false;
    },
  });
  let before: Citation | undefined;
  for (const { span, text = '' } of essay.footnotes.references) {
    const cites = findCitations(text).flatMap((citation) => citation.cites);
    const citation = cites.length > 0 ? { cites } : readNote(text, before);
    found.push({ offset: span.start, citation });
    before = citation;
  }
  return found.sort((a, b) => a.offset - b.offset);
}
