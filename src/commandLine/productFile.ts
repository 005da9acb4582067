import { realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A file that is shipped with the program, by its path from the folder that the program was started from. */
export function productFile(path: string): string {
  return join(dirname(realpathSync(process.argv[1] ?? '.')), path);
}
