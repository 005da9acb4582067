import type { EssayDocument } from '../essay/essayDocument';
import type { Span } from '../text/position';

/** A block of the essay that is read as text, notes and headings included; code and comments in it are blanked out. */
export interface ProseBlock {
  readonly span: Span;
  readonly text: string;
}

const BLOCK = /^(?:Paragraph|TableCell|Task|(?:ATX|Setext)Heading\d)$/;
const NOT_TEXT = /^(?:InlineCode|URL|Autolink|HTMLTag|Comment|LinkTitle)$/;

export function proseBlocks(essay: EssayDocument): readonly ProseBlock[] {
  const blocks: ProseBlock[] = [];
  essay.tree.iterate({
    enter: (node) => {
      if (!BLOCK.test(node.name)) return true;
      let text = essay.text.slice(node.from, node.to);
      node.node.toTree().iterate({
        enter: (inner) => {
          if (!NOT_TEXT.test(inner.name)) return true;
          text = text.slice(0, inner.from) + ' '.repeat(inner.to - inner.from) + text.slice(inner.to);
          return false;
        },
      });
      blocks.push({ span: { start: node.from, end: node.to }, text });
      return false;
    },
  });
  return blocks;
}
