import type { Citation, Cite } from './citation/citation';
import type { Locator } from './citation/locator';
import { mergeCite, mergeCites } from './citation/mergeCites';
import { pageLeadIn } from './citation/pagePlace';
import { addToCitation } from './citation/pandoc/addToCitation';
import { otherNote } from './citation/style/otherNote';
import { applyEdits, type TextEdit } from './citation/textEdit';
import type { Processor } from './citationStyles';
import { bracketsBeside, citationBeside, noteBeside } from './essay/citationBeside';
import type { EssayDocument } from './essay/essayDocument';
import type { SnippetEdit, SnippetStop } from './essay/insertion';
import type { EssayNote } from './essay/notes/essayNotes';
import type { CitationForm } from './settings';

/** What is known about the essay that a source is added to. */
export interface JoinContext {
  readonly essay: EssayDocument;
  readonly notes: readonly EssayNote[];
  readonly processor: Processor;
}

/**
 * The edits that put `added` into the citation that stands beside or around `offset` already: a Pandoc citation, a footnote
 * of Marginalia's, or brackets in the style. The words around stay. Undefined if there is none that it can join.
 */
export function joinCitation(
  context: JoinContext,
  added: Cite,
  form: CitationForm,
  offset: number,
): readonly SnippetEdit[] | undefined {
  const isInNote = context.essay.placeAt(offset) === 'footnote';
  return (
    joinPandoc(context, added, offset) ??
    (form === 'footnote' || isInNote ? joinNote(context, added, offset) : undefined) ??
    (form === 'inline' && !isInNote ? joinBrackets(context, added, offset) : undefined)
  );
}

function joinPandoc({ essay }: JoinContext, added: Cite, offset: number): readonly SnippetEdit[] | undefined {
  const citation = citationBeside(essay, offset);
  const edit = citation && addToCitation(essay.text, citation, added);
  if (!citation || !edit) return undefined;
  const { start, end } = citation.span;
  const write = ({ span, newText }: TextEdit) =>
    applyEdits(essay.text.slice(start, end), [
      { span: { start: span.start - start, end: span.end - start }, newText },
    ]);
  const text = write(edit);
  const isAppended = edit.newText.startsWith(';') && !added.locator;
  const stops = isAppended
    ? pageStop(text, (locator) => {
        const placed = addToCitation(essay.text, citation, { ...added, locator });
        return placed && write(placed);
      })
    : [];
  return [{ span: citation.span, text, stops: [...stops, { offset: text.length, number: 0 }] }];
}

function joinNote(
  { essay, notes, processor: { formatter } }: JoinContext,
  added: Cite,
  offset: number,
): readonly SnippetEdit[] | undefined {
  const note = noteBeside(notes, offset);
  if (note?.owner !== 'ours' || !note.citation || !note.textSpan) return undefined;
  const before = notes.slice(0, notes.indexOf(note)).map(({ citation }) => citation ?? otherNote);
  const joined: Citation = { cites: mergeCites(note.citation.cites, added) };
  const { text } = formatter.formatInsertion(before, joined, [], 'markdown');
  if (text === null) return undefined;
  const isPageOpen = !added.locator && joined.cites.at(-1) === added && text.endsWith('.');
  const page = isPageOpen
    ? pageStop(text, (locator) => {
        const cites = [...joined.cites.slice(0, -1), { ...added, locator }];
        return formatter.formatInsertion(before, { cites }, [], 'markdown').text ?? undefined;
      })
    : [];
  const mark = essay.text.slice(note.reference.start, note.reference.end);
  const isAtMark =
    note.label !== undefined && note.reference.end <= offset + 1 && offset < note.textSpan.start;
  if (!isAtMark) return [{ span: note.textSpan, text, stops: [...page, { offset: text.length, number: 0 }] }];
  return [
    { span: note.reference, text: mark, stops: [{ offset: mark.length, number: 0 }] },
    { span: note.textSpan, text, stops: page },
  ];
}

/** `(Zubok 63)` becomes `(Zubok 63; Gaddis 5)`. */
function joinBrackets(
  { essay, processor: { formatter, recognizer } }: JoinContext,
  added: Cite,
  offset: number,
): readonly SnippetEdit[] | undefined {
  const span = bracketsBeside(essay, offset);
  if (!span) return undefined;
  const parts = essay.text.slice(span.start + 1, span.end - 1).split(/;\s*/);
  const cites = parts.map((part) => {
    const recognized = recognizer.recognizeBrackets(`(${part})`);
    return recognized?.kind === 'recognized' && recognized.cites.length === 1
      ? recognized.cites[0]
      : undefined;
  });
  if (!cites.every((cite) => cite !== undefined)) return undefined;
  const write = (cite: Cite) => {
    const text = formatter.formatRun([{ cites: [cite] }], 'markdown').citations[0];
    return text == null ? undefined : (/^\((.*)\)$/s.exec(text)?.[1] ?? text.replace(/\.$/, ''));
  };
  const merged = cites.map((cite) => mergeCite(cite, added));
  const index = merged.findIndex((cite) => cite !== undefined);
  const changed = write(merged[index] ?? added);
  if (changed === undefined) return undefined;
  const isSame = index >= 0 && merged[index] === cites[index];
  const written = isSame ? parts : index >= 0 ? parts.with(index, changed) : [...parts, changed];
  const text = `(${written.join('; ')})`;
  const stops =
    index < 0 && !added.locator
      ? pageStop(text, (locator) => {
          const placed = write({ ...added, locator });
          return placed && `(${[...parts, placed].join('; ')})`;
        })
      : [];
  return [{ span, text, stops: [...stops, { offset: text.length, number: 0 }] }];
}

/** The stop before the last character of `text`, where the page goes that is not known yet. */
function pageStop(text: string, write: (locator: Locator) => string | undefined): readonly SnippetStop[] {
  const offset = text.length - 1;
  return [{ offset, number: 1, leadIn: pageLeadIn(text, offset, write) }];
}
