import type { Usage } from '../essay/usage';

/** What a card shows of an argument: plain text, for the page to lay out. */
export interface Card {
  /** Id in the library. */
  readonly argument: string;
  readonly text: string;
  readonly kind: 'paraphrase' | 'quotation' | 'comment' | 'summary' | 'todo';
  /** The words of `text` that the match rests on, as written there. */
  readonly why: readonly string[];
  readonly question?: string;
  /** What it leans on, outermost first. */
  readonly leansOn: readonly string[];
  readonly points: readonly Point[];
  readonly source: string;
  /** As the notes give it: "p. 63". */
  readonly place?: string;
  /** What the essay does with it; undefined if there is no essay to tell. */
  readonly use: Usage | undefined;
  readonly isPinned: boolean;
  readonly isLeftOut: boolean;
  /** How many other sources say something under the same or a similar question. */
  readonly otherSources: number;
}

export interface Point {
  readonly text: string;
  readonly place?: string;
}

/** A part of the list under a title of its own. */
export interface ListSection {
  readonly kind: 'pinned' | 'all' | 'found' | 'fits' | 'loose';
  readonly count: number;
}

/** What keeps the list from having anything to show, or what would make it show more. */
export type ListHint =
  | 'none'
  | 'noFolder'
  | 'notesFolderMissing'
  | 'noNotes'
  | 'reading'
  | 'noEssay'
  | 'noMatch'
  | 'nothingRelated';

/** What is listed. Its cards are numbered through all sections, from 0. */
export interface ListAnswer {
  /** What `cards` asks for more of it by. */
  readonly list: number;
  readonly sections: readonly ListSection[];
  /** The first cards. */
  readonly cards: readonly Card[];
  readonly hint: ListHint;
  /** The words of the essay that the list relates to. */
  readonly sentence?: string;
}

/** What another source says under the same or a similar question. */
export interface OtherSide {
  readonly argument: string;
  readonly text: string;
  readonly source: string;
  readonly place?: string;
  readonly question: string;
}

export type CardAction = 'insert' | 'insertAs' | 'cite' | 'open' | 'pin' | 'unpin' | 'leaveOut' | 'bringBack';
export type PageAction = 'leave' | 'openFolder' | 'createNotesFolder' | 'chooseNotesFolders' | 'newEssay';

export const cardActions: readonly CardAction[] = [
  'insert',
  'insertAs',
  'cite',
  'open',
  'pin',
  'unpin',
  'leaveOut',
  'bringBack',
];
export const pageActions: readonly PageAction[] = [
  'leave',
  'openFolder',
  'createNotesFolder',
  'chooseNotesFolders',
  'newEssay',
];

/** What the page asks of the extension. */
export type PanelRequest =
  | {
      readonly kind: 'list';
      /** In the query language; empty for what relates to the sentence at the cursor. */
      readonly query: string;
      /** Without a query: all arguments instead of the related ones. */
      readonly all: boolean;
      /** Whether the list stays with the sentence that it was last made for. */
      readonly paused: boolean;
    }
  /** The cards of `list` from one number up to, and without, another. */
  | { readonly kind: 'cards'; readonly list: number; readonly from: number; readonly to: number }
  | { readonly kind: 'otherSides'; readonly argument: string }
  | { readonly kind: 'onCard'; readonly action: CardAction; readonly argument: string }
  | { readonly kind: 'onPage'; readonly action: PageAction };

/** The answer to each kind of request. */
export interface PanelAnswers {
  readonly list: ListAnswer;
  readonly cards: readonly Card[];
  readonly otherSides: readonly OtherSide[];
  readonly onCard: null;
  readonly onPage: null;
}

/** What goes from the page to the extension; `id` comes back with the answer. */
export interface PanelCall {
  readonly id: number;
  readonly request: PanelRequest;
}

/**
 * Where the page puts the keyboard: into the search field, with `sentence` after it has listed what relates to the
 * sentence at the cursor; or on the card that had it last.
 */
export type FocusPlace = 'search' | 'sentence' | 'card';

/** What goes from the extension to the page. */
export type PanelMessage =
  | { readonly id: number; readonly answer: PanelAnswers[PanelRequest['kind']] }
  /** `error` is a sentence for people; `isStale`: the list is out of date and has to be asked for anew. */
  | { readonly id: number; readonly error: string; readonly isStale: boolean }
  /** The page is to take the keyboard. */
  | { readonly event: 'focus'; readonly on: FocusPlace }
  /** What is listed may have changed. */
  | { readonly event: 'cursor' | 'library' }
  /** Notes are being read: the file that it is at, of how many. */
  | { readonly event: 'reading'; readonly position: number; readonly fileCount: number };

/** Longest query and id that are taken; a passage may be pasted, a book may not. */
const mostLetters = 10_000;
/** Most cards that one request may ask for. */
export const mostCards = 200;

/** Reads what came from the page, which is not to be trusted; undefined for anything but a call. */
export function readPanelCall(message: unknown): PanelCall | undefined {
  const { id, request } = asRecord(message);
  if (!isCount(id)) return undefined;
  const read = readRequest(asRecord(request));
  return read && { id, request: read };
}

function readRequest(asked: Readonly<Record<string, unknown>>): PanelRequest | undefined {
  const { query, argument, action, list, from, to } = asked;
  switch (asked.kind) {
    case 'list':
      if (!isShort(query)) return undefined;
      return { kind: 'list', query, all: asked.all === true, paused: asked.paused === true };
    case 'cards':
      if (!isCount(list) || !isCount(from) || !isCount(to) || to - from > mostCards) return undefined;
      return { kind: 'cards', list, from, to };
    case 'otherSides':
      return isShort(argument) ? { kind: 'otherSides', argument } : undefined;
    case 'onCard': {
      const known = cardActions.find((each) => each === action);
      return known && isShort(argument) ? { kind: 'onCard', action: known, argument } : undefined;
    }
    case 'onPage': {
      const known = pageActions.find((each) => each === action);
      return known && { kind: 'onPage', action: known };
    }
    default:
      return undefined;
  }
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isShort(value: unknown): value is string {
  return typeof value === 'string' && value.length <= mostLetters;
}
