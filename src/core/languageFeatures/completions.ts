import type { EssayDocument } from '../essay/essayDocument';
import { QuestionLens } from '../essay/questionLens';
import type { LibraryArgument } from '../notes/libraryArgument';
import { type ArgumentIndex, isConfident, type Match } from '../search/index';
import type { Span } from '../text/position';
import type { Localize } from '../util/localize';
import { triggeredPhrase } from './triggeredPhrase';
import { typedPhrases } from './typedPhrase';
import { argumentWords, type WordingForm, wordingForms } from './wording';

/** An argument that could complete what is being typed. */
export interface Completion {
  /** Id in the library. */
  readonly argument: string;
  readonly label: string;
  /** The source, as the notes call it. */
  readonly description: string;
  /** The typed words that the argument takes the place of. */
  readonly replaces: Span;
  readonly confidence: number;
  /** Which of its words come in, if not those of the settings. */
  readonly wording?: WordingForm;
}

export interface CompletionOptions {
  /** Whether the user asked: then weaker matches, and other words of the best one, are welcome too. */
  readonly asked: boolean;
}

/** What completions are made from. */
export interface CompletionSources {
  readonly index: ArgumentIndex;
  readonly lookUp: (id: string) => LibraryArgument | undefined;
  /** Ids of the arguments that the essay makes already. */
  readonly used: ReadonlySet<string>;
  /** What is typed before words that arguments are searched by; empty for nothing. */
  readonly trigger: string;
  /** The form of the settings. */
  readonly wording: WordingForm;
  readonly localize: Localize;
}

const MAX_ITEMS = 10;

/** Of the ten, rows that offer other words of the best argument. */
const MAX_FORMS = 3;

/** Numbers of words before the cursor that are looked up besides the longest phrase: each further one costs a search. */
const SHORTER_PHRASES = [5, 3, 2, 1];

/** The same at each keystroke: with more of them, drafts brought up the same lists at the same letters. */
const SHORTER_PHRASES_UNASKED = [3];

/** UTF-16 units of an argument that a row of the list shows. */
const MAX_LABEL = 160;

/** What it costs an argument in the order of the list that the essay makes it already. */
const USED_PENALTY = 0.2;

/** What it gains at most by standing under a question like the essay's. */
const LENS_GAIN = 0.05;

/** The arguments that what is typed before `offset` could mean, best first; each once, for the phrase that fits it best. */
export function completionsAt(
  essay: EssayDocument,
  offset: number,
  { asked }: CompletionOptions,
  sources: CompletionSources,
): readonly Completion[] {
  const triggered = triggeredPhrase(essay, offset, sources.trigger);
  const wanted = asked || triggered !== undefined;
  const found = triggered
    ? forTrigger(essay, triggered, sources)
    : forPhrases(essay, offset, sources, wanted);
  if (found.length === 0) return [];
  const lens = new QuestionLens(essay);
  const rank = (completion: Completion) => {
    const { question, argument } = sources.lookUp(completion.argument) ?? {};
    const affinity = lens.affinity(question?.text ?? argument?.text ?? '');
    return (
      completion.confidence +
      LENS_GAIN * affinity -
      (sources.used.has(completion.argument) ? USED_PENALTY : 0)
    );
  };
  const ranked = found
    .map((completion) => ({ completion, rank: rank(completion) }))
    .sort((a, b) => b.rank - a.rank)
    .map(({ completion }) => completion);
  const [best] = ranked;
  const forms = best && wanted ? otherForms(best, sources) : [];
  return [...ranked.slice(0, MAX_ITEMS - forms.length), ...forms];
}

function forPhrases(
  essay: EssayDocument,
  offset: number,
  sources: CompletionSources,
  wanted: boolean,
): readonly Completion[] {
  const best = new Map<string, Completion>();
  const phrases = typedPhrases(essay, offset);
  const shorter = wanted ? SHORTER_PHRASES : SHORTER_PHRASES_UNASKED;
  for (const [index, phrase] of phrases.entries()) {
    const words = phrases.length - index;
    if (index > 0 && !shorter.includes(words)) continue;
    // One word is never clear enough to speak up by itself.
    if (words === 1 && !wanted) continue;
    const typed = essay.text.slice(phrase.start, phrase.end);
    for (const match of sources.index.search(typed, {
      mode: 'typing',
      limit: MAX_ITEMS,
      isUnasked: !wanted,
    })) {
      const first = match.queryWords[0];
      const found = sources.lookUp(match.argument.id);
      if (!first || !found || (!wanted && !isClear(match, typed))) continue;
      if ((best.get(found.id)?.confidence ?? -1) >= match.confidence) continue;
      const start = beginningOf(found.argument.text, essay.text, phrase.start + first.start, offset);
      const replaces = { start, end: offset };
      best.set(found.id, toCompletion(found, replaces, match.confidence));
    }
  }
  return [...best.values()];
}

