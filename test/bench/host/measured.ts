/** What the probe in the extension host has measured: milliseconds and megabytes. */
export interface Measured {
  /** From the call that activates the extension until it has been, and the longest part of it in one piece. */
  readonly activation: number;
  readonly activationBlock: number;
  readonly firstAnswer: number;
  readonly allRead: number;
  /** The longest time for which the event loop stood still. */
  readonly blockWhileReading: number;
  readonly blockAfterwards: number;
  readonly heap: number;
  readonly resident: number;
  /** How long the extension host's thread works on one of each, over an essay of 5,000 words: all but one in twenty of them. */
  readonly keystroke: number;
  readonly completion: number;
  readonly hover: number;
}

/** What the line with the measurements begins with. */
export const measuredPrefix = '[measured] ';

/** A word of the argument that is looked for in the first or the last file. */
export const markerOf = (which: 'first' | 'last'): string => (which === 'first' ? 'Wyverns' : 'Basilisks');

export const argumentText = (which: 'first' | 'last'): string =>
  `${markerOf(which)} guarded the ${which} of the granaries`;

/** What is typed to find it. */
export const draftText = (which: 'first' | 'last'): string => argumentText(which).slice(0, 22);
