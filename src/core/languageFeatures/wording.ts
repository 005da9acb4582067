import { creators, surname } from '../citation/cslText';
import type { LibraryArgument } from '../notes/libraryArgument';
import type { Span } from '../text/position';
import { quotedPhrase, wordsOf } from './quotedPhrase';

/**
 * What is inserted of an argument beside its citation: its wording in the notes, a stub in the student's own voice with
 * that wording to be rewritten, the phrase that the notes quote, or nothing.
 */
export const wordingForms = ['notes', 'stub', 'quotation', 'citation'] as const;
export type WordingForm = (typeof wordingForms)[number];

/** Words of an argument, before they are made safe for Markdown. */
export interface ArgumentWords {
  readonly text: string;
  /** The part to rewrite. */
  readonly placeholder?: Span;
}

/** Stands for the argument's words in the sentence. */
const MARK = '\uFFFC';

/** The words in a form; undefined where the argument has none in it, because the notes quote nothing. */
export function argumentWords(shown: LibraryArgument, form: WordingForm): ArgumentWords | undefined {
  switch (form) {
    case 'notes':
      return { text: wordsOf(shown.argument) };
    case 'quotation': {
      const text = quotedPhrase(shown.argument);
      return text === undefined ? undefined : { text };
    }
    case 'citation':
      return { text: '' };
    case 'stub':
      return stub(shown);
  }
}

function stub(shown: LibraryArgument): ArgumentWords {
  const sentence = stubSentence(shown);
  const start = sentence.indexOf(MARK);
  const isQuotation = shown.argument.kind === 'quotation';
  const words = isQuotation ? wordsOf(shown.argument) : goingOn(wordsOf(shown.argument));
  const text = sentence.replace(MARK, () => words);
  // A quotation stays as it is: there is nothing of it to rewrite.
  return isQuotation ? { text } : { text, placeholder: { start, end: start + words.length } };
}

/** In English, whatever language VS Code speaks: this is text of the essay, and no message. */
function stubSentence({ source, argument }: LibraryArgument): string {
  const names =
    source.resolution.kind === 'matched'
      ? creators(source.resolution.item).map(surname)
      : source.notes.authors;
  const [first, second, third] = names;
  if (first === undefined) return `According to ${source.notes.label}, ${MARK}`;
  const isQuotation = argument.kind === 'quotation';
  if (second === undefined) return isQuotation ? `${first} writes: ${MARK}` : `${first} argues that ${MARK}`;
  const all =
    third === undefined
      ? `${first} and ${second}`
      : names.length === 3
        ? `${first}, ${second} and ${third}`
        : `${first} and others`;
  return isQuotation ? `${all} write: ${MARK}` : `${all} argue that ${MARK}`;
}

/** Opening words that have a capital only because they open a sentence. */
const PLAIN_OPENING =
  /^(?:He|She|It|They|His|Her|Its|Their|We|Our|The|A|An|This|That|These|Those|There|In|On|At|By|For|From|To|With|Without|As|After|Before|Because|Since|When|While|If|Although|Though|Not|No|All|Some|Many|Most|Both|Only|Even|One|Two|Three|What|Who|How|Why|Where)(?=[\s,])/;

function goingOn(words: string): string {
  return words.replace(PLAIN_OPENING, (opening) => opening.toLowerCase());
}
