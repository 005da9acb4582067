import type { Argument } from '../notes/outline';

/** A phrase with the quotation marks around it; the words inside hold none of their kind. */
const QUOTED = /"[^"]{2,}"|“[^“”]{2,}”|„[^„“”]{2,}[“”]|«[^«»]{2,}»|「[^「」]+」/gu;

/** Text that is in quotation marks as a whole. */
const WHOLLY_QUOTED = /^(?:"[^"]+"|“[^“”]+”|„[^„“”]+[“”]|«[^«»]+»|「[^「」]+」)[.,;]?$/u;

/**
 * What an argument quotes from its source, to the letter and in quotation marks: all of a quotation, of a paraphrase the
 * phrase that the notes themselves put in quotation marks. Undefined where they quote nothing: the student's own comments
 * quote nobody.
 */
export function quotedPhrase({ kind, text, handle }: Argument): string | undefined {
  if (kind === 'quotation') return WHOLLY_QUOTED.test(text) ? text : `“${text}”`;
  if (kind === 'comment' || kind === 'todo') return undefined;
  const phrases = text.match(QUOTED) ?? [];
  return phrases.find((phrase) => phrase.includes(handle)) ?? phrases[0];
}

/** The words of the notes, in quotation marks if they are the source's and not if they are the student's. */
export function wordsOf(argument: Argument): string {
  return argument.kind === 'quotation' ? (quotedPhrase(argument) ?? argument.text) : argument.text;
}
