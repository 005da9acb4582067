import type { CitationPosition, Engine } from 'citeproc';
import type { Citation } from '../citation';
import type { CslItem } from '../cslItem';
import { toCluster } from './cluster';
import type { CslStyle } from './cslStyle';
import { createEngine, localeOf } from './engine';
import { capitalizeFirst, type TextFormat, writeFormatted } from './formattedText';
import { outputFormatName } from './outputFormat';
import { toProcessorItem } from './processorItem';

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

/**
 * Formats citations in one style and locale. Keeps the processor and the run that it formatted last, so that one more
 * citation costs little.
 */
export class CitationFormatter {
  readonly style: CslStyle;
  readonly locale: string;
  readonly #engine: Engine;
  readonly #items = new Map<string, CslItem>();
  readonly #unusable = new Set<string>();
  #run: readonly RegisteredCitation[] = [];
  #nextId = 0;

  /**
   * @param locale `en-GB`; without one, the style's own.
   * @throws Error if the style cannot be compiled.
   */
  constructor(style: CslStyle, locale?: string) {
    this.style = style;
    this.locale = localeOf(style, locale);
    this.#engine = createEngine(style, locale, (id) => {
      const item = this.#items.get(id);
      return item && toProcessorItem(item);
    });
  }

  /** Replaces the items that citekeys are looked up in. */
  setItems(items: Iterable<CslItem>): void {
    this.#items.clear();
    this.#unusable.clear();
    for (const item of items) if (!this.#items.has(item.id)) this.#items.set(item.id, item);
    this.#run = [];
  }

  /** Formats `citations` in the order in which the essay makes them. */
  formatRun(citations: readonly Citation[], format: TextFormat): FormattedRun {
    const keys = [...new Set(citations.flatMap(({ cites }) => cites.map(({ citekey }) => citekey)))];
    for (const key of keys) this.#probe(key);
    const known = citations.filter((citation) => this.#isKnown(citation));
    const texts = this.#register(known).map((text) => this.#write(text, format));
    return {
      citations: citations.map((citation) => (this.#isKnown(citation) ? (texts.shift() ?? null) : null)),
      unknown: keys.filter((key) => !this.#items.has(key) || this.#unusable.has(key)),
    };
  }

  /** Formats `citation` between `before` and `after`; within a few milliseconds if those were formatted just before. */
  formatInsertion(
    before: readonly Citation[],
    citation: Citation,
    after: readonly Citation[],
    format: TextFormat,
  ): FormattedInsertion {
    for (const { citekey } of citation.cites) this.#probe(citekey);
    if (!this.#isKnown(citation)) return { text: null, changed: [] };
    const around = [...before, ...after];
    const knownBefore = before.filter((each) => this.#isKnown(each));
    const knownAround = around.filter((each) => this.#isKnown(each));
    if (!this.#isRegistered(knownAround)) this.#register(knownAround);

    const place = knownBefore.length;
    const cluster = toCluster(citation, this.#newId(), this.#noteIndex(place));
    const earlier = this.#run.slice(0, place);
    const later = this.#run.slice(place);
    const [, results] = this.#engine.processCitationCluster(
      cluster,
      earlier.map(({ id }, index) => this.#position(id, index)),
      later.map(({ id }, index) => this.#position(id, place + 1 + index)),
    );
    this.#run = [...earlier, { id: cluster.citationID, citation }, ...later];

    let text = '';
    const changed: { index: number; text: string }[] = [];
    for (const [index, marked] of results) {
      const written = this.#write(marked, format);
      const other = knownAround[index < place ? index : index - 1];
      if (index === place) text = written;
      else if (other) changed.push({ index: around.indexOf(other), text: written });
    }
    return { text, changed };
  }

  /** The bibliography of the sources with these citekeys, in the style's order; unknown ones are left out. */
  formatBibliography(citekeys: readonly string[], format: TextFormat): readonly string[] {
    for (const key of citekeys) this.#probe(key);
    const known = [...new Set(citekeys)].filter((key) => this.#items.has(key) && !this.#unusable.has(key));
    this.#run = [];
    this.#engine.updateItems(known);
    const bibliography = known.length > 0 && this.#engine.makeBibliography();
    return bibliography ? bibliography[1].map((entry) => writeFormatted(entry, format)) : [];
  }

  /** Formats a whole run and remembers it. */
  #register(citations: readonly Citation[]): string[] {
    this.#run = citations.map((citation) => ({ id: this.#newId(), citation }));
    const clusters = this.#run.map(({ id, citation }, index) =>
      toCluster(citation, id, this.#noteIndex(index)),
    );
    return this.#engine.rebuildProcessorState(clusters, outputFormatName).map(([, , text]) => text);
  }

  #isRegistered(citations: readonly Citation[]): boolean {
    return (
      citations.length === this.#run.length &&
      citations.every((citation, index) => isSame(citation, this.#run[index]?.citation))
    );
  }

  /** Finds out whether an item can be formatted at all: one that makes citeproc throw must cost only itself. */
  #probe(citekey: string): void {
    const item = this.#items.get(citekey);
    if (!item || this.#probed.has(item)) return;
    this.#probed.add(item);
    try {
      this.#engine.rebuildProcessorState(
        [toCluster({ cites: [{ citekey }] }, this.#newId(), this.#noteIndex(0))],
        outputFormatName,
      );
      this.#engine.makeBibliography();
    } catch {
      this.#unusable.add(citekey);
    }
    this.#run = [];
  }
  readonly #probed = new WeakSet<CslItem>();

  #isKnown({ cites }: Citation): boolean {
    return (
      cites.length > 0 &&
      cites.every(({ citekey }) => this.#items.has(citekey) && !this.#unusable.has(citekey))
    );
  }

  #write(marked: string, format: TextFormat): string {
    return writeFormatted(this.style.isNote ? capitalizeFirst(marked) : marked, format);
  }

  #newId(): string {
    return `c${this.#nextId++}`;
  }

  #noteIndex(index: number): number {
    return this.style.isNote ? index + 1 : 0;
  }

  #position(id: string, index: number): CitationPosition {
    return [id, this.#noteIndex(index)];
  }
}

interface RegisteredCitation {
  readonly id: string;
  readonly citation: Citation;
}

function isSame(a: Citation, b: Citation | undefined): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
