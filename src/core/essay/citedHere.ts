import type { Cite } from '../citation/citation';
import { type ParsedCitation } from '../citation/pandoc/pandocCitation';
import { parseCitation } from '../citation/pandoc/parseCitation';
import type { Span } from '../text/position';
import { readEssayCitations, type ReadNote } from './essayCitations';
import type { EssayDocument } from './essayDocument';

/** What is cited at a place of an essay: in Pandoc's syntax, or by a footnote, at its mark or in its text. */
export interface CitedHere {
  readonly span: Span;
  /** Offset of the citation, or of the footnote's first mark, in the text; undefined for a footnote that has no mark. */
  readonly mark: number | undefined;
  /** Empty for a footnote in which no work of the bibliographies is recognised. */
  readonly cites: readonly Cite[];
  /** The text of the footnote, where the place is its mark. */
  readonly note?: string;
}

/** Whether `offset` lies in `span`; just behind its end counts too, because a cursor stands there. */
export function touches({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}

/** The citation in Pandoc's syntax around `offset`, and where it starts. */
export function citationAt(
  essay: EssayDocument,
  offset: number,
): { readonly citation: ParsedCitation; readonly start: number } | undefined {
  for (const side of [1, -1] as const) {
    for (
      let node: ReturnType<typeof essay.tree.resolveInner> | null = essay.tree.resolveInner(offset, side);
      node;
      node = node.parent
    ) {
      if (node.name !== 'Citation') continue;
      const citation = parseCitation(essay.text.slice(node.from, node.to));
      if (citation) return { citation, start: node.from };
    }
  }
  return undefined;
}

/** What is cited at `offset`; of a citation with several sources the one there. */
export function citedHereAt(essay: EssayDocument, offset: number, readNote: ReadNote): CitedHere | undefined {
  const pandoc = citationAt(essay, offset);
  if (pandoc) {
    const { citation, start } = pandoc;
    const part = citation.parts.find(({ span }) => touches(span, offset - start));
    const { span, cites } = part ? { span: part.span, cites: [part.cite] } : citation;
    return { span: { start: start + span.start, end: start + span.end }, mark: start, cites };
  }
  const { references, definitions } = essay.footnotes;
  const mark = references.find(({ span }) => touches(span, offset));
  const definition = mark ? undefined : definitions.find(({ span }) => touches(span, offset));
  const label = definition?.label;
  const reference = mark ?? references.find((each) => label !== undefined && each.label === label);
  const place = mark ?? definition;
  if (!place) return undefined;
  const cited = reference
    ? readEssayCitations(essay, readNote).find((each) => each.offset === reference.span.start)?.citation
    : readNote(definition?.text ?? '', undefined);
  return {
    span: place.span,
    mark: reference?.span.start,
    cites: cited?.cites ?? [],
    ...(mark && { note: mark.text }),
  };
}
