/** No link, tag or citation is longer, in UTF-16 units: what goes on for longer was not meant as one. */
export const longestMarkup = 1000;

/** A place in a statement with markup. A look-ahead that fails is remembered, so that hostile text costs no more. */
export class MarkupCursor {
  readonly raw: string;
  at = 0;
  #found: Map<string, { readonly from: number; readonly index: number }> | undefined;

  constructor(raw: string) {
    this.raw = raw;
  }

  isAt(mark: string): boolean {
    return this.raw.startsWith(mark, this.at);
  }

  /** Moves on by `length` and returns what stands for what was passed. */
  take(length: number, replacement = ''): string {
    this.at += length;
    return replacement;
  }

  /** As many of `character` as stand here. */
  run(character: string): string {
    let end = this.at;
    while (this.raw[end] === character) end++;
    return this.raw.slice(this.at, end);
  }

  /** Index of `mark` at or after `from`, or -1; no stretch of the text is searched twice for the same mark. */
  find(mark: string, from: number): number {
    this.#found ??= new Map();
    const known = this.#found.get(mark);
    if (known && known.from <= from && (known.index < 0 || from <= known.index)) return known.index;
    const index = this.raw.indexOf(mark, from);
    this.#found.set(mark, { from, index });
    return index;
  }

  /** Passes what stands from `open`, which is here, to `close`, and returns what `read` makes of it; undefined: stays here. */
  between(
    open: string,
    close: string,
    read: (inner: string) => string | undefined,
    limit = longestMarkup,
  ): string | undefined {
    const start = this.at + open.length;
    const end = this.find(close, start);
    if (end < 0 || end - start > limit) return undefined;
    const replacement = read(this.raw.slice(start, end));
    if (replacement === undefined) return undefined;
    this.at = end + close.length;
    return replacement;
  }
}
