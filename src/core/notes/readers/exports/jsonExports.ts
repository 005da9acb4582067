import type { Steps } from '../../../util/steps';
import type { NotesReading } from '../../blocks';
import type { NotesText } from '../../notesText';
import type { NotesProblem, SkippedLines } from '../../outline';
import {
  exportReading,
  highlightBlocks,
  linesOf,
  isReason,
  skip,
  type ExportedHighlight,
} from './highlights';
import { areHypothesisAnnotations, readHypothesisJson } from './hypothesisJson';
import { isText, itemsOf, property, readJson, textProperty, type JsonValue } from './json';
import { bookFacts, commentOf, marksHeading, readwiseLocator } from './readwise';
import { type Phrase, phrase } from '../../../util/localize';

/** Whether it is worth reading a JSON file to the end. */
const mayBeExport = /"(?:highlights?|annotations|selector|highlighted_at|location_type)"\s*:/;

/** Reads a `.json` export of Readwise or Hypothesis, or another list of books with highlights; undefined for any other. */
export function* readJsonExport(notes: NotesText): Steps<NotesReading | undefined> {
  if (!mayBeExport.test(notes.text.slice(0, 200_000))) return undefined;
  const { value, brokenAt } = yield* readJson(notes.text);
  const problems: NotesProblem[] = [];
  const skipped: SkippedLines[] = [];
  if (brokenAt !== undefined) {
    const message = phrase(
      'This export breaks off or is no valid JSON from here on; what stands before was read. Export the file again.',
    );
    const { line } = linesOf(notes, { start: brokenAt, end: brokenAt });
    problems.push({ code: 'notes-file', message, line });
    skipped.push({ line, endLine: notes.lineMap.lineCount - 1, reason: phrase('data that break off') });
  }
  const listed = listOf(value, 'annotations', 'rows');
  if (areHypothesisAnnotations(listed))
    return yield* readHypothesisJson(notes, listed, { problems, skipped });
  const items = listOf(value, 'results', 'books', 'highlights');
  const withHighlights = [value, ...items].filter((item) => property(item, 'highlights') !== undefined);
  const highlights: ExportedHighlight[] = [];
  const take = (item: JsonValue, book?: JsonValue) => {
    const highlight = highlightOf(item, book);
    if (!isReason(highlight)) highlights.push(highlight);
    else if (typeof item === 'object' && item !== null && 'start' in item)
      skip(skipped, notes, { start: item.start, end: item.start }, highlight);
  };
  for (const book of withHighlights) {
    for (const item of itemsOf(property(book, 'highlights'))) {
      if (highlights.length % 32 === 0) yield;
      take(item, book);
    }
    const words = textProperty(book, 'document_note');
    const source = sourceOf(book);
    if (words) highlights.push({ ...(source && { source }), comments: [words.span] });
  }
  if (withHighlights.length === 0)
    for (const item of items) if (property(item, 'text', 'highlight') !== undefined) take(item);
  if (highlights.length === 0 && skipped.length === problems.length) return undefined;
  return exportReading('readwise', 'verbatim-json', highlightBlocks(highlights), { problems, skipped });
}

function listOf(value: JsonValue, ...keys: readonly string[]): readonly JsonValue[] {
  if (Array.isArray(value)) return itemsOf(value);
  return keys.map((key) => itemsOf(property(value, key))).find((items) => items.length > 0) ?? [];
}

const sourceOf = (book: JsonValue | undefined) =>
  bookFacts(
    textProperty(book, 'title', 'book_title', 'readable_title')?.value,
    textProperty(book, 'author', 'authors', 'book_author')?.value ??
      itemsOf(property(book, 'authors'))
        .filter(isText)
        .map(({ value }) => value)
        .join('; '),
  );

function highlightOf(item: JsonValue, book: JsonValue | undefined): ExportedHighlight | Phrase {
  if (property(item, 'is_deleted') === true || property(item, 'is_discard') === true)
    return phrase('discarded in Readwise');
  const words = textProperty(item, 'text', 'highlight');
  const note = textProperty(item, 'note');
  if (!words && !note) return phrase('entry without text');
  const source = sourceOf(book) ?? sourceOf(item);
  const tags = itemsOf(property(item, 'tags')).map(
    (tag) => (isText(tag) ? tag : textProperty(tag, 'name'))?.value ?? '',
  );
  const locator = locatorOf(item);
  const isNote = property(item, 'isNoteOnly') === true;
  return {
    ...(source && { source }),
    ...(words && !isNote && { quotation: words.span }),
    comments: isNote && words ? [words.span] : note ? commentOf(note.value, note.span) : [],
    ...(locator && { locator }),
    isHeading: marksHeading(note?.value ?? '', tags),
  };
}

/** Readwise has a number and its type; Bookcision a location with its value. */
function locatorOf(item: JsonValue): ReturnType<typeof readwiseLocator> {
  const location = property(item, 'location');
  if (typeof location === 'number' || isText(location)) {
    const value = typeof location === 'number' ? String(location) : location.value;
    return readwiseLocator(textProperty(item, 'location_type')?.value, value);
  }
  const value = property(location, 'value');
  return typeof value === 'number' || isText(value)
    ? readwiseLocator('location', typeof value === 'number' ? String(value) : value.value)
    : undefined;
}
