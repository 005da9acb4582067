import type { Locator } from '../../citation/locator';
import { readLocator } from '../locator/takeLocator';
import type { NotesText } from '../notesText';
import type { MarkdownItem } from './markdownItems';
import type { Scanned } from './markdownScanner';

export interface Headings {
  readonly count: number;
  /** The one heading that stands above all others: the title. */
  readonly onlyTop?: MarkdownItem;
}

/** How many headings there are, and whether one is the title. */
export function headingsOf(items: readonly Scanned[]): Headings {
  let count = 0;
  let top: MarkdownItem | undefined;
  let atTop = 0;
  for (const item of items) {
    if (item.type !== 'heading') continue;
    count++;
    if (!top || item.level < top.level) {
      top = item;
      atTop = 1;
    } else if (item.level === top.level) atTop++;
  }
  return top && atTop === 1 && (count > 1 || top.level === 1) ? { count, onlyTop: top } : { count };
}

/** What footnotes say that are nothing but a place, by their ids. */
export function footnotePlaces(notes: NotesText, items: readonly Scanned[]): ReadonlyMap<string, Locator> {
  const places = new Map<string, Locator>();
  for (const item of items) {
    if (item.type !== 'definition') continue;
    const id = /^\[\^([^\]\s]{1,60})\]/.exec(item.first.text)?.[1];
    const locator = readLocator(notes.text.slice(item.start, item.end));
    if (id !== undefined && locator) places.set(id, locator);
  }
  return places;
}
