import type { CitationProblem } from '../citation/pandoc/citationProblems';
import { type Phrase, phrase } from '../util/localize';
import { remembering } from '../util/remembering';

/** A slip of the pen: how it is written, in it the citekey, as `key`, what stands before it, as `before`, and what was meant. */
interface Slip {
  readonly pattern: RegExp;
  readonly describe: (citekey: string, meant: string) => Phrase;
  readonly correct: (written: string, citekey: string) => string;
}

const KEY = String.raw`(?<key>[\p{L}\p{N}_](?:[\p{L}\p{N}_:.-]*[\p{L}\p{N}_])?)`;
const OPENED = String.raw`\[(?:see |cf\. )?-?`;
const NO_LINK = String.raw`(?![([:{])`;

const slips: readonly Slip[] = [
  {
    // `[zubok1996, p. 63]`, `[@ zubok1996]`; a word without a digit may be a remark.
    pattern: new RegExp(
      String.raw`(?<before>${OPENED})(?:@\s+)?(?=[^\s,;\]]*\d)${KEY}(?=(?:[,;][^[\]\n]*)?\]${NO_LINK})`,
      'gu',
    ),
    describe: (citekey) => phrase('A citekey needs an “@” right before it: “@{0}”.', citekey),
    correct: (_, citekey) => `@${citekey}`,
  },
  {
    // `[@@zubok1996, p. 63]`
    pattern: new RegExp(String.raw`(?<before>${OPENED})@@${KEY}`, 'gu'),
    describe: () => phrase('There is an “@” too many in this citation.'),
    correct: (_, citekey) => `@${citekey}`,
  },
  {
    // `[@zubok1996,, p. 63]`
    pattern: new RegExp(String.raw`(?<before>${OPENED}@${KEY}),\s*,`, 'gu'),
    describe: () => phrase('There is a comma too many in this citation.'),
    correct: () => ',',
  },
  {
    // `@zubok1996, p. 63]`
    pattern: new RegExp(
      String.raw`(?<![\p{L}\p{N}@])-?@${KEY}(?=[,;][^[\]()\n]{0,80}\]${NO_LINK})(?<!\[[^[\]]*)`,
      'gu',
    ),
    describe: () => phrase('This citation is never opened: a “[” is missing.'),
    correct: (written) => `[${written}`,
  },
  {
    // `(@zubok1996, p. 63)`
    pattern: new RegExp(String.raw`\((?:see |cf\. )?@${KEY},\s*(?:pp?\.?\s*)?\d[^()[\]\n]{0,40}\)`, 'gu'),
    describe: (_, meant) => phrase('A citation needs square brackets: “{0}”.', meant),
    correct: (written) => `[${written.slice(1, -1)}]`,
  },
];

/** Blocks whose slips are remembered: several long essays. */
const MAX_REMEMBERED = 3000;

const slipsIn = remembering(MAX_REMEMBERED, (text: string) =>
  /[\])]/.test(text)
    ? slips.flatMap(({ pattern, describe, correct }) =>
        [...text.matchAll(pattern)].map(({ index, 0: all, groups: { key = '', before = '' } = {} }) => {
          const written = all.slice(before.length);
          const start = index + before.length;
          const newText = correct(written, key);
          return {
            key,
            span: { start, end: start + written.length },
            newText,
            message: describe(key, newText),
          };
        }),
      )
    : [],
);

/**
 * What looks like the citation of a work that a bibliography has, but for a character.
 *
 * @returns places as offsets in `text`
 */
export function citationSlips(
  text: string,
  hasItem: (citekey: string) => boolean,
): readonly CitationProblem[] {
  return slipsIn(text)
    .filter(({ key }) => hasItem(key))
    .map(({ span, newText, message }) => ({
      code: 'malformed-citation',
      message,
      span,
      fix: { span, newText },
    }));
}
