import type { Citation } from '../citation';
import type { CslItem } from '../cslItem';
import type { CslStyle } from './cslStyle';
import { localeOf } from './engine';
import {
  capitalizeFirst,
  type TextFormat,
  tidyPunctuation,
  withoutUnprinted,
  writeFormatted,
} from './formattedText';
import { type NamedCitation, Processor } from './processor';

/** What a run of citations looks like in a style. */
export interface FormattedRun {
  /** One text for each citation, in their order; null where a citekey is unknown or there is none. */
  readonly citations: readonly (string | null)[];
  /** Citekeys that no item has, or whose item cannot be formatted; each once, in the order of their first use. */
  readonly unknown: readonly string[];
}

/** What inserting one citation into a run changes. */
export interface FormattedInsertion {
  /** The new citation; null if one of its citekeys is unknown. */
  readonly text: string | null;
  /** The other citations that read differently now, by their index in `before` followed by `after`. */
  readonly changed: readonly { readonly index: number; readonly text: string }[];
}

/** A citation with its text, which still holds formatting marks. */
interface Rendered extends NamedCitation {
  readonly text: string;
}

/**
 * Formats citations in one style and locale. Keeps the processor and the run that it formatted last, so that one more
 * citation costs little, whether the essay takes it or not.
 */
export class CitationFormatter {
  readonly style: CslStyle;
  readonly locale: string;
  readonly #processor: Processor;
  /** The run as the essay has it, without the last insertion. */
  #run: readonly Rendered[] = [];
  /** The run as the processor has it since the last insertion. */
  #runAfterInsertion: readonly Rendered[] = [];
  #nextId = 0;

  /**
   * @param locale such as `en-GB`; without one, the style's own.
   * @throws Error if the style cannot be compiled.
   */
  constructor(style: CslStyle, locale?: string) {
    this.style = style;
    this.locale = localeOf(style, locale);
    this.#processor = new Processor(style, locale);
  }

  /** Replaces the items that citekeys are looked up in. */
  setItems(items: Iterable<CslItem>): void {
    this.#processor.setItems(items);
    this.#run = this.#runAfterInsertion = [];
  }

  /** Formats `citations` in the order in which the essay makes them. */
  formatRun(citations: readonly Citation[], format: TextFormat): FormattedRun {
    this.#register(citations);
    const texts = this.#run.values();
    const next = () => {
      const marked = texts.next().value?.text ?? '';
      return marked === '' ? null : this.#write(marked, format);
    };
    const citekeys = new Set(citations.flatMap(({ cites }) => cites.map(({ citekey }) => citekey)));
    return {
      citations: citations.map((citation) => (this.#isUsable(citation) ? next() : null)),
      unknown: [...citekeys].filter((citekey) => !this.#processor.isUsable(citekey)),
    };
  }

  /** Formats `citation` between `before` and `after`; within a few milliseconds if those were formatted just before. */
  formatInsertion(
    before: readonly Citation[],
    citation: Citation,
    after: readonly Citation[],
    format: TextFormat,
  ): FormattedInsertion {
    const around = [...before, ...after];
    this.#resume(around);
    const inserted = { id: this.#newId(), citation };
    const place = before.filter((each) => this.#isUsable(each)).length;
    const ids = this.#run.map(({ id }) => id);
    const texts = this.#isUsable(citation)
      ? this.#processor.insert(ids.slice(0, place), inserted, ids.slice(place))
      : undefined;
    if (!texts) {
      this.#register(around);
      return { text: null, changed: [] };
    }
    const known = new Map(this.#runAfterInsertion.map(({ id, text }) => [id, text]));
    const render = (each: NamedCitation) => ({
      ...each,
      text: texts.get(each.id) ?? known.get(each.id) ?? '',
    });
    const others = this.#run.map(render);
    const newText = render(inserted);
    this.#runAfterInsertion = others.toSpliced(place, 0, newText);

    const indexes = around.flatMap((each, index) => (this.#isUsable(each) ? [index] : []));
    const changed = others.flatMap(({ text }, index) =>
      text === this.#run[index]?.text
        ? []
        : [{ index: indexes[index] ?? index, text: this.#write(text, format) }],
    );
    return { text: this.#write(newText.text, format), changed };
  }

  /** The bibliography of the sources with these citekeys, in the style's order; unknown ones are left out. */
  formatBibliography(citekeys: readonly string[], format: TextFormat): readonly string[] {
    this.#run = this.#runAfterInsertion = [];
    const usable = () => [...new Set(citekeys)].filter((citekey) => this.#processor.isUsable(citekey));
    const entries = this.#processor.bibliography(usable()) ?? this.#processor.bibliography(usable()) ?? [];
    return entries.map((entry) => writeFormatted(entry, format));
  }

  /** Formats a whole run and remembers it. */
  #register(citations: readonly Citation[]): void {
    const name = () =>
      citations
        .filter((citation) => this.#isUsable(citation))
        .map((citation) => ({ id: this.#newId(), citation }));
    let run = name();
    let texts = this.#processor.rebuild(run);
    if (!texts) texts = this.#processor.rebuild((run = name()));
    this.#run = run.map((each, index) => ({ ...each, text: texts?.[index] ?? '' }));
    this.#runAfterInsertion = this.#run;
  }

  /** Makes `citations` the current run, at no cost if they are the last one, with or without the last insertion. */
  #resume(citations: readonly Citation[]): void {
    const usable = citations.filter((citation) => this.#isUsable(citation));
    if (isSameRun(usable, this.#run)) return;
    if (isSameRun(usable, this.#runAfterInsertion)) this.#run = this.#runAfterInsertion;
    else this.#register(usable);
  }

  #isUsable({ cites }: Citation): boolean {
    return cites.length > 0 && cites.every(({ citekey }) => this.#processor.isUsable(citekey));
  }

  #write(marked: string, format: TextFormat): string {
    const tidy = tidyPunctuation(withoutUnprinted(marked), this.#processor.punctuationInQuotes);
    return writeFormatted(this.style.isNote ? capitalizeFirst(tidy) : tidy, format);
  }

  #newId(): string {
    return `c${this.#nextId++}`;
  }
}

function isSameRun(citations: readonly Citation[], run: readonly Rendered[]): boolean {
  return (
    citations.length === run.length &&
    citations.every((citation, index) => {
      const other = run[index]?.citation;
      return citation === other || JSON.stringify(citation) === JSON.stringify(other);
    })
  );
}
