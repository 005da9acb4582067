import { FileError } from './notes/workspace';
import type { Localize } from './util/localize';

/** What people are told of a file that could not be read, or whose reading has failed. */
export function explainFileError(error: unknown, name: string, localize: Localize): string {
  if (!(error instanceof FileError)) return localize('{0} could not be understood.', name);
  switch (error.reason) {
    case 'missing':
      return localize('{0} does not exist.', name);
    case 'denied':
      return localize('{0} can’t be opened: you have no permission to read it.', name);
    case 'unreadable':
      return localize('{0} can’t be read from the disk.', name);
  }
}
