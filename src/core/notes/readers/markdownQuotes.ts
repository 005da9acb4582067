import { readLocator } from '../locator/readLocator';
import type { NotesLine, NotesText } from '../notesText';
import type { ArgumentKind } from '../outline';
import { cleanStatement } from '../statement/cleanStatement';
import { kindOfHeading, takeKindLabel } from '../statement/kinds';
import { isFieldLine, kindOfBox, taskBox, type MarkdownItem } from './markdownItems';
import type { MarkerReader } from './markers';
import { isSectionName } from './words';
import type { Locator } from '../../citation/locator';

/** An item of a block quote; a callout's title or an attribution may give it its place. */
export interface QuoteItem extends MarkdownItem {
  readonly locator?: Locator;
}

const callout = /^\[!([\p{L}-]{1,40})(?:\|[^\]]{0,60})?\][+-]?\s*/u;
const prefix = /^(?:>\s?)+/;
const attribution = /^[—–-]{1,2}\s*(?=\S)/;

/** Obsidian's kinds of callouts, and names that students make up for their own. */
function kindOfCallout(name: string): ArgumentKind | undefined {
  switch (name.toLowerCase()) {
    case 'quote':
    case 'cite':
    case 'highlight':
      return 'quotation';
    case 'comment':
    case 'thought':
    case 'thoughts':
    case 'idea':
    case 'question':
    case 'help':
    case 'faq':
    case 'me':
    case 'mine':
    case 'reflection':
    case 'reaction':
    case 'opinion':
      return 'comment';
    case 'summary':
    case 'abstract':
    case 'tldr':
      return 'summary';
    case 'todo':
      return 'todo';
  }
  return undefined;
}

/** Reads the block quote or callout that starts at line `from`: each paragraph and list item in it is a statement. */
export function scanQuote(
  notes: NotesText,
  from: number,
  markers: MarkerReader,
): { readonly items: readonly QuoteItem[]; readonly next: number } {
  const items: QuoteItem[] = [];
  let kind: ArgumentKind | undefined = 'quotation';
  let place: Locator | undefined;
  let titleDepth = 0;
  let apart = true;
  let number = from;
  for (; ; number++) {
    const line = notes.lines[number];
    if (!line?.text.startsWith('>')) break;
    const skip = prefix.exec(line.text)?.[0].length ?? 0;
    let start = line.start + skip;
    while (start < line.end && /\s/.test(notes.text[start] ?? '')) start++;
    const inner = notes.text.slice(start, line.end);
    if (inner === '') {
      apart = true;
      continue;
    }
    if (isFieldLine(inner)) continue;
    const header = callout.exec(inner);
    if (header && (number === from || apart || skip > 2)) {
      kind = kindOfCallout(header[1] ?? '');
      place = undefined;
      titleDepth = 0;
      const title = inner.slice(header[0].length);
      const kindByTitle = kindOfHeading(title);
      if (kindByTitle) kind ??= kindByTitle;
      else if (kind === 'quotation') place = cleanStatement(title, 'markdown').locator ?? readLocator(title);
      else if (title !== '' && !(isSectionName(title) && goesOn(notes, number))) {
        items.push(quoteItem(line, start + header[0].length, line.indent, '', kind));
        titleDepth = 2;
      }
      apart = true;
      continue;
    }
    const previous = items.at(-1);
    const said = attribution.exec(inner);
    if (said && previous && kind === 'quotation') {
      const clean = cleanStatement(`(${inner.slice(said[0].length)})`, 'markdown');
      const locator =
        clean.locator ?? cleanStatement(`x, ${inner.slice(said[0].length)}`, 'markdown').locator;
      if (locator) {
        items[items.length - 1] = { ...previous, locator };
        apart = true;
        continue;
      }
    }
    const marker = said && kind === 'quotation' ? undefined : markers.readText(inner);
    const box = marker && taskBox.exec(inner.slice(marker.length))?.[0];
    if (!marker && previous && !apart && !notes.linesAreWhole && line.end - previous.start < 8000) {
      previous.last = line;
      previous.end = line.end;
    } else {
      const indent = line.indent + titleDepth + (marker ? start - line.start - 2 : 0);
      items.push({
        ...quoteItem(
          line,
          start + (marker?.length ?? 0) + (box?.length ?? 0),
          indent,
          marker?.style ?? '',
          box ? kindOfBox(box) : (takeKindLabel(inner.slice(marker?.length ?? 0)).kind ?? kind),
        ),
        ...(place && { locator: place }),
      });
    }
    apart = false;
  }
  return { items: items.filter(({ start, end }) => start < end), next: number };
}

/** Whether a callout has more than its title. */
function goesOn(notes: NotesText, number: number): boolean {
  const below = notes.lines[number + 1]?.text ?? '';
  return below.startsWith('>') && below.replace(prefix, '').trim() !== '';
}

function quoteItem(
  line: NotesLine,
  start: number,
  indent: number,
  style: string,
  kind: ArgumentKind | undefined,
): QuoteItem {
  return {
    type: 'quote',
    level: 0,
    first: line,
    last: line,
    start,
    end: line.end,
    indent,
    contentIndent: indent,
    style,
    apart: true,
    ...(kind && { kind }),
  };
}
