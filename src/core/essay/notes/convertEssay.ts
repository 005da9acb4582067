import type { CitationForm } from '../../citation/citation';
import type { CitationFormatter } from '../../citation/style/citationFormatter';
import type { TextEdit } from '../../citation/textEdit';
import type { EssayDocument } from '../essayDocument';
import { citationGroups, convertibleCitations } from './convertibleCitations';
import { convertGroup } from './convertGroup';
import { addDefinitions, type NewDefinition, removeDefinitions } from './definitionGroups';
import { type NoteKnowledge, readEssayNotes } from './essayNotes';
import type { DefinitionLayout, WrittenNote } from './noteRecord';
import type { TidiedFootnotes } from './tidyFootnotes';

export interface ConversionOptions {
  /** Only citations in this form; without it, all in another one. */
  readonly from?: CitationForm;
  /** How the definitions stood, where the essay does not tell. */
  readonly layout?: DefinitionLayout;
}

/**
 * Turns the essay's citations into another form: Pandoc citations in the sentences and Marginalia's own footnotes and
 * brackets. Pandoc's inside of footnotes stay, and so does what the student wrote. What was converted before gets back
 * what it was, to the letter, if nobody has touched it since.
 * @param formatter holds the items, and `otherItem`.
 */
export function convertCitations(
  essay: EssayDocument,
  knowledge: NoteKnowledge,
  formatter: CitationFormatter,
  to: CitationForm,
  { from, layout }: ConversionOptions = {},
): TidiedFootnotes {
  const notes = readEssayNotes(essay, knowledge);
  const { citations, kept, left } = convertibleCitations(essay, notes, knowledge, formatter, to, from);
  const nextLabel = freeLabels(essay);
  const edits: TextEdit[] = [];
  const written: WrittenNote[] = [...kept];
  const added: NewDefinition[] = [];
  const gone = new Set<string>();
  for (const group of citationGroups(essay, citations, to)) {
    const { edit, notes: converted } = convertGroup(essay, group, to, knowledge.items, nextLabel);
    edits.push(edit);
    written.push(...converted);
    for (const { label, text } of converted)
      if (to === 'footnote' && label !== '') added.push({ label, note: text, referredAt: edit.span.start });
    for (const { note } of group) if (note.label !== undefined) gone.add(note.label);
  }
  if (added.length > 0) edits.push(...addDefinitions(essay, added, layout));
  if (gone.size > 0) edits.push(...removeDefinitions(essay, gone));
  return { edits, notes: written, left };
}

/** Gives each new note the label that is wished for, or else the lowest number that is free. */
function freeLabels({
  footnotes: { references, definitions },
}: EssayDocument): (wished: string | undefined) => string {
  const used = new Set([...references, ...definitions].map(({ label }) => label));
  let number = 0;
  return (wished) => {
    let label = wished;
    if (label === undefined || used.has(label)) {
      do number++;
      while (used.has(String(number)));
      label = String(number);
    }
    used.add(label);
    return label;
  };
}
