import type { Span } from '../../../text/position';
import type { Steps } from '../../../util/steps';
import type { NotesBlock, NotesReading, SourceFacts } from '../../blocks';
import type { NotesText } from '../../notesText';
import type { SkippedLines } from '../../outline';
import { clippingKind, clippingPlace, inOrder, type Clipping } from '../kindleClippings';
import { splitAuthors } from '../sourceFields';
import { exportReading, highlightBlocks, skip, type ExportedHighlight } from './highlights';
import { readHtml } from './html';
import { type Phrase, phrase } from '../../../util/localize';

/** No title, list of authors or heading is longer. */
const LONGEST_LABEL = 1000;

/** Letters that one Kindle location holds at least, roughly: it counts 128 bytes of the book with its markup. */
const LETTERS_IN_LOCATION = 60;

/**
 * Tells entries that come in the order of the book: a note made at the end of the highlight before is a comment on it.
 * `place` is the entry's label without its kind.
 */
export function kindleNotes(): (
  kind: 'highlight' | 'note',
  place: string,
  words: Span,
) => Omit<ExportedHighlight, 'source'> {
  let highlight: Pick<Clipping, 'extent'> & { readonly length: number } = { length: 0 };
  return (kind, place, words) => {
    const { locator, extent } = clippingPlace(place);
    if (kind === 'highlight') {
      highlight = { ...(extent && { extent }), length: words.end - words.start };
      return { quotation: words, comments: [], ...(locator && { locator }) };
    }
    const start = highlight.extent?.first;
    const end = (highlight.extent?.last ?? 0) + 1 + highlight.length / LETTERS_IN_LOCATION;
    const goesOn =
      highlight.length > 0 &&
      (start === undefined || !extent || (extent.first >= start && extent.first <= end));
    return { comments: [words], goesOn, ...(locator && { locator }) };
  };
}

/** Whether this is the notebook that Kindle's apps export as HTML. */
export function isKindleNotebook(html: string): boolean {
  return (
    /class\s*=\s*["']?noteText\b/i.test(html) && /class\s*=\s*["']?(?:noteHeading|bookTitle)\b/i.test(html)
  );
}

/** Reads the notebook that Kindle's apps export: sections are questions, highlights quotations, notes comments on them. */
export function* readKindleNotebook(notes: NotesText): Steps<NotesReading> {
  const lines = yield* readHtml(notes.text);
  const blocks: NotesBlock[] = [];
  const skipped: SkippedLines[] = [];
  let source: SourceFacts = {};
  let heading = '';
  let follow = kindleNotes();
  for (const [index, line] of lines.entries()) {
    if (index % 32 === 0) yield;
    const text = line.text.slice(0, LONGEST_LABEL).replace(/\s+/g, ' ');
    const leaveOut = (reason: Phrase) => skip(skipped, notes, line, reason);
    switch (line.className.trim()) {
      case 'bookTitle':
        source = { label: text, title: text };
        follow = kindleNotes();
        blocks.push({ type: 'source', facts: source, another: true });
        break;
      case 'authors':
        blocks.push({ type: 'source', facts: { authors: splitAuthors(text).map(inOrder) }, more: true });
        break;
      case 'sectionHeading':
        blocks.push({ type: 'heading', level: 1, span: line });
        break;
      case 'noteHeading':
        heading = text;
        if (clippingKind(kindOf(heading)) === 'bookmark') leaveOut(phrase('bookmark'));
        break;
      case 'noteText': {
        const kind = clippingKind(kindOf(heading));
        if (kind === 'bookmark') leaveOut(phrase('bookmark'));
        else blocks.push(...highlightBlocks([follow(kind, placeOf(heading), line)]));
        heading = '';
        break;
      }
      default:
        leaveOut(phrase('about the export'));
    }
  }
  return exportReading('kindle', 'verbatim-html', blocks, { problems: [], skipped });
}

/** `Highlight(yellow) - Chapter 2 > Page 12 · Location 234`: what it is, and where it stands. */
const kindOf = (heading: string) => heading.split(/\s[-–—]\s/, 1)[0] ?? '';
const placeOf = (heading: string) => heading.slice(kindOf(heading).length).split('>').at(-1) ?? '';
