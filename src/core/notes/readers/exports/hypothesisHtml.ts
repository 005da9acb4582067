import type { Span } from '../../../text/position';
import type { Steps } from '../../../util/steps';
import type { NotesReading } from '../../blocks';
import type { NotesText } from '../../notesText';
import {
  exportedLocator,
  exportReading,
  highlightBlocks,
  linesOf,
  type ExportedHighlight,
} from './highlights';
import { readHtml, type HtmlLine } from './html';
import { bookFacts } from './readwise';
import { phrase } from '../../../util/localize';

const annotation = /^Annotation \d+:?$/;
const label = /^(Created at|Author|Page|URL|Group|Type|Quote|Comment|Tags):/;

/** Whether this is the page that Hypothesis exports from its sidebar. */
export function isHypothesisHtml(html: string): boolean {
  return /<title>\s*Annotations on\b/i.test(html) && /Annotation 1:|Total annotations/.test(html);
}

/** Reads the page that Hypothesis exports: each annotation is a quotation, with the student's comment below it. */
export function* readHypothesisHtml(notes: NotesText): Steps<NotesReading> {
  const lines = yield* readHtml(notes.text);
  const starts = lines.flatMap(({ text }, index) => (annotation.test(text) ? [index] : []));
  const [first = lines.length] = starts;
  const title = lines.find(({ tag }) => tag === 'title')?.text.replace(/^Annotations on\s*["“]?|["”]?$/g, '');
  const source = bookFacts(title, undefined);
  const highlights = starts.map((start, index): ExportedHighlight => {
    const fields = fieldsOf(lines.slice(start + 1, starts[index + 1]));
    const quotation = fields.get('Quote');
    const comment = fields.get('Comment');
    const page = fields.get('Page');
    const type = fields.get('Type');
    const text = (span: Span | undefined) => (span ? notes.text.slice(span.start, span.end) : '');
    const locator = exportedLocator('page', text(page));
    return {
      ...(source && { source }),
      ...(quotation && { quotation }),
      comments: comment ? [comment] : [],
      ...(locator && { locator }),
      goesOn: text(type) === 'Reply' && !quotation,
    };
  });
  const head = lines[first - 1];
  const skipped = head
    ? [{ line: 0, endLine: linesOf(notes, head).endLine, reason: phrase('about the export') }]
    : [];
  return exportReading('hypothesis', 'verbatim-html', highlightBlocks(highlights), { problems: [], skipped });
}

/**
 * The fields of one annotation. In the rows of a table the value stands in the cells after the label; in paragraphs in the
 * same line, save for the quotation, which has a block of its own.
 */
function fieldsOf(lines: readonly HtmlLine[]): ReadonlyMap<string, Span> {
  const fields = new Map<string, Span>();
  let open = '';
  for (const line of lines) {
    const [whole, name = ''] = label.exec(line.text) ?? [];
    if (whole === undefined) {
      const known = fields.get(open);
      if (open !== '') fields.set(open, { start: known?.start ?? line.start, end: line.end });
      continue;
    }
    const rest = line.text.slice(whole.length).trim();
    if (rest !== '') fields.set(name, { start: line.start + whole.length, end: line.end });
    open = line.tag !== 'p' || name === 'Quote' ? name : '';
  }
  return fields;
}
