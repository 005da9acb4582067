import { citationToMark, markToCitation } from '../../citation/pandoc/convertCitations';
import type { CslItem } from '../../citation/cslItem';
import { namesInSentence } from '../../citation/namesInSentence';
import type { CitationFormatter } from '../../citation/style/citationFormatter';
import type { TextEdit } from '../../citation/textEdit';
import type { EssayDocument } from '../essayDocument';
import { addDefinitions, type NewDefinition, removeDefinitions } from './definitionGroups';
import { type EssayNote, type NoteKnowledge, readEssayNotes } from './essayNotes';
import type { DefinitionLayout, WrittenNote } from './noteRecord';
import { type LeftNote, renderNotes, type TidiedFootnotes } from './tidyFootnotes';

/** Turns the Pandoc citations of the essay's sentences into footnotes. Those inside of footnotes stay. */
export function citationsToFootnotes(
  essay: EssayDocument,
  knowledge: NoteKnowledge,
  formatter: CitationFormatter,
  layout?: DefinitionLayout,
): TidiedFootnotes {
  const notes = readEssayNotes(essay, knowledge);
  const rendered = renderNotes(notes, knowledge, formatter);
  const nextLabel = freeLabels(essay);
  const edits: TextEdit[] = [];
  const added: NewDefinition[] = [];
  const written: WrittenNote[] = [];
  const left: LeftNote[] = [];
  notes.forEach(({ owner, inSentence, citation, reference, text, label = '', written: known }, index) => {
    if (owner === 'ours' && citation) written.push(known ?? { label, text, citation });
    if (!inSentence || !citation) return;
    const note = rendered[index];
    if (note === undefined) return void left.push({ span: reference, text, reason: 'unknown' });
    const newLabel = nextLabel();
    const edit = citationToMark(
      essay.text,
      inSentence,
      newLabel,
      authors(citation.cites[0]?.citekey, knowledge.items),
    );
    const origin = {
      before: essay.text.slice(edit.span.start, edit.span.end),
      after: edit.newText.replace(`[^${newLabel}]`, '[^]'),
    };
    edits.push(edit);
    added.push({ label: newLabel, note, referredAt: reference.start });
    written.push({ label: newLabel, text: note, citation, origin });
  });
  const all = added.length > 0 ? [...edits, ...addDefinitions(essay, added, layout)] : [];
  return { edits: all, notes: written, left };
}

/** Turns Marginalia's footnotes into Pandoc citations; the student's own stay. */
export function footnotesToCitations(essay: EssayDocument, knowledge: NoteKnowledge): TidiedFootnotes {
  const notes = readEssayNotes(essay, knowledge);
  const gone = new Set<string>();
  const edits: TextEdit[] = [];
  const left: LeftNote[] = [];
  for (const note of notes) {
    const { owner, citation, label, reference, text } = note;
    if (owner === 'unclear') left.push({ span: reference, text, reason: 'unclear' });
    if (owner !== 'ours' || !citation) continue;
    const marks = label === undefined ? [reference] : marksOf(essay, label);
    edits.push(
      ...marks.map((mark) => originalOf(essay, mark, note) ?? markToCitation(essay.text, mark, citation)),
    );
    if (label !== undefined) gone.add(label);
  }
  return { edits: [...edits, ...removeDefinitions(essay, gone)], notes: [], left };
}

/** Puts back what stood in the sentence, if nobody has touched what came in its place. */
function originalOf(
  essay: EssayDocument,
  mark: { start: number; end: number },
  { written }: EssayNote,
): TextEdit | undefined {
  if (!written?.origin) return undefined;
  const [before = '', after = ''] = written.origin.after.split('[^]');
  const span = { start: mark.start - before.length, end: mark.end + after.length };
  const isUntouched =
    span.start >= 0 &&
    essay.text.slice(span.start, mark.start) === before &&
    essay.text.slice(mark.end, span.end) === after;
  return isUntouched ? { span, newText: written.origin.before } : undefined;
}

const marksOf = ({ footnotes }: EssayDocument, label: string) =>
  footnotes.references.filter((reference) => reference.label === label).map(({ span }) => span);

function freeLabels({ footnotes: { references, definitions } }: EssayDocument): () => string {
  const used = new Set([...references, ...definitions].map(({ label }) => label));
  let number = 0;
  return () => {
    do number++;
    while (used.has(String(number)));
    return String(number);
  };
}

function authors(citekey: string | undefined, items: ReadonlyMap<string, CslItem>): string {
  const item = items.get(citekey ?? '');
  return item ? namesInSentence(item) : '';
}
