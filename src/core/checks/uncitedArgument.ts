import type { Use, UsingSentence } from '../essay/uses';
import type { LibraryArgument } from '../notes/libraryArgument';
import { isConfident } from '../search/index';
import type { Span } from '../text/position';
import { citationNeeded } from './citationNeeded';
import { malformedCitation } from './malformedCitation';
import { placeOf, shortened, wordsAt } from './findings';
import type { Check, CheckInput } from './problem';

/** How sure the match must be, and how much of each other both must hold, before a missing citation is held against anybody. */
const SURE = 0.6;
const CLOSE = 0.38;

/** A sentence that closely makes an argument of the notes, and no citation covers it. */
export const uncitedArgument: Check = (input) => {
  const cited = citingSentences(input);
  const slips = malformedCitation(input);
  const marks = citationNeeded(input);
  return input.sentences.flatMap((sentence) => {
    const [use] = sentence.uses;
    if (
      !use ||
      use.citedness !== 'uncited' ||
      use.confidence < SURE ||
      use.closeness < CLOSE ||
      slips.some(({ span: { start } }) => isWithin(start, sentence.sentence.span)) ||
      marks.some((mark) => isMarked(sentence.sentence.span, mark.span, input.essay.text)) ||
      isOwn(sentence, use, cited.get(use.argument) ?? [], input)
    )
      return [];
    const { span } = sentence.sentence;
    const { argument } = use;
    return [
      {
        code: 'uncited-argument',
        message: input.localize(
          'Your notes on “{0}” make this argument: “{1}” Cite it, or dismiss this if you have it from elsewhere.',
          argument.source.notes.label,
          shortened(argument.argument.text),
        ),
        span,
        related: [placeOf(argument)],
        fixes: [
          {
            kind: 'cite',
            title: input.localize('Cite the Argument'),
            argument: argument.id,
            offset: span.start,
          },
        ],
        content: `${wordsAt(sentence.sentence.words, { start: 0, end: Infinity })}\n${argument.argument.text}`,
      },
    ];
  });
};

/** A citation that went wrong shows that one was meant, and is a problem of its own. */
function isWithin(offset: number, { start, end }: Span): boolean {
  return start <= offset && offset < end;
}

/** A sentence that the student has marked for a citation, in it or right behind it, has been said of already. */
function isMarked(sentence: Span, mark: Span, text: string): boolean {
  const isBehind = mark.start >= sentence.end && /^[ \t]*$/.test(text.slice(sentence.end, mark.start));
  return isBehind || isWithin(mark.start, sentence);
}

/** The sentences that certainly make each argument, and that a citation of its source covers. */
function citingSentences({ sentences }: CheckInput): ReadonlyMap<LibraryArgument, readonly UsingSentence[]> {
  const found = new Map<LibraryArgument, UsingSentence[]>();
  for (const sentence of sentences)
    for (const use of sentence.uses)
      if (use.citedness === 'cited' && isConfident(use, 'sentence'))
        found.set(use.argument, [...(found.get(use.argument) ?? []), sentence]);
  return found;
}

const ANNOUNCEMENT =
  /\b(?:I|we|my|this (?:essay|paper|chapter|thesis|dissertation))\b[^.]*\b(?:argue|claim|suggest|show|contend|ask|believe|think|maintain|propose|argues|claims|suggests|shows|contends|asks)\b/i;
const ENDING =
  /^(?:\d+\.?\s*|[IVX]+\.\s*)?(?:conclusions?|introduction|summary|schluss|fazit|einleitung|zusammenfassung)\b/i;

/** Questions, the student's thesis, and what a citation of the same argument stands close to. */
function isOwn(
  { sentence, paragraph, cover }: UsingSentence,
  { argument }: Use,
  citedIn: readonly UsingSentence[],
  input: CheckInput,
): boolean {
  const words = sentence.words.trimEnd();
  if (/\?["'”’»)]*$/.test(words) || ANNOUNCEMENT.test(words) || paragraph.isQuoted) return true;
  if (argument.argument.kind === 'comment' || argument.argument.kind === 'todo') return true;
  if (cover?.by === 'own') return true;
  if (citedIn.some((other) => other.paragraph === paragraph)) return true;
  const { essay } = input;
  const isEnding =
    paragraph === essay.paragraphs[0] ||
    paragraph === essay.paragraphs.at(-1) ||
    ENDING.test(essay.headingAbove(paragraph.span.start) ?? '');
  return (isEnding && citedIn.length > 0) || namesAuthor(input, words, argument);
}

/** "As Zubok and Pleshakov argue": an attribution that lacks its page, and no borrowing. */
function namesAuthor({ works }: CheckInput, words: string, { source }: Use['argument']): boolean {
  return works.namedIn(words).some(({ sources }) => sources.has(source.id));
}
