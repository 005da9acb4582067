import type { Citation } from '../citation/citation';
import type { CslItem } from '../citation/cslItem';
import { findCitations, parseCitation } from '../citation/pandoc/parseCitation';
import { recognizeNote } from './recognizeNote';
import type { EssayDocument } from './essayDocument';

/** A place of the essay that cites, or a footnote that cites nothing that is known. */
export interface EssayCitation {
  readonly offset: number;
  /** Undefined if it is a footnote in which no work of the bibliographies is recognised. */
  readonly citation?: Citation;
}

/** What the essay cites, in the order of the notes: Pandoc citations in the text, footnotes, inline notes. */
export function readEssayCitations(
  essay: EssayDocument,
  items: ReadonlyMap<string, CslItem>,
): readonly EssayCitation[] {
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
  for (const { span, text = '' } of essay.footnotes.references) {
    const cites = findCitations(text).flatMap((citation) => citation.cites);
    const citation = cites.length > 0 ? { cites } : recognizeNote(text, items);
    found.push({ offset: span.start, citation });
  }
  return found.sort((a, b) => a.offset - b.offset);
}
