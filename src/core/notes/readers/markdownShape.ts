import type { Locator } from '../../citation/locator';
import { readLocator } from '../locator/readLocator';
import type { NotesText } from '../notesText';
import type { MarkdownItem } from './markdownItems';
import type { Scanned } from './markdownScanner';
import { readSourceTitle } from '../sourceLabel';
import { looksLikeLabel, statesSomething } from './words';

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

/** "Gellner, Nations and Nationalism": a name, then a title with capitals. */
const work =
  /^\p{Lu}[\p{L}’'.-]+(?:\s\p{Lu}[\p{L}’'.-]*){0,2}(?:,?\s(?:and|&)\s\p{Lu}[\p{L}’'.-]+(?:\s\p{Lu}[\p{L}’'.-]+)?)?(?:,\s|\s?[:–—-]\s)[*_"“]{0,2}\p{Lu}[^.;!?]{2,120}$/u;
const titleCase = /^(?:\p{Lu}\S*|\d\S*|(?:a|an|and|as|at|by|for|from|in|into|of|on|or|the|to|with)|\W+)$/u;

/** Whether all outermost items of a list read like a name with the title of a work, and have notes below them: several sources. */
export function outerItemsAreWorks(notes: NotesText, items: readonly Scanned[]): boolean {
  let count = 0;
  for (const [index, item] of items.entries()) {
    if (item.type !== 'list') return false;
    if (item.indent > 1) continue;
    const next = items[index + 1];
    if (next?.type !== 'list' || next.indent < 2) return false;
    const text = notes.text.slice(item.start, item.end);
    const [, title = ''] = text.split(/[,:–—]\s|\s-\s/, 2);
    const isTitle = title
      .replace(/[*_"“”]/g, '')
      .split(/[\s-]+/)
      .every((word) => titleCase.test(word));
    if (text.length > 200 || !work.test(text) || !isTitle) return false;
    count++;
  }
  return count > 1;
}

/** The one bullet that all other notes stand below, in apps where everything is a bullet, if it reads like a work's name. */
export function rootItem(notes: NotesText, items: readonly Scanned[]): MarkdownItem | undefined {
  const [root, ...others] = items.filter((item) => item.type !== 'blocks');
  if (root?.type !== 'list' || root.indent > 1 || others.length < 2) return undefined;
  if (!others.every((item) => item.type === 'list' && item.indent >= root.indent + 2)) return undefined;
  const text = notes.text.slice(root.start, root.end);
  const isName = /\[\[/.test(text) || work.test(text) || readSourceTitle(text).certain;
  return isName &&
    text.length <= 200 &&
    looksLikeLabel(text.replace(/\]\]/g, ''), 18) &&
    !statesSomething(text)
    ? root
    : undefined;
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
