/** How long the editor may take to ask after it was told to, or to ask again by itself: after that, a request is the user's own. */
const PATIENCE_MILLISECONDS = 5000;

/** A request that comes so soon after a letter is the editor's own, unless it was told to be the user's. */
const SOON_MILLISECONDS = 300;

/** What a request is told to come from: a key or a command, a trigger character, or a list that is to be filled anew. */
export type RequestKind = 'invoked' | 'character' | 'incomplete';

/** A document as the editor knows it; each edit makes another version of the same object. */
export interface EditedDocument {
  readonly version: number;
}

interface Request {
  readonly document: EditedDocument;
  readonly version: number;
  readonly unasked: boolean;
  readonly until: number;
  /** Whether only the moment tells that it is, or is not, the user's. */
  readonly isGuess: boolean;
}

/**
 * Tells whose each request for completions is, because the editor does not. It asks as if for the user when it was told to,
 * when any extension registers completions while a list is open, and when an answer, another provider's too, came so late
 * that the next word has been begun.
 */
export class CompletionRequests {
  readonly #now: () => number;
  /** Requests that the editor was told to make and has not made yet; fast typing has several under way. */
  #awaited: readonly { readonly document: EditedDocument; readonly until: number }[] = [];
  #last: Request | undefined;
  #typedAt = -Infinity;

  /** @param now the time in milliseconds */
  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** Takes that a letter has been typed. */
  typed(): void {
    this.#typedAt = this.#now();
  }

  /** Takes that the editor is told to ask. */
  expect(document: EditedDocument): void {
    this.#awaited = [...this.#awaited, { document, until: this.#now() + PATIENCE_MILLISECONDS }];
  }

  /** Takes that the next request is the user's. */
  expectUser(): void {
    this.#last = undefined;
    this.#awaited = [];
    this.#typedAt = -Infinity;
  }

  /** Takes that what the editor was told to ask is not waited for any more. */
  expectNothing(): void {
    this.#awaited = [];
  }

  /** Whether the document has been asked about as it is now. */
  isAnswered(document: EditedDocument): boolean {
    return this.#last?.document === document && this.#last.version === document.version;
  }

  /** Whether the last request about the document goes back to us beyond doubt. */
  isOurs(document: EditedDocument): boolean {
    const last = this.#last?.document === document ? this.#last : undefined;
    return last !== undefined && last.unasked && !last.isGuess;
  }

  /** Takes a request, and says whether it is ours, or the editor's own, and not the user's. */
  isUnasked(document: EditedDocument, kind: RequestKind): boolean {
    const now = this.#now();
    const { version } = document;
    const last = this.#last?.document === document ? this.#last : undefined;
    const fresh = { document, version, until: now + PATIENCE_MILLISECONDS, isGuess: false };
    const goesOn = kind === 'incomplete';
    if (kind === 'character' || (!goesOn && this.#takeAwaited(document, now)))
      this.#last = { ...fresh, unasked: true };
    else if (last && (goesOn || (!last.isGuess && (last.version === version || now < last.until))))
      this.#last = { ...last, version };
    else this.#last = { ...fresh, unasked: now < this.#typedAt + SOON_MILLISECONDS, isGuess: true };
    return this.#last.unasked;
  }

  #takeAwaited(document: EditedDocument, now: number): boolean {
    const awaited = this.#awaited.filter((request) => request.document === document && request.until > now);
    this.#awaited = awaited.slice(1);
    return awaited.length > 0;
  }
}
