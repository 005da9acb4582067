import type { NotesWorkspace, WorkspaceFile } from './notes/workspace';
import type { Slices } from './util/steps';

/** So many files are asked for their fingerprints at a time. */
const CHECKED_AT_ONCE = 32;

/**
 * Tells the files that have changed from those that have not, by their fingerprints.
 *
 * @param knownOf what is known of a file; one that nothing is known of counts as changed
 */
export async function compareWithKnown(
  files: readonly WorkspaceFile[],
  knownOf: (uri: string) => { readonly fingerprint?: string } | undefined,
  workspace: NotesWorkspace,
  slices: Slices,
): Promise<{ readonly changed: readonly string[]; readonly unchanged: readonly string[] }> {
  const changed: string[] = [];
  const unchanged: string[] = [];
  for (let start = 0; start < files.length; start += CHECKED_AT_ONCE) {
    await slices.breathe();
    const compare = async ({ uri }: WorkspaceFile) => {
      const fingerprint = knownOf(uri)?.fingerprint;
      const now = fingerprint && (await workspace.fingerprint(uri).catch(() => undefined));
      return { uri, isSame: now !== undefined && now === fingerprint };
    };
    const compared = await Promise.all(files.slice(start, start + CHECKED_AT_ONCE).map(compare));
    for (const { uri, isSame } of compared) (isSame ? unchanged : changed).push(uri);
  }
  return { changed, unchanged };
}
