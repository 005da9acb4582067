import type { Position } from '../text/position';

/** A place that words of a report lead to. */
export interface ReportPlace {
  /** The file's uri; of the essay itself, undefined. */
  readonly file?: string;
  readonly position: Position;
}

/** Words of a report. All of them are plain text, whatever they look like. */
export type ReportWords =
  | string
  | { readonly text: string; readonly place: ReportPlace }
  | { readonly text: string; readonly addPage: string };

export type ReportBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly words: readonly ReportWords[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly ReportWords[])[] }
  | {
      readonly kind: 'table';
      readonly head: readonly string[];
      readonly rows: readonly (readonly ReportWords[])[];
    }
  /** `svg` is ours throughout; `text` says the same to those who can't see it. */
  | { readonly kind: 'picture'; readonly svg: string; readonly text: string };

/** A document that is shown as a page and written as Markdown. */
export interface ReportDocument {
  readonly title: string;
  readonly blocks: readonly ReportBlock[];
}
