import type { EssayDocument } from '../essay/essayDocument';
import type { Span } from '../text/position';

/** The part of an essay from one heading to the next. */
export interface Section {
  /** Undefined for what stands before the first heading. */
  readonly title?: string;
  readonly at: Span;
  /** Words of the running text: headings, notes, citations, code and comments are not counted. */
  readonly words: number;
}

const word = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|['’.,-](?=[\p{L}\p{N}]))*/gu;

/** The sections of an essay in order; the one before the first heading only if there are words in it. */
export function sectionsOf(essay: EssayDocument): readonly Section[] {
  const sections = [{ title: undefined as string | undefined, at: { start: 0, end: 0 }, words: 0 }];
  const headings = essay.headings.values();
  let next = headings.next().value;
  const openUntil = (offset: number) => {
    for (; next && next.offset <= offset; next = headings.next().value) {
      sections.push({ title: next.text, at: { start: next.offset, end: next.offset }, words: 0 });
    }
  };
  for (const { span, words } of essay.sentences) {
    openUntil(span.start);
    const current = sections.at(-1);
    if (current) current.words += words.match(word)?.length ?? 0;
  }
  openUntil(Infinity);
  return sections.filter(({ title, words }) => title !== undefined || words > 0);
}
