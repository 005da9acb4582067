import type { SyntaxNodeRef, Tree } from '@lezer/common';
import type { Span } from '../text/position';
import { splitSentences } from '../text/sentences';

/** A sentence of the essay's running text. */
export interface Sentence {
  /** From its first character to its last, the notes and citations that are attached to its end included. */
  readonly span: Span;
  /** As long as `span`, with everything blanked out that is not the student's words: marks, notes, citations, addresses. */
  readonly words: string;
  /** Offsets in the essay, just behind the notes and citations inside the sentence: there a new thought begins. */
  readonly noteEnds: readonly number[];
  /** `words` of the whole paragraph that it stands in. */
  readonly paragraph: string;
}

export interface Heading {
  readonly offset: number;
  readonly text: string;
}

/** A stretch of running text that belongs together: a paragraph, a list item's text, a table's cell. */
export interface Paragraph {
  readonly span: Span;
  /** As long as `span`, with everything blanked out that is not the student's words, as in `Sentence`. */
  readonly words: string;
  /** Whether it stands in a block quote. */
  readonly isQuoted: boolean;
  readonly sentences: readonly Sentence[];
}

export interface Prose {
  readonly paragraphs: readonly Paragraph[];
  readonly sentences: readonly Sentence[];
  readonly headings: readonly Heading[];
}

/** Blocks that hold no prose. */
const NO_PROSE = new Set([
  'FencedCode',
  'CodeBlock',
  'HTMLBlock',
  'CommentBlock',
  'LinkReference',
  'FootnoteDefinition',
]);

/** Inline nodes that are not the student's words. */
const NOT_WORDS = new Set([
  ...[
    'InlineCode',
    'URL',
    'Autolink',
    'LinkMark',
    'LinkTitle',
    'LinkLabel',
    'Image',
    'HTMLTag',
    'Comment',
    'TaskMarker',
  ],
  ...[
    'EmphasisMark',
    'StrikethroughMark',
    'QuoteMark',
    'HardBreak',
    'FootnoteReference',
    'InlineNote',
    'Citation',
  ],
]);

/** Nodes that belong to the sentence right before them. */
const ATTACHED = new Set(['FootnoteReference', 'InlineNote', 'Citation']);

export function readProse(text: string, tree: Tree): Prose {
  const paragraphs: Paragraph[] = [];
  const headings: Heading[] = [];
  tree.iterate({
    enter: (node) => {
      if (NO_PROSE.has(node.name)) return false;
      if (/^(?:ATX|Setext)Heading/.test(node.name)) {
        const words = text.slice(node.from, node.to).replace(/^#+|#+\s*$|\n\s*(?:=+|-+)\s*$/g, '');
        headings.push({ offset: node.from, text: words.trim() });
        return false;
      }
      if (node.name !== 'Paragraph' && node.name !== 'TableCell' && node.name !== 'Task') return true;
      paragraphs.push(paragraphOf(text, node));
      return false;
    },
  });
  return { paragraphs, sentences: paragraphs.flatMap(({ sentences }) => sentences), headings };
}

/** What a paragraph holds, wherever it stands: offsets count from its start. */
type ParagraphContent = Pick<Paragraph, 'words' | 'sentences'>;

/** By the paragraph's part of the syntax tree, which stays the same as long as nothing in it is edited; with where it stood last. */
const known = new WeakMap<Tree, { readonly content: ParagraphContent; readonly placed: Paragraph }>();

function paragraphOf(text: string, block: SyntaxNodeRef): Paragraph {
  const tree = block.node.toTree();
  const before = known.get(tree);
  const isQuoted = block.node.matchContext(['Blockquote']);
  if (before?.placed.span.start === block.from && before.placed.isQuoted === isQuoted) return before.placed;
  const content = before?.content ?? readParagraph(text.slice(block.from, block.to), tree);
  const placed = placedAt(block, content, isQuoted);
  known.set(tree, { content, placed });
  return placed;
}

function placedAt({ from, to }: SyntaxNodeRef, content: ParagraphContent, isQuoted: boolean): Paragraph {
  const moved = (at: number) => from + at;
  return {
    span: { start: from, end: to },
    words: content.words,
    isQuoted,
    sentences: content.sentences.map(({ span, words, noteEnds, paragraph }) => ({
      span: { start: moved(span.start), end: moved(span.end) },
      words,
      noteEnds: noteEnds.map(moved),
      paragraph,
    })),
  };
}

function readParagraph(text: string, tree: Tree): ParagraphContent {
  const attached = new Map<number, number>();
  let paragraph = text;
  // What tells where sentences end: `@salter2015 shows …` begins with a citation, and `*No!*` with no space.
  let divided = text;
  tree.iterate({
    enter: (node) => {
      const isCitation = ATTACHED.has(node.name);
      if (isCitation) attached.set(node.from, node.to);
      if (!NOT_WORDS.has(node.name)) return true;
      const blanked = (words: string, filling: string) =>
        words.slice(0, node.from) + filling.repeat(node.to - node.from) + words.slice(node.to);
      paragraph = blanked(paragraph, ' ');
      if (node.name !== 'EmphasisMark')
        divided = blanked(divided, isCitation && text[node.from] === '@' ? 'X' : ' ');
      return false;
    },
  });
  const isBlank = (at: number) => /\s/.test(paragraph.charAt(at)) && divided[at] !== 'X';
  const sentences = splitSentences(divided).map((span) => {
    let { start, end } = span;
    while (start < end && isBlank(start)) start++;
    while (start < end && isBlank(end - 1)) end--;
    for (let next = attached.get(end); next !== undefined; next = attached.get(end)) end = next;
    return {
      span: { start, end },
      words: paragraph.slice(start, end),
      noteEnds: [...attached.values()].filter((at) => start < at && at <= end),
      paragraph,
    };
  });
  return { words: paragraph, sentences };
}
