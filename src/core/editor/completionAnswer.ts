import type { EssayDocument } from '../essay/essayDocument';
import type { CitationCompletion } from '../languageFeatures/citationCompletions';
import type { Completion, CompletionOptions } from '../languageFeatures/completions';
import type { CancellationToken } from '../util/cancellation';

/** Finds what could complete the words, or the citation, before a place of an essay. */
export interface CompletionSource {
  /** What could be meant by the words before `offset`. */
  completions(
    essay: EssayDocument,
    offset: number,
    options: CompletionOptions,
    token: CancellationToken,
  ): Promise<readonly Completion[]>;
  /** Works, pages or footnotes for a citation that is begun before `offset`; undefined where none is. */
  citationCompletions(
    essay: EssayDocument,
    offset: number,
    token: CancellationToken,
  ): Promise<readonly CitationCompletion[] | undefined>;
}

/** What is known of a request for completions besides its place. */
export interface CompletionRequest extends CompletionOptions {
  /** Whether a character made the editor ask. */
  readonly byCharacter: boolean;
  /** What is typed before words that arguments are searched by; empty for nothing. */
  readonly trigger: string;
  /** Whether the user has the editor suggest words while prose is typed. */
  readonly suggestsWords: boolean;
}

/**
 * What a list is filled with. `silence`: nobody asked and there is nothing to offer, so that the editor’s own words are not to
 * be seen either. `isTriggered`: who typed a trigger has asked for the list, and Enter may take its first row.
 */
export type CompletionAnswer =
  | { readonly kind: 'citations'; readonly rows: readonly CitationCompletion[]; readonly isTriggered: true }
  | { readonly kind: 'arguments'; readonly rows: readonly Completion[]; readonly isTriggered: boolean }
  | { readonly kind: 'silence' };

/** Answers a request for completions before `offset`; undefined leaves the list to other providers. */
export async function answerCompletionRequest(
  source: CompletionSource,
  essay: EssayDocument,
  offset: number,
  { asked, byCharacter, trigger, suggestsWords }: CompletionRequest,
  token: CancellationToken,
): Promise<CompletionAnswer | undefined> {
  const cites = await source.citationCompletions(essay, offset, token);
  if (token.isCancellationRequested) return undefined;
  if (cites) return { kind: 'citations', rows: cites, isTriggered: true };
  const isTriggerAt = (start: number) => trigger !== '' && essay.text.startsWith(trigger, start);
  // Its characters are common in prose: they alone ask for nothing.
  if (byCharacter && !isTriggerAt(offset - trigger.length)) return undefined;
  const rows = await source.completions(essay, offset, { asked }, token);
  if (token.isCancellationRequested) return undefined;
  const [best] = rows;
  if (!best && !asked && !suggestsWords) return { kind: 'silence' };
  return {
    kind: 'arguments',
    rows,
    isTriggered: best !== undefined && isTriggerAt(best.replaces.start),
  };
}
