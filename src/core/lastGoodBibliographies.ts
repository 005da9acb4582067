import type { BibliographyContent } from './fileContents';
import { problemAtTop } from './fileContents';
import type { FileState } from './libraryContents';
import type { WorkspaceFile } from './notes/workspace';
import type { Disposable } from './util/disposable';
import type { Localize } from './util/localize';

type State = FileState<BibliographyContent>;

/** Milliseconds after which a file that is cut off, or that cannot be read, is looked at again. */
const FIRST_PAUSE = 2000;
/** Each time it waits twice as long, up to this. */
const LONGEST_PAUSE = 60_000;

/** Calls `action` after so many milliseconds, unless it is disposed of before. */
export type Later = (action: () => void, milliseconds: number) => Disposable;

const later: Later = (action, milliseconds) => {
  const timer = setTimeout(action, milliseconds);
  return { dispose: () => clearTimeout(timer) };
};

interface Doubt {
  readonly good: BibliographyContent;
  readonly pause: number;
  /** Looks at the file again. */
  readonly timer: Disposable;
  isOver: boolean;
}

/**
 * Programs such as Better BibTeX write a bibliography anew while it is in use. Where a reading finds it empty, cut off or
 * locked, the entries of the last good reading stay: a cut-off file's for a moment, after which it counts as it is.
 */
export class LastGoodBibliographies implements Disposable {
  readonly #doubts = new Map<string, Doubt>();
  readonly #readAgain: (uri: string) => void;
  readonly #localize: Localize;
  readonly #later: Later;

  constructor(readAgain: (uri: string) => void, localize: Localize, wait = later) {
    this.#readAgain = readAgain;
    this.#localize = localize;
    this.#later = wait;
  }

  /** What counts of `file` after a reading of it. */
  stateAfter(file: WorkspaceFile, read: State, before: State | undefined): State {
    const { uri, name } = file;
    const doubt = this.#doubts.get(uri);
    doubt?.timer.dispose();
    this.#doubts.delete(uri);
    const good = doubt?.good ?? before?.result;
    const isTorn = read.result?.isTorn === true;
    if (!good || good.items.length === 0 || (read.result && !isTorn)) return read;
    if (isTorn && doubt?.isOver) return read;
    const pause = doubt?.isOver ? Math.min(doubt.pause * 2, LONGEST_PAUSE) : FIRST_PAUSE;
    const message = isTorn
      ? this.#localize(
          '{0} is empty or ends within an entry, as if it were being written; its earlier entries are used for a moment.',
          name,
        )
      : this.#localize(
          '{0} can’t be read at the moment; its earlier entries are used until it can. Close what may be writing it, and see whether you may read it.',
          name,
        );
    const next: Doubt = {
      good,
      pause,
      isOver: false,
      timer: this.#later(() => {
        next.isOver = true;
        this.#readAgain(uri);
      }, pause),
    };
    this.#doubts.set(uri, next);
    return { result: good, problem: problemAtTop(file, 'bibliography-entry', message) };
  }

  dispose(): void {
    for (const { timer } of this.#doubts.values()) timer.dispose();
    this.#doubts.clear();
  }
}
