import type { Citations } from '../citations';
import type { EssayDocument } from '../essay/essayDocument';
import type { Sentence } from '../essay/prose';
import type { SentenceMatches } from '../essay/sentenceMatches';
import type { EssayUses } from '../essay/uses';
import type { LibraryIndex } from '../libraryIndex';
import type { Library } from '../notes/library';
import type { LibraryArgument } from '../notes/libraryArgument';
import type { NotesWorkspace } from '../notes/workspace';
import type { Settings } from '../settings';
import type { Span } from '../text/position';
import type { CancellationToken } from '../util/cancellation';
import type { Localize } from '../util/localize';
import type { WorkspaceEssays } from '../workspaceEssays';

/** What the answers to an editor's questions are made from. */
export interface EditorContext {
  /** The library as it is now; `index` and `matches` are of the same state. */
  readonly current: () => Promise<Library>;
  readonly index: LibraryIndex;
  readonly matches: SentenceMatches;
  /** What an essay uses of the library; undefined if it was cancelled meanwhile. Costs no time where it has been found before. */
  readonly uses: (
    essay: EssayDocument,
    library: Library,
    token: CancellationToken,
  ) => Promise<EssayUses | undefined>;
  /**
   * Where an essay makes an argument, in order; undefined if it was cancelled meanwhile. Beside the sentence `but`, which is left
   * out, a quick answer is given; see `UseFinder.places`.
   */
  readonly placesOf: (
    essay: EssayDocument,
    library: Library,
    argument: LibraryArgument,
    token: CancellationToken,
    but?: Sentence,
  ) => Promise<readonly Span[] | undefined>;
  readonly essays: WorkspaceEssays;
  readonly citations: Citations;
  readonly workspace: NotesWorkspace;
  readonly settings: () => Settings;
  readonly localize: Localize;
}
