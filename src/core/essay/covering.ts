import type { CitedPlace, PlacedCite } from './citedPlaces';
import type { EssayDocument } from './essayDocument';
import type { Paragraph, Sentence } from './prose';

/** The citations that answer for a sentence. */
export interface Cover {
  readonly cites: readonly PlacedCite[];
  /**
   * `own`: in the sentence or its notes. `opened`: the author is named in a sentence before it. `run`: at the end of the
   * run of sentences that it belongs to. `quote`: between a block quote and the sentence that introduces it.
   */
  readonly by: 'own' | 'opened' | 'run' | 'quote';
  /** The sentence in which they stand. */
  readonly sentence: Sentence;
}

/** A sentence with the citations in it and those that cover it. */
export interface CoveredSentence {
  readonly sentence: Sentence;
  readonly paragraph: Paragraph;
  readonly places: readonly CitedPlace[];
  readonly cover?: Cover;
}

/** Every sentence of the essay with the citations that cover it. */
export function coverSentences(
  essay: EssayDocument,
  places: readonly CitedPlace[],
): readonly CoveredSentence[] {
  let next = 0;
  const paragraphs = essay.paragraphs.map((paragraph) => {
    const { sentences, span } = paragraph;
    while ((places[next]?.span.start ?? Infinity) < span.start) next++;
    return sentences.map((sentence, at): CoveredSentence => {
      const own: CitedPlace[] = [];
      const following = sentences[at + 1];
      for (let place = places[next]; place; place = places[++next]) {
        const { start } = place.span;
        if (start >= span.end || (following && start >= following.span.end)) break;
        if (following && start >= sentence.span.end && !closes(place, following, essay.text)) break;
        own.push(place);
      }
      return { sentence, paragraph, places: own };
    });
  });
  return paragraphs.flatMap((sentences, index) =>
    sentences.map((each, at) => {
      const cover =
        ownCover(each) ??
        openedCover(sentences, at) ??
        runCover(sentences, at) ??
        quoteCover(each, at === sentences.length - 1, paragraphs[index - 1], paragraphs[index + 1]);
      return cover ? { ...each, cover } : each;
    }),
  );
}

/** Whether a place behind a sentence still cites for it, behind its full stop, and not for the one that follows. */
function closes({ span, isNarrative }: CitedPlace, { span: { start } }: Sentence, text: string): boolean {
  return !isNarrative && (span.start < start || text.slice(start, span.start).trim() === '');
}

function coverBy(by: Cover['by'], { sentence, places }: CoveredSentence): Cover {
  return { by, sentence, cites: places.flatMap(({ cites }) => cites) };
}

function ownCover(sentence: CoveredSentence): Cover | undefined {
  return sentence.places.length > 0 ? coverBy('own', sentence) : undefined;
}

/** The last citation before it names its author in the sentence: what follows is still theirs. */
function openedCover(sentences: readonly CoveredSentence[], at: number): Cover | undefined {
  const before = sentences.slice(0, at).findLast(({ places }) => places.length > 0);
  return before?.places.at(-1)?.isNarrative ? coverBy('opened', before) : undefined;
}

function runCover(sentences: readonly CoveredSentence[], at: number): Cover | undefined {
  const closing = sentences.slice(at + 1).find(({ places }) => places.length > 0);
  return closing && !closing.places[0]?.isNarrative ? coverBy('run', closing) : undefined;
}

/** "As they put it:" and the block quote below it share their citation. */
function quoteCover(
  { sentence, paragraph }: CoveredSentence,
  isLast: boolean,
  before: readonly CoveredSentence[] | undefined,
  after: readonly CoveredSentence[] | undefined,
): Cover | undefined {
  if (paragraph.isQuoted) {
    const introduction = before?.at(-1);
    const cites = introduction && !introduction.paragraph.isQuoted && introduction.places.length > 0;
    return cites ? coverBy('quote', introduction) : undefined;
  }
  if (!isLast || !/:\s*$/.test(sentence.words)) return undefined;
  const quote = after?.find(({ paragraph: { isQuoted }, places }) => isQuoted && places.length > 0);
  return quote && coverBy('quote', quote);
}
