import type { CitationCluster, Engine } from 'citeproc';
import type { Citation } from '../citation';
import type { CslItem } from '../cslItem';
import { toCluster } from './cluster';
import type { CslStyle } from './cslStyle';
import { createEngine, hasCommaBeforeEtAl, isLocatorTerm } from './engine';
import { outputFormatName } from './outputFormat';
import { toProcessorItem } from './processorItem';

/** A citation of the run, under the name that the processor knows it by. */
export interface NamedCitation {
  readonly id: string;
  readonly citation: Citation;
}

/**
 * citeproc, made safe: it throws on unknown keys and on items that it stumbles over, and is then in no state to go on.
 * Texts come with formatting marks.
 */
export class Processor {
  readonly #style: CslStyle;
  readonly #locale: string | undefined;
  readonly #items = new Map<string, CslItem>();
  readonly #unusable = new Set<string>();
  #engine: Engine;

  /** @throws Error if the style cannot be compiled. */
  constructor(style: CslStyle, locale: string | undefined) {
    this.#style = style;
    this.#locale = locale;
    this.#engine = this.#start();
  }

  /** Punctuation goes inside of quotation marks, as in American English. */
  get punctuationInQuotes(): boolean {
    return this.#engine.getOpt('punctuation-in-quote');
  }

  /** Of items with the same id, the first one counts. */
  setItems(items: Iterable<CslItem>): void {
    // citeproc compares new items with what it keeps of the old ones: it must let go of these first.
    this.#engine.updateItems([]);
    this.#items.clear();
    this.#unusable.clear();
    for (const item of items) if (!this.#items.has(item.id)) this.#items.set(item.id, item);
  }

  /** Whether there is an item for `citekey`, and none that is known to make the processor throw. */
  isUsable(citekey: string): boolean {
    return this.#items.has(citekey) && !this.#unusable.has(citekey);
  }

  /** Formats a whole run, in place of any other; the texts in its order. Undefined if an item had to be given up. */
  rebuild(run: readonly NamedCitation[]): readonly string[] | undefined {
    const citekeys = run.flatMap(({ citation }) => citation.cites.map(({ citekey }) => citekey));
    return this.#guard(citekeys, (engine) => {
      const clusters = run.map(({ id, citation }, index) => this.#cluster(citation, id, index));
      return engine.rebuildProcessorState(clusters, outputFormatName).map(([, , text]) => text);
    });
  }

  /**
   * Formats `citation` between others of the run that was formatted last; those left out are forgotten.
   * @returns the texts that are new, by id.
   */
  insert(
    before: readonly string[],
    { id, citation }: NamedCitation,
    after: readonly string[],
  ): ReadonlyMap<string, string> | undefined {
    const place = before.length;
    return this.#guard(
      citation.cites.map(({ citekey }) => citekey),
      (engine) => {
        const [, results] = engine.processCitationCluster(
          this.#cluster(citation, id, place),
          before.map((each, index) => [each, this.#noteIndex(index)]),
          after.map((each, index) => [each, this.#noteIndex(place + 1 + index)]),
        );
        return new Map(results.map(([, text, changedId]) => [changedId, text]));
      },
    );
  }

  /** The bibliography of exactly these usable citekeys; forgets the run. */
  bibliography(citekeys: readonly string[]): readonly string[] | undefined {
    return this.#guard(citekeys, (engine) => {
      engine.updateItems(citekeys);
      const result = citekeys.length > 0 && engine.makeBibliography();
      return result ? result[1] : [];
    });
  }

  #guard<T>(citekeys: readonly string[], work: (engine: Engine) => T): T | undefined {
    try {
      return work(this.#engine);
    } catch {
      const culprits = this.#findCulprits([...new Set(citekeys)]);
      for (const culprit of culprits) this.#unusable.add(culprit);
      this.#engine = this.#start();
      return undefined;
    }
  }

  /** Adds one item after the other: some make citeproc throw alone, others only beside an earlier one. */
  #findCulprits(citekeys: readonly string[]): readonly string[] {
    const culprits: string[] = [];
    const good: NamedCitation[] = [];
    let engine = this.#start();
    for (const citekey of citekeys) {
      const next = { id: `probe${good.length}`, citation: { cites: [{ citekey }] } };
      try {
        const run = [...good, next].map(({ id, citation }, index) => this.#cluster(citation, id, index));
        engine.rebuildProcessorState(run, outputFormatName);
        engine.makeBibliography();
        good.push(next);
      } catch {
        culprits.push(citekey);
        engine = this.#start();
      }
    }
    return culprits;
  }

  #start(): Engine {
    const hasComma = hasCommaBeforeEtAl(this.#style);
    return createEngine(this.#style, this.#locale, (id) => {
      const item = this.#items.get(id);
      return item && toProcessorItem(item, hasComma);
    });
  }

  #cluster(citation: Citation, id: string, index: number): CitationCluster {
    return toCluster(citation, id, this.#noteIndex(index), (label, wording) =>
      isLocatorTerm(this.#engine, label, wording),
    );
  }

  #noteIndex(index: number): number {
    return this.#style.isNote ? index + 1 : 0;
  }
}
