import type { Cite } from '../citation/citation';
import { findCitations } from '../citation/pandoc/parseCitation';
import type { EssayDocument } from '../essay/essayDocument';
import type { Span } from '../text/position';

/** A citekey of the essay. */
export interface PandocCite {
  readonly cite: Cite;
  /** Of the key with `@`, `-` and braces. */
  readonly span: Span;
}

/** Every citekey of the essay in order, in its text and in its notes. */
export function pandocCitesIn(essay: EssayDocument): readonly PandocCite[] {
  const found: PandocCite[] = [];
  essay.tree.iterate({
    enter: (node) => {
      if (node.name !== 'Citation' && node.name !== 'InlineNote') return true;
      for (const { parts } of findCitations(essay.text.slice(node.from, node.to))) {
        for (const { cite, citekeySpan } of parts)
          found.push({
            cite,
            span: { start: node.from + citekeySpan.start, end: node.from + citekeySpan.end },
          });
      }
      return false;
    },
  });
  return found;
}
