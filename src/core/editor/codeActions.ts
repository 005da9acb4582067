import { citationMarkAt } from '../essay/citationMark';
import { touches } from '../essay/citedHere';
import type { EssayDocument } from '../essay/essayDocument';
import { sourceLine } from '../languageFeatures/argumentCard';
import { commandIds } from '../languageFeatures/commands';
import { quotedPhrase } from '../languageFeatures/quotedPhrase';
import type { LibraryArgument } from '../notes/libraryArgument';
import type { Span } from '../text/position';
import type { EditorContext } from './context';

/** Something that can be done at a place of the essay, by a command. */
export interface EssayAction {
  readonly title: string;
  /** `fix` where the student has asked for a citation, `rewrite` where it is one possibility. */
  readonly kind: 'fix' | 'rewrite';
  readonly command: string;
  readonly args: unknown;
}

/** Sources that are offered where a citation is asked for. */
const MAX_SOURCES = 5;
const MAX_TITLE = 60;

/** What can be done with the sentence, or the mark for a missing citation, within `span`. */
export async function essayActions(
  context: EditorContext,
  essay: EssayDocument,
  span: Span,
): Promise<readonly EssayAction[]> {
  const mark = citationMarkAt(essay, span.start);
  return mark ? sourcesFor(context, essay, mark) : forSentence(context, essay, span);
}

/** Sources for the words that a mark stands behind, the likeliest first. */
async function sourcesFor(
  { current, index, localize }: EditorContext,
  essay: EssayDocument,
  mark: Span,
): Promise<readonly EssayAction[]> {
  const library = await current();
  const inside = essay.sentenceUpTo(mark.start);
  const before = inside?.words.slice(0, mark.start - inside.span.start).trim() ?? '';
  // A mark that opens a sentence belongs to the one before it.
  const sentence = before === '' ? essay.sentenceUpTo((inside?.span.start ?? mark.start) - 1) : inside;
  const words = before === '' ? (sentence?.words ?? '') : before;
  return index
    .search(words, { mode: 'sentence', limit: MAX_SOURCES })
    .flatMap(({ argument: { id } }) => library.arguments.get(id) ?? [])
    .map((shown) => ({
      title: localize('Cite {0}: {1}', sourceLine(shown), shortened(shown)),
      kind: 'fix' as const,
      command: commandIds.insertCitation,
      args: { argument: shown.id, offset: mark.start, replacing: mark },
    }));
}

async function forSentence(
  { current, matches, localize }: EditorContext,
  essay: EssayDocument,
  { start, end }: Span,
): Promise<readonly EssayAction[]> {
  const library = await current();
  const sentence = essay.sentenceAt(start);
  if (!sentence) return [];
  const used = matches
    .confident(essay, sentence)
    .filter((use) => touches(use.span, start) || (use.span.start >= start && use.span.end <= end));
  return used.flatMap(({ argument, span }): readonly EssayAction[] => {
    const shown = library.arguments.get(argument);
    if (!shown) return [];
    const args = { argument, offset: span.start };
    const cite: EssayAction = {
      title: localize('Cite {0}: {1}', sourceLine(shown), shortened(shown)),
      kind: 'rewrite',
      command: commandIds.insertCitation,
      args,
    };
    const phrase = quotedPhrase(shown.argument);
    if (phrase === undefined) return [cite];
    const title = localize('Replace by quotation: {0}', phrase);
    return [cite, { title, kind: 'rewrite', command: commandIds.replaceByQuotation, args }];
  });
}

function shortened({ argument: { text } }: LibraryArgument): string {
  return text.length <= MAX_TITLE ? text : `${text.slice(0, MAX_TITLE).trimEnd()}…`;
}
