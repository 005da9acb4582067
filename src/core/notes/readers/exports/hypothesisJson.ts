import type { Steps } from '../../../util/steps';
import type { NotesReading, SourceFacts } from '../../blocks';
import type { NotesText } from '../../notesText';
import type { SkippedLines } from '../../outline';
import {
  exportedLocator,
  exportReading,
  highlightBlocks,
  skip,
  type ExportedHighlight,
  type ExportFindings,
} from './highlights';
import { itemsOf, property, textProperty, isText, type JsonValue } from './json';
import { bookFacts } from './readwise';
import { phrase } from '../../../util/localize';

/** Whether these are annotations as the API of Hypothesis gives them. */
export function areHypothesisAnnotations(items: readonly JsonValue[]): boolean {
  return items
    .slice(0, 20)
    .some((item) => property(item, 'target') !== undefined && property(item, 'uri') !== undefined);
}

/** Reads annotations of Hypothesis: `exact` is the quotation, `text` the comment, replies are comments on the comment. */
export function* readHypothesisJson(
  notes: NotesText,
  items: readonly JsonValue[],
  found: ExportFindings,
): Steps<NotesReading> {
  const skipped: SkippedLines[] = [...found.skipped];
  const replies = new Map<string, JsonValue[]>();
  const threads: JsonValue[] = [];
  const ids = new Set(items.map((item) => textProperty(item, 'id')?.value));
  for (const item of items) {
    const [root] = itemsOf(property(item, 'references'));
    const id = isText(root) && ids.has(root.value) ? root.value : undefined;
    if (id === undefined) threads.push(item);
    else replies.set(id, [...(replies.get(id) ?? []), item]);
  }
  const highlights: ExportedHighlight[] = [];
  for (const [index, item] of threads.entries()) {
    if (index % 32 === 0) yield;
    const annotation = annotationOf(item);
    if (annotation) highlights.push(annotation);
    else if (typeof item === 'object' && item !== null && 'start' in item)
      skip(skipped, notes, { start: item.start, end: item.start }, phrase('annotation without words'));
    const id = textProperty(item, 'id')?.value;
    for (const reply of (id === undefined ? undefined : replies.get(id)) ?? []) {
      const words = textProperty(reply, 'text');
      const source = annotation?.source;
      if (words) highlights.push({ ...(source && { source }), comments: [words.span], goesOn: true });
    }
  }
  return exportReading('hypothesis', 'verbatim-json', highlightBlocks(highlights), {
    problems: found.problems,
    skipped,
  });
}

function annotationOf(item: JsonValue): ExportedHighlight | undefined {
  const selectors = itemsOf(property(item, 'target')).flatMap((target) =>
    itemsOf(property(target, 'selector')),
  );
  const selector = (type: string) => selectors.find((each) => textProperty(each, 'type')?.value === type);
  const quotation = textProperty(selector('TextQuoteSelector'), 'exact')?.span;
  const comment = textProperty(item, 'text')?.span;
  if (!quotation && !comment) return undefined;
  const source = pageOf(item);
  // The label is what the page says; its index only counts the leaves of the PDF.
  const locator = exportedLocator('page', textProperty(selector('PageSelector'), 'label')?.value ?? '');
  return {
    ...(source && { source }),
    ...(quotation && { quotation }),
    comments: comment ? [comment] : [],
    ...(locator && { locator }),
  };
}

/** The page that was annotated: its title, else its address. */
function pageOf(item: JsonValue): SourceFacts | undefined {
  const document = property(item, 'document');
  const title = textProperty(document, 'title') ?? itemsOf(property(document, 'title')).find(isText);
  const uri = textProperty(item, 'uri')?.value;
  return bookFacts(title?.value, undefined) ?? (uri === undefined ? undefined : { label: uri });
}
