/**
 * A place within a source. `label` is a CSL locator label (`page`, `chapter`, `volume`, `folio`, `location`, …) and
 * `value` is what the student wrote (`62–64`), never completed or guessed.
 */
export interface Locator {
  readonly label: string;
  readonly value: string;
}
