import type { Citations } from '../citations';
import type { EssayUses } from '../essay/essayUses';
import type { LibraryIndex } from '../libraryIndex';
import type { Library } from '../notes/library';
import type { NotesWorkspace } from '../notes/workspace';
import type { Settings } from '../settings';
import type { Localize } from '../util/localize';
import type { WorkspaceEssays } from '../workspaceEssays';

/** What the answers to an editor's questions are made from. */
export interface EditorContext {
  /** The library as it is now; `index` and `uses` are of the same state. */
  readonly current: () => Promise<Library>;
  readonly index: LibraryIndex;
  readonly uses: EssayUses;
  readonly essays: WorkspaceEssays;
  readonly citations: Citations;
  readonly workspace: NotesWorkspace;
  readonly settings: () => Settings;
  readonly localize: Localize;
}
