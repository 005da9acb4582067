import type { MarkupCursor } from './markupCursor';
import { citationPlace, type MarkupContents, type MarkupGrammar } from './markupGrammar';
import { PairedMarks } from './pairedMarks';

/** Org-mode's links, citations, footnotes, timestamps and emphasis. */
export class OrgMarkup implements MarkupGrammar {
  readonly start = /[[<&*/_+=~\r\n]/g;
  readonly #cursor: MarkupCursor;
  readonly #contents: MarkupContents;
  readonly #marks = new PairedMarks(true);

  constructor(cursor: MarkupCursor, contents: MarkupContents) {
    this.#cursor = cursor;
    this.#contents = contents;
  }

  step(character: string): string | undefined {
    const cursor = this.#cursor;
    if (character === '[') return this.#bracket();
    if (character !== '<') return this.#marks.read(cursor, character);
    if (cursor.isAt('<!--')) return cursor.between('<!--', '-->', () => '', Infinity);
    return this.#timestamp('<', '>');
  }

  settle(pieces: string[]): void {
    this.#marks.settle(pieces);
  }

  #bracket(): string | undefined {
    const cursor = this.#cursor;
    if (cursor.isAt('[cite')) return this.#citation();
    if (cursor.isAt('[fn:')) return cursor.between('[fn:', ']', () => '');
    if (cursor.isAt('[[')) return cursor.between('[[', ']]', linkText);
    return this.#timestamp('[', ']');
  }

  #citation(): string | undefined {
    return this.#cursor.between('[cite', ']', (inner) => {
      this.#contents.citations.push(inner.slice(inner.indexOf(':') + 1));
      return citationPlace;
    });
  }

  #timestamp(open: string, close: string): string | undefined {
    return this.#cursor.between(open, close, (inner) =>
      /^\d{4}-\d\d-\d\d\b[^[\]<>]*$/.test(inner) ? '' : undefined,
    );
  }
}

/** `[[target][words]]` shows its words, `[[target]]` the target. */
function linkText(inner: string): string {
  return (inner.split('][').pop() ?? '').replace(/^(?:file|id|cite):/, '');
}
