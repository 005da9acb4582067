/** A key and value that Obsidian's `[key:: value]` puts into a statement. */
export interface InlineField {
  readonly key: string;
  readonly value: string;
}

/** Stands where a citation was taken out: a private-use character, never seen. */
export const citationPlace = '\ue000';

/** What markup held, as it is found. */
export interface MarkupContents {
  readonly citations: string[];
  readonly fields: InlineField[];
}

/** How one syntax writes markup. */
export interface MarkupGrammar {
  /** Finds the next place where markup could start; sticky or global, so that `lastIndex` says from where. */
  readonly start: RegExp;
  /** Passes the markup at the cursor and returns what stands for it; undefined: it is none, and the character stays. */
  step(character: string): string | undefined;
  /** Is told of each piece after it was added; may empty pieces that turn out to be marks. */
  settle(pieces: string[]): void;
}
