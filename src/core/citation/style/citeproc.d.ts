/** The part of citeproc-js that Marginalia uses (https://citeproc-js.readthedocs.io). */
declare module 'citeproc' {
  export interface CitationItem {
    id: string;
    locator?: string;
    label?: string;
    prefix?: string;
    suffix?: string;
    'suppress-author'?: boolean;
  }

  export interface CitationCluster {
    citationID: string;
    citationItems: CitationItem[];
    properties: {
      noteIndex: number;
      mode?: 'composite' | 'suppress-author' | 'author-only';
      /** Keeps the items in their order, whatever the style says. */
      unsorted?: boolean;
    };
  }

  /** Identifier of a citation and the number of its note (0 in the text). */
  export type CitationPosition = [citationID: string, noteIndex: number];

  export interface Sys {
    retrieveLocale(language: string): string | undefined;
    retrieveItem(id: string): unknown;
  }

  /** A way to write italics, quotation marks and the like; the keys are citeproc's own. */
  export type OutputFormat = Record<
    string,
    string | false | ((state: Engine, text: string) => string) | ((text: string) => string)
  >;

  export class Engine {
    constructor(sys: Sys, style: string, language?: string, forceLanguage?: boolean);
    readonly opt: { readonly xclass: 'note' | 'in-text'; readonly lang: string };
    readonly citation: {
      readonly opt: {
        readonly collapse?: string;
        readonly layout_delimiter?: string;
        readonly cite_group_delimiter?: string;
        readonly 'after-collapse-delimiter'?: string;
      };
    };
    readonly tmp: { readonly have_collapsed: boolean; splice_delimiter: string };
    readonly locale: Record<string, { opts: { 'skip-words-regexp'?: RegExp } } | undefined>;
    setOutputFormat(format: string): void;
    updateItems(ids: readonly string[]): void;
    rebuildProcessorState(
      citations: readonly CitationCluster[],
      format: string,
    ): [citationID: string, noteIndex: number, text: string][];
    processCitationCluster(
      citation: CitationCluster,
      before: readonly CitationPosition[],
      after: readonly CitationPosition[],
    ): [{ readonly bibchange: boolean }, [index: number, text: string, citationID: string][]];
    makeBibliography():
      false | [{ readonly entry_ids: readonly (readonly string[])[] }, entries: readonly string[]];
    getTerm(name: string, form?: 'long' | 'short' | 'symbol', plural?: 0 | 1): string;
    getOpt(name: 'punctuation-in-quote'): boolean;
  }

  const citeproc: {
    readonly Engine: typeof Engine;
    /** Sets what stands between two works of one citation. */
    getSpliceDelimiter: (
      this: Engine,
      ...args: [lastLocator: unknown, lastCollapsed: unknown, position: unknown]
    ) => string;
    readonly Output: { readonly Formats: Record<string, OutputFormat> };
  };
  export default citeproc;
}
