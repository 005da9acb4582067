/** Tells long-running work that nobody waits for its answer any more. VS Code's own token satisfies it. */
export interface CancellationToken {
  readonly isCancellationRequested: boolean;
}

/** A token that is never cancelled, for tests and the command line. */
export const neverCancelled: CancellationToken = Object.freeze({ isCancellationRequested: false });
