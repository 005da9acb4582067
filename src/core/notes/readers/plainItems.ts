import type { Steps } from '../../util/steps';
import type { NotesLine, NotesText } from '../notesText';
import { endsSentence, startsWithPlace } from './words';
import { MarkerReader } from './markers';

/** A line of plain notes with the lines that only go on with it. */
export interface PlainItem {
  readonly first: NotesLine;
  last: NotesLine;
  /** Offset of the first word after the marker. */
  readonly start: number;
  /** Column of the first word. */
  readonly contentIndent: number;
  /** Style of its marker; empty if it has none. */
  readonly style: string;
  /** Whether a blank line stands before it. */
  readonly apart: boolean;
  /** Underlined by a line of `=` or `-`. */
  underlined: boolean;
}

/** A line that ends with its page is complete. */
const placeAtEnd = /(?:^|[\s([])(?:pp?|pg|S|с)\.?\s?\d[\d–-]*[)\]]?$/;

const underline = /^(?:={3,}|-{3,}|~{3,})$/;
export const separator = /^(?:[-=_*~#•·─—–+.]\s?){3,}$/;

/** Groups the lines of notes without markup, from line `from` on, into items. Separator lines are left out. */
export function* plainItems(notes: NotesText, from: number): Steps<PlainItem[]> {
  const lines = notes.lines.slice(from);
  const markers = new MarkerReader(
    lines,
    lines.some(({ text, indent }) => text !== '' && indent >= 2),
  );
  const wrap = wrapWidth(lines, markers);
  const items: PlainItem[] = [];
  let apart = true;
  for (const line of lines) {
    if (line.number % 64 === 0) yield;
    if (line.text === '') {
      apart = true;
      continue;
    }
    const previous = items.at(-1);
    if (separator.test(line.text)) {
      if (previous && !apart && !previous.style && previous.first === previous.last)
        previous.underlined ||=
          underline.test(line.text) && line.text.length >= previous.first.text.length / 2;
      apart = true;
      continue;
    }
    const marker = markers.read(line);
    if (!marker && previous && !apart && !notes.linesAreWhole && continues(previous, line, wrap))
      previous.last = line;
    else {
      const length = marker?.length ?? 0;
      const contentIndent = line.indent + length;
      items.push({
        first: line,
        last: line,
        start: line.start + length,
        contentIndent,
        style: marker?.style ?? '',
        apart,
        underlined: false,
      });
    }
    apart = false;
  }
  return items.filter((item) => item.start < item.last.end);
}

/** Whether an unmarked line right under `item` is the rest of its sentence. */
function continues(item: PlainItem, line: NotesLine, wrap: number): boolean {
  const above = item.last.text;
  if (line.end - item.start > 4000 || /[:：?？]$/.test(above)) return false;
  if (placeAtEnd.test(above.slice(-40))) return false;
  if (startsWithPlace(line.text, endsSentence(above) || startsWithPlace(item.first.text, true))) return false;
  const lower = /^[\p{Ll}(]/u.test(line.text);
  if (item.style && line.indent > item.first.indent) {
    const aligned = Math.abs(line.indent - item.contentIndent) <= 1;
    return (
      (aligned && (lower || above.length >= 50) && !endsSentence(above)) ||
      (lower && !endsSentence(above)) ||
      (aligned && above.length >= 60)
    );
  }
  if (line.indent > item.last.indent + 1) return false;
  const room =
    item.last.indent +
    above.length +
    1 +
    (line.text.indexOf(' ') < 0 ? line.text.length : line.text.indexOf(' '));
  if (wrap > 0) return room > wrap - 2 || (lower && !endsSentence(above) && above.length > wrap / 2);
  return lower && above.length >= 60 && !/[.!?。！？;:]["”»’')\]]*$/u.test(above);
}

/** Width that the lines of a hard-wrapped file keep to; 0 if the file isn't wrapped, so that each line is a statement. */
function wrapWidth(lines: readonly NotesLine[], markers: MarkerReader): number {
  let width = 0;
  let pairs = 0;
  let lower = 0;
  let full = 0;
  for (const line of lines) width = Math.max(width, line.indent + line.text.length);
  if (width > 110 || width < 40) return 0;
  for (const [index, line] of lines.entries()) {
    const above = lines[index - 1];
    if (!above?.text || !line.text || /^\W|^.{1,3}[.)]\s/u.test(line.text) || markers.read(line)) continue;
    pairs++;
    if (/^\p{Ll}/u.test(line.text)) lower++;
    if (above.indent + above.text.length + 1 + line.text.split(' ', 1).join('').length > width - 3) full++;
  }
  return pairs >= 2 && lower / pairs >= 0.25 && full / pairs >= 0.4 ? width : 0;
}
