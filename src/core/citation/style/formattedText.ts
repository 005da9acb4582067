/** How a formatted citation is written down: `*Title*` or just `Title`. */
export type TextFormat = 'markdown' | 'plain';

/**
 * Marks that stand for formatting while citeproc puts a citation together: noncharacters of Unicode, which no text may
 * hold. Turning them into Markdown afterwards, when all of the text is known, keeps emphasis and escapes valid.
 */
export const marks = {
  italicOn: '\uFDD0',
  italicOff: '\uFDD1',
  uprightOn: '\uFDD2',
  uprightOff: '\uFDD3',
  boldOn: '\uFDD4',
  boldOff: '\uFDD5',
  /** A name that stands for "and others". */
  others: '\uFDD6',
  /** Stands on both sides of the text after a source whose author is part of the sentence. */
  suffix: '\uFDD7',
  /**
   * Behind a source without its author: citeproc would join two of them that print only a number, or lose a bracket where
   * one prints nothing.
   */
  text: '\uFDD8',
} as const;

/** Takes out whatever `text` holds of the formatting marks; `marks.others`, `marks.suffix` and `marks.text` stay. */
export function withoutFormattingMarks(text: string): string {
  return text.replace(/[\uFDD0-\uFDD5\uFDD9-\uFDEF]/g, '');
}

interface Run {
  text: string;
  readonly emphasis: '' | '*' | '**' | '***';
}

function toRuns(marked: string): Run[] {
  const runs: Run[] = [];
  const italics = [false];
  let bold = 0;
  for (const part of marked.split(/([\uFDD0-\uFDEF])/)) {
    if (part === marks.italicOn) italics.push(true);
    else if (part === marks.uprightOn) italics.push(false);
    else if (part === marks.italicOff || part === marks.uprightOff) {
      if (italics.length > 1) italics.pop();
    } else if (part === marks.boldOn) bold++;
    else if (part === marks.boldOff) bold--;
    else if (part !== '' && !/^[\uFDD0-\uFDEF]$/.test(part)) {
      const emphasis = ((bold > 0 ? '**' : '') + (italics.at(-1) ? '*' : '')) as Run['emphasis'];
      const last = runs.at(-1);
      if (last?.emphasis === emphasis) last.text += part;
      else runs.push({ text: part, emphasis });
    }
  }
  return runs;
}

const escapes: readonly (readonly [RegExp, string])[] = [
  [/[\\`*[\]~^$]/g, '\\$&'],
  // Within a word an underscore is only itself; elsewhere it may open or close emphasis.
  [/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_'],
  [/<(?=[\p{L}/!?])/gu, '\\<'],
  [/&(?=#?\w+;)/g, '\\&'],
  // Pandoc would take it for a citation.
  [/(?<![\p{L}\p{N}])@(?=[\p{L}\p{N}_{])/gu, '\\@'],
];

/** Escapes what Markdown, CommonMark's or pandoc's, would take for more than text. */
export function escapeMarkdown(text: string): string {
  return escapes.reduce((escaped, [pattern, replacement]) => escaped.replace(pattern, replacement), text);
}

/** Escapes what would make a list, a heading or a quotation of a paragraph that starts with it. */
function escapeLineStart(line: string): string {
  return line.replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2').replace(/^(?:[-+#>]|:(?=\s)|%)/, '\\$&');
}

/** Emphasis may not begin or end with a space. */
function emphasize({ text, emphasis }: Run): string {
  const [, before = '', inner = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  const escaped = escapeMarkdown(inner);
  return before + (inner === '' ? '' : emphasis + escaped + emphasis) + after;
}

/** Writes out text that holds `marks`, on one line. */
export function writeFormatted(marked: string, format: TextFormat): string {
  const line = marked
    .replace(/(?:\s+\S+)?\s+\uFDD6/g, ' et al.')
    .replace(/et al\.\./g, 'et al.')
    .replace(/\s*\n\s*/g, ' ')
    .trim();
  if (format === 'plain') return line.replace(/[\uFDD0-\uFDEF]/g, '');
  return escapeLineStart(toRuns(line).map(emphasize).join(''));
}

/** What citeproc writes where a style prints nothing of a source: MLA for an author who is left out, say. */
const unprinted = String.raw`\[(?:CSL STYLE ERROR: reference with no printed form\.|NO_PRINTED_FORM)\]`;
const unprintedCite = new RegExp(`${unprinted};\\s*|[;\\s]*${unprinted}`, 'g');

/** A source of which nothing but `marks.text` is left. */
const emptyCite = /(?<=^|[(;,]\s?)\uFDD8(?:[;,]\s*|(?=\)|$))|[;,]\s*\uFDD8(?=\))/g;

/**
 * Takes out the sources that the style prints nothing of, with brackets that held nothing else, and the text after a
 * source that citeproc writes both after the author in the sentence and in the brackets.
 */
export function withoutUnprinted(marked: string): string {
  const once = marked.replace(/\uFDD7[^\uFDD7]*\uFDD7(?=[^\uFDD7]*\uFDD7)/, '');
  if (once !== marked) return withoutUnprinted(once);
  if (!/[[\uFDD8]/.test(marked)) return marked;
  const kept = marked.replace(unprintedCite, '').replace(emptyCite, '').replaceAll(marks.text, '');
  return kept === marked ? marked : kept.replace(/\s*\(\s*\)/g, '');
}

/**
 * Joins what the student wrote after a source to what the style wrote: a comma after a title in quotation marks goes
 * inside of these in American styles, and a comma after nothing
 * and the second of two full stops go.
 */
export function tidyPunctuation(marked: string, punctuationInQuotes: boolean): string {
  const joined = marked
    .replace(/(^[([]?|\()([\uFDD0-\uFDEF]*)\s*[,;]\s*/g, '$1$2')
    .replace(/,\s*,/g, ',')
    .replace(/(?<!\.)\.([\uFDD0-\uFDEF]*)\.(?!\.)/g, '.$1');
  if (!punctuationInQuotes) return joined;
  // As in pandoc, a title's own question mark takes the place of the comma.
  return joined.replace(/(’?”[\uFDD0-\uFDEF]*),/g, ',$1').replace(/(?<=[?!]’?),(?=’?”)/g, '');
}

/** Makes the first letter of a note a capital, wherever quotation marks or formatting put it. */
export function capitalizeFirst(marked: string): string {
  return marked.replace(/^([^\p{L}\p{N}]*)(\p{Ll})/u, (_, before: string, letter: string) => {
    const capital = letter.toLocaleUpperCase('en');
    return before + (capital.length === 1 ? capital : letter);
  });
}
