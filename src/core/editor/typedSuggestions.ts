import type { CancellationToken } from '../util/cancellation';
import { CompletionRequests, type EditedDocument, type RequestKind } from './completionRequests';

/** Pause after a keystroke before a list is opened: in it, the editor asks again by itself if a list is open already. */
const SETTLE_MILLISECONDS = 60;

/** How long after a keystroke a list may still open because notes have been read meanwhile. */
const LATE_MILLISECONDS = 10_000;

/** The editor’s list of completions, and what can be asked for one. */
export interface SuggestWidget<D extends EditedDocument> {
  /** Has the editor open the list for a document, as if by itself. */
  open(document: D): PromiseLike<unknown>;
  close(): PromiseLike<unknown>;
  /** Says whether the open list, or the one about to open, holds rows of ours: then Tab takes the first. */
  setOurs(isOurs: boolean): PromiseLike<unknown>;
  /** Says whether a trigger opened the list: then Enter takes the first row as well. */
  setTriggered(isTriggered: boolean): PromiseLike<unknown>;
  /** Where the cursor is, if the document is the one that is written in. */
  cursorIn(document: D): number | undefined;
  /** Where the phrase begins that a confident match is for; undefined if there is none. */
  findPhrase(document: D, cursor: number, token: CancellationToken): Promise<number | undefined>;
  /** Whether the notes have pages for the citation that a comma has just followed. */
  hasPages(document: D, cursor: number, token: CancellationToken): Promise<boolean>;
}

/** One character, or several at once, typed into a document. */
export interface Keystroke<D extends EditedDocument> {
  readonly document: D;
  readonly text: string;
  /** Where the cursor is behind it. */
  readonly cursor: number;
  /** Whether the settings want lists while typing. */
  readonly isOn: boolean;
}

interface Phrase<D> {
  readonly document: D;
  readonly version: number;
  readonly start: number;
}

interface Unanswered<D> {
  readonly document: D;
  readonly version: number;
  readonly cursor: number;
  readonly until: number;
}

/**
 * Opens the list of completions while the student types, but only once a confident match is there, and not again for a
 * phrase whose list was closed with Escape.
 */
export class TypedSuggestions<D extends EditedDocument> {
  readonly #widget: SuggestWidget<D>;
  readonly #now: () => number;
  readonly #requests: CompletionRequests;
  #shown: Phrase<D> | undefined;
  #dismissed: Phrase<D> | undefined;
  #isOurs = false;
  /** The last keystroke, as long as notes that are read may still answer it. */
  #unanswered: Unanswered<D> | undefined;

  /** @param now the time in milliseconds */
  constructor(widget: SuggestWidget<D>, now: () => number = Date.now) {
    this.#widget = widget;
    this.#now = now;
    this.#requests = new CompletionRequests(now);
  }

  /** Takes a keystroke, and opens a list for it where there is cause. */
  async typed({ document, text, cursor, isOn }: Keystroke<D>): Promise<void> {
    this.#requests.typed();
    if (text === ',') await this.#suggestPages(document, cursor);
    if (!isOn || !isLetter(text)) return;
    this.#unanswered = {
      document,
      version: document.version,
      cursor,
      until: this.#now() + LATE_MILLISECONDS,
    };
    await this.#suggest(document, cursor);
  }

  /**
   * Takes the last keystroke from before there was anybody to take it.
   * @param at when that was, in milliseconds
   */
  async typedEarlier({ document, text, cursor, isOn }: Keystroke<D>, at: number): Promise<void> {
    if (!isOn || !isLetter(text)) return;
    this.#unanswered = { document, version: document.version, cursor, until: at + LATE_MILLISECONDS };
    await this.libraryChanged();
  }

  /** Answers the last keystroke with notes that were read after it. */
  async libraryChanged(): Promise<void> {
    const { document, version, cursor, until } = this.#unanswered ?? {};
    if (document === undefined || cursor === undefined || until === undefined) return;
    if (until < this.#now() || document.version !== version) return;
    if (this.#widget.cursorIn(document) === cursor) await this.#suggest(document, cursor);
  }

  /** Takes that the next request is the user’s. */
  expectUser(): void {
    this.#requests.expectUser();
  }

  /** Takes that another document is written in now. */
  leftDocument(): void {
    this.#requests.expectNothing();
  }

  /** Takes a request for completions, and says whether it goes back to us or to the editor and not to the user. */
  isUnasked(document: D, kind: RequestKind): boolean {
    return this.#requests.isUnasked(document, kind);
  }

  /** Takes where the phrase begins that an answered list is for; undefined if it holds nothing of ours. */
  answered(document: D, start: number | undefined, isTriggered: boolean): void {
    this.#shown = start === undefined ? undefined : { document, version: document.version, start };
    void this.#setOurs(start !== undefined);
    void this.#widget.setTriggered(isTriggered && start !== undefined);
  }

  /**
   * Takes that nothing is to be listed. Closes the open list if it is ours: without our rows, those of others would stay that
   * nobody asked for. Says whether the request that is being answered goes back to us.
   */
  async withdraw(document: D): Promise<boolean> {
    const isOurs = this.#requests.isOurs(document);
    if (this.#isOurs) await this.#widget.close();
    this.answered(document, undefined, false);
    return isOurs;
  }

  async #setOurs(isOurs: boolean): Promise<void> {
    if (this.#isOurs === isOurs) return;
    this.#isOurs = isOurs;
    await this.#widget.setOurs(isOurs);
  }

  async #suggest(document: D, cursor: number): Promise<void> {
    const before = this.#shown;
    const { version } = document;
    const token = untilEdited(document);
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MILLISECONDS));
    if (token.isCancellationRequested || this.#requests.isAnswered(document)) return;
    const start = await this.#widget.findPhrase(document, cursor, token);
    if (start === undefined || token.isCancellationRequested || this.#requests.isAnswered(document)) return;
    this.#unanswered = undefined;
    // Had its list still been open, the editor would have asked for this letter by itself.
    if (before?.document === document && before.version === version - 1) this.#dismissed = before;
    if (this.#dismissed?.document === document && this.#dismissed.start === start) return;
    this.#dismissed = undefined;
    await this.#open(document, token);
  }

  /**
   * Opens a list of the pages that could follow a citekey and a comma. Were the comma one of the editor’s trigger characters,
   * each one in prose would open a list, which a fast hand turns into one for the next word.
   */
  async #suggestPages(document: D, cursor: number): Promise<void> {
    const token = untilEdited(document);
    const hasPages = await this.#widget.hasPages(document, cursor, token);
    if (hasPages && !token.isCancellationRequested) await this.#open(document, token);
  }

  /** Has the editor open the list, unless the document has changed. */
  async #open(document: D, token: CancellationToken): Promise<void> {
    // Before the list is there: its keys must work from its first moment.
    await this.#setOurs(true);
    if (token.isCancellationRequested) return;
    this.#requests.expect(document);
    await this.#widget.open(document);
  }
}

const isLetter = (text: string): boolean => /^[\p{L}\p{N}]$/u.test(text);

/** Says that a question about a document is no longer of interest once it has changed. */
function untilEdited(document: EditedDocument): CancellationToken {
  const { version } = document;
  return {
    get isCancellationRequested() {
      return document.version !== version;
    },
  };
}
