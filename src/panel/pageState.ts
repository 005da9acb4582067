/** What the page keeps while it is hidden and when the window is loaded again. */
export interface PageState {
  readonly query: string;
  /** Whether all arguments are listed instead of those for the sentence. */
  readonly all: boolean;
  /** Whether the list stays with the sentence that it was made for. */
  readonly paused: boolean;
  /** Number of the card that has the focus, or would get it. */
  readonly active: number;
  readonly scrollTop: number;
  /** The cards whose points, or other sides, are unfolded: `points <id>`, `sides <id>`. */
  readonly unfolded: readonly string[];
}

const initial: PageState = { query: '', all: false, paused: false, active: 0, scrollTop: 0, unfolded: [] };

/** The state as it was kept; whatever of it has another type than it should is left at its beginning. */
export function readPageState(kept: unknown): PageState {
  const { query, all, paused, active, scrollTop, unfolded } = (kept ?? {}) as Partial<
    Record<string, unknown>
  >;
  return {
    query: typeof query === 'string' ? query : initial.query,
    all: all === true,
    paused: paused === true,
    active: typeof active === 'number' ? active : initial.active,
    scrollTop: typeof scrollTop === 'number' ? scrollTop : initial.scrollTop,
    unfolded: Array.isArray(unfolded)
      ? unfolded.filter((each) => typeof each === 'string')
      : initial.unfolded,
  };
}
