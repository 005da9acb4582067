import type { NotesOutline } from './outline';
import type { Steps } from '../util/steps';
import { normalizeSteps } from './normalizeNotes';

/** What to do about a notes file that the student wants as clean Markdown. */
export type NormalizedFile =
  /** Rewriting would change what is read from it, so it must not be offered. */
  | { readonly kind: 'unfaithful' }
  | { readonly kind: 'clean' }
  /** `replace`: the file itself can take the new text. `create`: it goes into a new Markdown file beside it. */
  | { readonly kind: 'replace' | 'create'; readonly text: string };

/** Plans the rewriting of a notes file, from what was read of it and the text that an editor shows for it. With breaks. */
export function* normalizedFile(
  fileName: string,
  outline: NotesOutline,
  shown: string,
): Steps<NormalizedFile> {
  const { text, faithful } = yield* normalizeSteps(outline);
  if (!faithful || outline.arguments.length === 0 || shown.includes('\ufffd')) return { kind: 'unfaithful' };
  if (shown.replace(/\r\n?/g, '\n') === text) return { kind: 'clean' };
  return { kind: /\.(?:md|markdown|mdown)$/i.test(fileName) ? 'replace' : 'create', text };
}