/** Behind the trigger: what fits the words there, or, as long as there are none, what fits the words before it. */
function forTrigger(
  essay: EssayDocument,
  { span, query }: { readonly span: Span; readonly query: string },
  { index, lookUp }: CompletionSources,
): readonly Completion[] {
  const before = essay.sentenceUpTo(span.start)?.words.trim() ?? '';
  const matches =
    query === ''
      ? index.search(`${before.slice(-200)} ${essay.question ?? ''}`, { mode: 'sentence', limit: MAX_ITEMS })
      : index.search(query, { mode: 'typing', limit: MAX_ITEMS });
  return matches.flatMap(({ argument: { id }, confidence }) => {
    const found = lookUp(id);
    return found ? [toCompletion(found, span, confidence)] : [];
  });
}

/** How much of a word must be typed before two words are enough: "American office" may still become "officers", and no "officials". */
const ENOUGH_OF_WORD = 2 / 3;

/** Whether a match may be shown unasked while its last word is still being typed. */
function isClear(match: Match, typed: string): boolean {
  if (!isConfident(match, 'typing')) return false;
  const last = match.queryWords.at(-1);
  if (!last || match.queryWords.length > 2 || last.end < typed.trimEnd().length) return true;
  const begun = folded(typed.slice(last.start, last.end));
  return match.why.some((word) => commonStart(begun, folded(word)) >= ENOUGH_OF_WORD * word.length);
}

/**
 * Where the typed words begin that are an argument's own first words: "He wanted to fi" goes back to "He", which the search
 * does not look at. `start` where the argument begins with other words.
 */
function beginningOf(argument: string, essay: string, start: number, offset: number): number {
  const opening = folded(argument.slice(0, offset - start + MAX_OPENING));
  const before = folded(essay.slice(Math.max(0, offset - opening.length), offset));
  for (let length = Math.min(opening.length, before.length); length > offset - start; length--) {
    const isWord = !/[\p{L}\p{N}]/u.test(essay.charAt(offset - length - 1));
    if (isWord && before.endsWith(opening.slice(0, length))) return offset - length;
  }
  return start;
}

/** Small words and the like that may open an argument, in UTF-16 units. */
const MAX_OPENING = 40;

function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

/** In lower case with plain quotation marks, of the same length. */
function folded(text: string): string {
  return text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/\s/g, ' ').toLowerCase();
}

function toCompletion(found: LibraryArgument, replaces: Span, confidence: number): Completion {
  const { id, argument, source } = found;
  return {
    argument: id,
    label: shortened(argument.text),
    description: source.notes.label,
    replaces,
    confidence,
  };
}

/** The best argument once more in the forms that the settings don't choose. */
function otherForms(
  best: Completion,
  { lookUp, wording, localize }: CompletionSources,
): readonly Completion[] {
  const names: Readonly<Record<WordingForm, string>> = {
    notes: localize('the wording of your notes'),
    stub: localize('in your own words'),
    quotation: localize('only the quotation'),
    citation: localize('only the citation'),
  };
  const shown = lookUp(best.argument);
  const standard = shown && argumentWords(shown, wording)?.text;
  return wordingForms
    .filter((form) => form !== wording)
    .flatMap((form) => {
      const words = shown && argumentWords(shown, form);
      if (!words || words.text === standard) return [];
      const label = shortened(words.text || localize('Only the citation of “{0}”', best.label));
      return [{ ...best, label, description: names[form], wording: form }];
    })
    .slice(0, MAX_FORMS);
}

function shortened(text: string): string {
  return text.length <= MAX_LABEL ? text : `${text.slice(0, MAX_LABEL).trimEnd()}…`;
}
