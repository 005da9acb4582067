import { LibraryIndex } from '../../src/core/libraryIndex';
import { LibraryReader } from '../../src/core/libraryReader';
import type { NotesWorkspace } from '../../src/core/notes/workspace';
import { defaultSettings } from '../../src/core/settings';
import { LibraryStore } from '../../src/core/store/libraryStore';
import { SnapshotFile, type SnapshotFolder } from '../../src/core/store/snapshotFile';
import { english } from '../../src/core/util/localize';
import { silentLogger } from '../../src/core/util/logger';

/** What the kept library is made by, unless a test says otherwise. */
export const LIBRARY_KEY = 'readers 1';

/** One session: VS Code opened on a workspace, with a folder to keep the library in. */
export class LibrarySession {
  readonly index = new LibraryIndex();
  readonly store: LibraryStore;
  readonly reader: LibraryReader;

  constructor(workspace: NotesWorkspace, folder: SnapshotFolder, key = LIBRARY_KEY) {
    this.store = new LibraryStore(new SnapshotFile(folder, 'library'), key, this.index, silentLogger);
    const init = { workspace, settings: () => defaultSettings, localize: english, logger: silentLogger };
    this.reader = new LibraryReader({ ...init, index: this.index, store: this.store });
  }

  async end(): Promise<void> {
    await this.reader.save();
    this.reader.dispose();
  }
}
