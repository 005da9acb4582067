import type { Tree } from '@lezer/common';
import type { Span } from '../text/position';

/** `[^label]` in the running text, or an inline note `^[…]`, which has no label. */
export interface NoteReference {
  readonly label?: string;
  readonly span: Span;
  /** The note's text: of the definition (unless there is none), or of the inline note. */
  readonly text?: string;
}

export interface NoteDefinition {
  readonly label: string;
  /** From `[` to the end of the note's last line. */
  readonly span: Span;
  /** Of the text behind the mark. */
  readonly textSpan: Span;
  readonly text: string;
}

/** The footnotes of an essay. */
export interface Footnotes {
  /** In the order in which the text refers to them, which is the order of the notes. */
  readonly references: readonly NoteReference[];
  readonly definitions: readonly NoteDefinition[];
}

export function readFootnotes(text: string, tree: Tree): Footnotes {
  const marks: { readonly label?: string; readonly span: Span; readonly text?: string }[] = [];
  const definitions: NoteDefinition[] = [];
  tree.iterate({
    enter: (node) => {
      const span = { start: node.from, end: node.to };
      const slice = () => text.slice(node.from, node.to);
      if (node.name === 'FootnoteReference') marks.push({ label: slice().slice(2, -1), span });
      if (node.name === 'InlineNote') marks.push({ text: slice().slice(2, -1), span });
      if (node.name !== 'FootnoteDefinition') return true;
      const [mark = '', label = ''] = /^\[\^([^\]]+)\]:[ \t]*/.exec(slice()) ?? [];
      definitions.push({
        label,
        span,
        textSpan: { start: span.start + mark.length, end: span.end },
        text: slice()
          .slice(mark.length)
          .replace(/\s*\n\s*/g, ' ')
          .trimEnd(),
      });
      return false;
    },
  });
  const texts = new Map(definitions.map((definition) => [definition.label, definition.text]));
  const references = marks.map((mark) =>
    mark.label === undefined ? mark : { ...mark, text: texts.get(mark.label) },
  );
  return { references, definitions };
}

/** The next free number for a footnote: one above the highest that the essay uses. */
export function nextFootnoteLabel({ references, definitions }: Footnotes): string {
  const numbers = [...references, ...definitions].map(({ label }) =>
    /^\d{1,9}$/.test(label ?? '') ? Number(label) : 0,
  );
  return String(Math.max(0, ...numbers) + 1);
}
