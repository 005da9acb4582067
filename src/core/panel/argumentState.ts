import type { ArgumentState } from '../languageFeatures/notesTree';
import type { LibraryArgument } from '../notes/libraryArgument';
import type { Coverage } from './coverage';

/** What the essay does with an argument; one that it uses is not left out, whatever was decided before. */
export function argumentState(
  argument: LibraryArgument,
  coverage: Coverage,
  isLeftOut: (argument: LibraryArgument) => boolean,
): ArgumentState {
  const use = coverage.get(argument.id);
  if (use) return use.isCited ? 'cited' : 'uncited';
  return isLeftOut(argument) ? 'leftOut' : 'unused';
}
