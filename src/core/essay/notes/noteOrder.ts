import type { TextEdit } from '../../citation/textEdit';
import type { EssayDocument } from '../essayDocument';
import type { NoteDefinition } from '../footnotes';
import { definitionGroups } from './definitionGroups';

const isNumber = (label: string) => /^\d{1,9}$/.test(label);

/**
 * The labels that put the numbers in the order in which the text refers to the notes, by the labels as they are. Notes
 * that the text never refers to come last; names that the student gave stay.
 */
export function orderedLabels({ footnotes }: EssayDocument): ReadonlyMap<string, string> {
  const labels = [...footnotes.references, ...footnotes.definitions].flatMap(({ label }) => label ?? []);
  const numbers = [...new Set(labels)].filter(isNumber);
  return new Map(numbers.map((label, index) => [label, String(index + 1)]));
}

/**
 * The edits that give every note its new label and text, and put the notes' definitions into the order of the labels
 * wherever several stand together.
 * @param labels new labels by old ones; a label that is missing stays.
 * @param texts new texts of notes by their old labels; a note that is missing keeps what it holds.
 */
export function rewriteFootnotes(
  essay: EssayDocument,
  labels: ReadonlyMap<string, string>,
  texts: ReadonlyMap<string, string>,
): readonly TextEdit[] {
  const { references, definitions } = essay.footnotes;
  const edits: TextEdit[] = [];
  for (const { label, span } of references) {
    const next = label === undefined ? undefined : labels.get(label);
    if (next !== undefined && next !== label) edits.push({ span, newText: `[^${next}]` });
  }
  const order = new Map<string, number>();
  for (const { label } of [...references, ...definitions])
    if (label !== undefined && !order.has(label)) order.set(label, order.size);
  const rewrite = ({ label, span, textSpan }: NoteDefinition) => {
    const mark = essay.text
      .slice(span.start, textSpan.start)
      .replace(`[^${label}]`, () => `[^${labels.get(label) ?? label}]`);
    const own = essay.text.slice(textSpan.start, span.end);
    return mark + (texts.get(label) ?? renameMarks(own, labels));
  };
  for (const group of definitionGroups(essay)) {
    const sorted = group.toSorted((a, b) => (order.get(a.label) ?? 0) - (order.get(b.label) ?? 0));
    group.forEach(({ span }, slot) => {
      const definition = sorted[slot];
      const newText = definition && rewrite(definition);
      if (newText !== undefined && newText !== essay.text.slice(span.start, span.end))
        edits.push({ span, newText });
    });
  }
  return edits;
}

/** A note may refer to another one. */
function renameMarks(text: string, labels: ReadonlyMap<string, string>): string {
  return text.replace(/\[\^([^\s[\]]+)\]/g, (mark, label: string) => {
    const next = labels.get(label);
    return next === undefined ? mark : `[^${next}]`;
  });
}
