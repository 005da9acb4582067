import type { EssayDocument } from '../essay/essayDocument';
import type { UsedArguments } from '../essay/usedArguments';
import type { Library } from '../notes/library';
import type { LibraryArgument } from '../notes/libraryArgument';
import type { ArgumentIndex } from '../search/index';
import { parseSearch } from '../search/queryLanguage';
import { emptyState } from './emptyState';
import type { ListHint, ListSection, PanelRequest } from './protocol';
import { type AskedSentence, relatedArguments } from './relatedArguments';

/** An argument in a list, with the words of it that the match rests on. */
export interface ListedArgument {
  /** Id in the library. */
  readonly id: string;
  readonly why: readonly string[];
}

/** What the side panel lists, its arguments numbered through all sections. */
export interface ArgumentList {
  readonly sections: readonly ListSection[];
  readonly arguments: readonly ListedArgument[];
  readonly hint: ListHint;
  /** The words of the essay that the list relates to. */
  readonly sentence?: string;
}

export interface ListContext {
  readonly library: Library;
  readonly index: ArgumentIndex;
  /** Undefined if there is no essay. */
  readonly uses: UsedArguments | undefined;
  /** What the list relates to while nothing is searched for. */
  readonly sentence: AskedSentence | undefined;
  readonly hasEssay: boolean;
  readonly isPinned: (argument: LibraryArgument) => boolean;
}

/** Arguments that a search by words shows; conditions alone show all that meet them. */
const mostFound = 200;

/** What the side panel lists: what is searched for, else what relates to the sentence, else everything. */
export function listArguments(
  { query, all }: Pick<Extract<PanelRequest, { kind: 'list' }>, 'query' | 'all'>,
  { library, index, uses, sentence, hasEssay, isPinned }: ListContext,
): ArgumentList {
  const missing = emptyState(library);
  if (missing !== 'none') return { sections: [], arguments: [], hint: missing };
  if (query.trim() !== '') {
    const limit = parseSearch(query).words.trim() === '' ? library.arguments.size : mostFound;
    const isUsed = uses && (({ id }: { readonly id: string }) => uses.has(id));
    const found = index.search(query, { mode: 'search', limit, isUsed }).map(listed);
    return asList([['found', found]], found.length > 0 ? 'none' : 'noMatch');
  }
  const pinned = [...library.arguments.values()].filter(isPinned).map(unexplained);
  if (all || !hasEssay) {
    const everything = [...library.arguments.values()].map(unexplained);
    const sections = [
      ['pinned', pinned],
      ['all', everything],
    ] as const;
    return asList(sections, hasEssay ? 'none' : 'noEssay');
  }
  const { fits, loose } = sentence ? relatedArguments(index, sentence) : { fits: [], loose: [] };
  const list = asList(
    [
      ['pinned', pinned],
      ['fits', fits],
      ['loose', loose],
    ],
    fits.length + loose.length > 0 ? 'none' : 'nothingRelated',
  );
  return { ...list, sentence: sentence && oneLine(sentence.words) };
}

/** The sentence at `offset` as something to relate arguments to. */
export function askedSentenceAt(essay: EssayDocument, offset: number): AskedSentence | undefined {
  const sentence = essay.sentenceAt(offset);
  if (!sentence) return undefined;
  const heading = essay.headingAbove(sentence.span.start);
  return { words: sentence.words, context: { paragraph: sentence.paragraph, heading } };
}

export function isSameSentence(a: AskedSentence | undefined, b: AskedSentence | undefined): boolean {
  return (
    a?.words === b?.words &&
    a?.context.paragraph === b?.context.paragraph &&
    a?.context.heading === b?.context.heading
  );
}

type Part = readonly [ListSection['kind'], readonly ListedArgument[]];

function asList(parts: readonly Part[], hint: ListHint): ArgumentList {
  const sections = parts.map(([kind, { length }]) => ({ kind, count: length }));
  return {
    sections: sections.filter(({ count }) => count > 0),
    arguments: parts.flatMap(([, part]) => part),
    hint,
  };
}

function listed({
  argument: { id },
  why,
}: {
  readonly argument: { readonly id: string };
  readonly why: readonly string[];
}): ListedArgument {
  return { id, why };
}

function unexplained({ id }: LibraryArgument): ListedArgument {
  return { id, why: [] };
}

function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}
