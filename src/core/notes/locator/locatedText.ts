import type { Locator } from '../../citation/locator';

/** A statement without its locator. */
export interface LocatedText {
  readonly text: string;
  readonly locator?: Locator;
}
