import type { Span } from '../../text/position';
import type { NotesLine } from '../notesText';
import type { ArgumentKind } from '../outline';

/** A headline taken apart; `span` is its words, without stars, TODO word and tags. */
export interface OrgHeadline {
  readonly level: number;
  readonly isTodo: boolean;
  /** A COMMENT or `:noexport:` tree is left out: why, in the words of the report. */
  readonly hidden?: string;
  readonly kind?: ArgumentKind;
  readonly span: Span;
}

const headline =
  /^(\*+)\s+(?:(TODO|NEXT|WAITING|WAIT|HOLD|STARTED|DONE|CANCELLED|CANCELED|COMMENT)\s+)?(?:\[#[A-Z0-9]\]\s+)?/;
const headlineTags = /\s+(:[\p{L}\p{N}_@#%:]+:)$/u;
/** How much of what stands below is done: `[1/3]`, `[33%]`. */
const progress = /\s+\[(?:\d*\/\d*|\d*%)\]$/;
const todoWords = new Set(['TODO', 'NEXT', 'WAITING', 'WAIT', 'HOLD', 'STARTED', 'DONE']);
const planning = /^(?:SCHEDULED|DEADLINE|CLOSED):\s*[<[]|^CLOCK:/;

const kindOfTag: Readonly<Record<string, ArgumentKind>> = {
  quote: 'quotation',
  comment: 'comment',
  idea: 'comment',
  summary: 'summary',
  todo: 'todo',
};

/** How many stars a headline has; 0 for every other line. */
export function headlineLevel(line: NotesLine | undefined): number {
  return line?.indent === 0 && line.text.startsWith('*') ? (/^(\*+)\s/.exec(line.text)?.[1]?.length ?? 0) : 0;
}

export function readHeadline(line: NotesLine): OrgHeadline {
  const [marks = '', stars = '*', word = ''] = headline.exec(line.text) ?? [];
  const [tail = '', tags = ''] = headlineTags.exec(line.text) ?? [];
  const untagged = line.text.slice(0, line.text.length - tail.length);
  const done = progress.exec(untagged)?.[0].length ?? 0;
  const names = tags.toLowerCase().split(':');
  const isTodo = todoWords.has(word);
  const kind = isTodo ? 'todo' : names.map((name) => kindOfTag[name]).find((known) => known !== undefined);
  const hidden =
    word === 'COMMENT' ? 'COMMENT tree' : names.includes('noexport') ? 'noexport tree' : undefined;
  return {
    level: stars.length,
    isTodo,
    ...(hidden && { hidden }),
    ...(kind && { kind }),
    span: { start: line.start + marks.length, end: line.end - tail.length - done },
  };
}

/** The dates and clocks that org-mode keeps below a headline. */
export const isPlanning = (text: string) => planning.test(text);

/** Whether nothing stands below the headline at `number`. */
export function isLeaf(lines: readonly NotesLine[], number: number, level: number): boolean {
  const below = lines
    .slice(number + 1, number + 60)
    .find(
      ({ text, indent }) =>
        text !== '' &&
        !(indent === 0 && /^:|^#\+/.test(text)) &&
        !isPlanning(text) &&
        !/^:[A-Za-z_-]+:/.test(text),
    );
  const stars = headlineLevel(below);
  return below === undefined || (stars > 0 && stars <= level);
}

/** Number of the last line with words that belongs to the headline at `number`. */
export function endOfTree(lines: readonly NotesLine[], number: number, level: number): number {
  let end = number;
  for (let next = number + 1; next < lines.length; next++) {
    const stars = headlineLevel(lines[next]);
    if (stars > 0 && stars <= level) break;
    if (lines[next]?.text) end = next;
  }
  return end;
}
