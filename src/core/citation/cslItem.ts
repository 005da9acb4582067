/** A name of a person or a body in CSL-JSON. */
export interface CslName {
  readonly family?: string;
  readonly given?: string;
  readonly literal?: string;
  readonly suffix?: string;
  readonly 'dropping-particle'?: string;
  readonly 'non-dropping-particle'?: string;
}

export interface CslDate {
  readonly 'date-parts'?: readonly (readonly (number | string)[])[];
  readonly literal?: string;
  readonly raw?: string;
  /** The date is a guess: "ca. 1950". */
  readonly circa?: boolean | string | number;
  /** 1 is spring, 4 is winter. */
  readonly season?: number | string;
}

/**
 * One work, as CSL-JSON describes it (https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables).
 * `id` is the citekey. Only the variables that Marginalia itself looks at are named; the processor uses the others.
 */
export interface CslItem {
  readonly id: string;
  readonly type: string;
  readonly title?: string;
  readonly 'title-short'?: string;
  readonly author?: readonly CslName[];
  readonly editor?: readonly CslName[];
  readonly translator?: readonly CslName[];
  readonly issued?: CslDate;
  readonly 'original-date'?: CslDate;
  readonly 'container-title'?: string;
  readonly publisher?: string;
  /**
   * The item is from a `.bib` file: its English titles are in title case, with `<span class="nocase">` around what keeps
   * its capitals, and particles of its names are told apart.
   */
  readonly isFromBibtex?: boolean;
  readonly [variable: string]: unknown;
}
