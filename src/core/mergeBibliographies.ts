import type { CslItem } from './citation/cslItem';
import type { BibliographyContent } from './fileContents';
import { lineRange } from './fileContents';
import type { FileProblem } from './notes/library';
import type { WorkspaceFile } from './notes/workspace';
import type { Localize } from './util/localize';

/** More repetitions than these are said in one sentence: the file is a copy of the other. */
const MAX_REPEATED = 10;

/** The works of all files; of those with the same citekey the first counts, and the others are said. */
export function mergeBibliographies(
  files: readonly { readonly file: WorkspaceFile; readonly content: BibliographyContent }[],
  localize: Localize,
): { readonly items: ReadonlyMap<string, CslItem>; readonly repeated: readonly FileProblem[] } {
  const items = new Map<string, CslItem>();
  const owner = new Map<string, WorkspaceFile>();
  const repeated: FileProblem[] = [];
  for (const { file, content } of files) {
    const again = new Map<string, string[]>();
    for (const item of content.items) {
      const earlier = owner.get(item.id);
      if (earlier) {
        const { name } = earlier;
        again.set(name, [...(again.get(name) ?? []), item.id]);
        continue;
      }
      owner.set(item.id, file);
      items.set(item.id, item);
    }
    const problem = (message: string, citekey = '') => {
      const range = content.citekeys.find(([key]) => key === citekey)?.[1] ?? lineRange(0);
      repeated.push({ file, code: 'bibliography-entry', message, range });
    };
    for (const [other, keys] of again) {
      if (keys.length > MAX_REPEATED)
        problem(
          localize('{0} entries of this file are in {1} too, and those there count.', keys.length, other),
        );
      else
        for (const key of keys)
          problem(localize('The citekey “{0}” is in {1} too, and the entry there counts.', key, other), key);
    }
  }
  return { items, repeated };
}
