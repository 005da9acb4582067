import type { Locator } from '../citation/locator';

/** An argument of the notes as the index sees it. Texts are clean statements: no marker, locator or markup. */
export interface SearchableArgument {
  /** Unique in the library. */
  readonly id: string;
  /** The notes file it stands in. */
  readonly file: string;
  readonly text: string;
  /** The short name that the student would use for it; a part of `text` or an alias. */
  readonly handle: string;
  /** The heading it stands under. */
  readonly question?: string;
  /** Text of the argument that it leans on or is nested under. */
  readonly parent?: string;
  readonly children?: readonly string[];
  /** Label of its source. */
  readonly source: string;
  readonly kind?: string;
  readonly locator?: Locator;
}
