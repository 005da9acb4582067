/** Names that students give to reading notes, in the languages that most of them write in. */
const NOTES_NAME =
  /(?:^|[\s_.()-])(?:(?:reading|lecture|book|class|research)?\s*notes?|readings|notizen|lektüre(?:notizen)?|exzerpte?|notes de lecture|fiches?|apuntes|appunti|notities|anotações|конспекты?|заметки|读书笔记|笔记|ノート)(?:$|[\s_.()-])/iu;

/** What of a workspace looks like reading notes that Marginalia does not read yet. */
export interface LikelyNotes {
  /** The folder, relative to the workspace, with `/`; empty for the workspace's own folder. */
  readonly folder: string;
  /** The files in it that look like notes, in the order given. */
  readonly files: readonly string[];
}

/**
 * The folder that most likely holds reading notes: the one with the most files whose own name, or whose folder's name, says so.
 *
 * @param paths text, Markdown and Word files, relative to the workspace, with `/`
 */
export function likelyNotes(paths: readonly string[]): LikelyNotes | undefined {
  const folders = new Map<string, string[]>();
  for (const path of paths) {
    const steps = path.split('/');
    const file = steps.pop() ?? '';
    const named = steps.findIndex((step) => NOTES_NAME.test(step));
    const folder = named >= 0 ? steps.slice(0, named + 1) : steps;
    if (named < 0 && !NOTES_NAME.test(file.replace(/\.[^.]+$/, ''))) continue;
    const key = folder.join('/');
    folders.set(key, [...(folders.get(key) ?? []), path]);
  }
  const [best] = [...folders].sort(([, a], [, b]) => b.length - a.length);
  return best && { folder: best[0], files: best[1] };
}
