import type { CitationForm } from '../../citation/citation';
import type { CslItem } from '../../citation/cslItem';
import { namesInSentence } from '../../citation/namesInSentence';
import { citationsToMarks, marksToCitations, type Replacement } from '../../citation/pandoc/convertCitations';
import type { TextEdit } from '../../citation/textEdit';
import type { Span } from '../../text/position';
import type { EssayDocument } from '../essayDocument';
import { type ConvertibleCitation, isPartOfSentence } from './convertibleCitations';
import type { CitationOrigin, WrittenNote } from './noteRecord';
import { leadOf } from './proseBrackets';

type Group = readonly ConvertibleCitation[];
type NextLabel = (wished: string | undefined) => string;

export interface ConvertedGroup {
  readonly edit: TextEdit;
  readonly notes: readonly WrittenNote[];
}

/** Converts citations that stand side by side: back to what they were, if that is what is wanted, else anew. */
export function convertGroup(
  essay: EssayDocument,
  group: Group,
  to: CitationForm,
  items: ReadonlyMap<string, CslItem>,
  nextLabel: NextLabel,
): ConvertedGroup {
  return restore(essay, group, to, nextLabel) ?? convert(essay, group, to, items, nextLabel);
}

function spanOf(group: Group): Span {
  const [first, last] = [group[0], group.at(-1)];
  return { start: first?.span.start ?? 0, end: last?.span.end ?? 0 };
}

function restore(
  essay: EssayDocument,
  group: Group,
  to: CitationForm,
  nextLabel: NextLabel,
): ConvertedGroup | undefined {
  const origin = group[0]?.note.written?.origin;
  if (!origin || origin.form !== to || origin.count !== group.length) return undefined;
  const { start, end } = spanOf(group);
  const span = { start: start - origin.before.length, end: end + origin.after.length };
  const isUntouched =
    span.start >= 0 &&
    essay.text.slice(span.start, start) === origin.before &&
    essay.text.slice(end, span.end) === origin.after;
  // Text in a style that has changed since is written anew.
  const isStale =
    origin.form !== 'pandoc' &&
    origin.labels.length < group.length &&
    !group.every(({ converted }) => origin.text.includes(converted));
  if (!isUntouched || isStale) return undefined;
  const labels = origin.labels.map((label) => nextLabel(label));
  const marks = labels.values();
  const newText = origin.text.replace(/\[\^\]/g, () => `[^${marks.next().value ?? ''}]`);
  const lead = to === 'inline' ? leadOf(essay, span.start) : undefined;
  return { edit: { span, newText }, notes: to === 'pandoc' ? [] : notesOf(group, labels, lead) };
}

function convert(
  essay: EssayDocument,
  group: Group,
  to: CitationForm,
  items: ReadonlyMap<string, CslItem>,
  nextLabel: NextLabel,
): ConvertedGroup {
  const [first] = group;
  const whole = spanOf(group);
  const isMark = first?.note.lead === undefined;
  const { span, before, after } =
    first && to === 'footnote'
      ? isPartOfSentence(first)
        ? { span: whole, before: nameOf(first, items), after: '' }
        : citationsToMarks(essay.text, whole)
      : isMark
        ? marksToCitations(essay.text, whole)
        : { span: whole, before: '', after: '' };
  const labels = group.map(() => (to === 'footnote' ? nextLabel(undefined) : ''));
  const body =
    to === 'footnote'
      ? labels.map((label) => `[^${label}]`).join('')
      : group.map(({ converted }) => converted).join(' ');
  const origin = originOf(essay, group, { span, before, after });
  const lead = to === 'footnote' ? undefined : leadOf(essay, span.start);
  const [note, ...others] = notesOf(group, labels, lead);
  return {
    edit: { span, newText: before + body + after },
    notes: note ? [{ ...note, origin }, ...others] : [],
  };
}

/** @param lead what stands before the citations, where they stand in the sentence */
function notesOf(group: Group, labels: readonly string[], lead: string | undefined): WrittenNote[] {
  return group.map(({ converted: text, citation }, index) => ({
    label: labels[index] ?? '',
    text,
    citation,
    ...(lead !== undefined && { lead }),
  }));
}

/** The words by which the sentence names the author. */
function nameOf(
  { note: { isInline, text }, citation }: ConvertibleCitation,
  items: ReadonlyMap<string, CslItem>,
) {
  if (isInline) return /^[^(]*[^(\s]/.exec(text)?.[0] ?? '';
  const item = items.get(citation.cites[0]?.citekey ?? '');
  return item ? namesInSentence(item) : '';
}

function originOf(
  { text }: EssayDocument,
  group: Group,
  { span, before, after }: Replacement,
): CitationOrigin {
  const [first] = group;
  const labels = group.flatMap(({ note: { label } }) => label ?? []);
  const replaced = text.slice(span.start, span.end);
  return {
    form: first?.note.inSentence ? 'pandoc' : first?.note.isInline ? 'inline' : 'footnote',
    text: labels.reduce((shown, label) => shown.replace(`[^${label}]`, '[^]'), replaced),
    ...{ labels, before, after, count: group.length },
  };
}
