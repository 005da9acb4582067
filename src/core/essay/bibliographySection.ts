import type { TextEdit } from '../citation/textEdit';
import type { EssayDocument } from './essayDocument';
import { definitionGroups } from './notes/definitionGroups';

/** What bibliographies are called in the languages that essays are written in. */
const bibliographyHeading =
  /^(?:\d+\.?\s*)?(?:(?:select(?:ed)? |annotated )?bibliography|works cited|works consulted|references|reference list|list of references|literature|literatur(?:verzeichnis)?|bibliographie|bibliograf[ií]a|библиография|список литературы|参考文献)\s*$/i;

interface EssayHeading {
  readonly start: number;
  readonly end: number;
  readonly level: number;
  readonly title: string;
}

/**
 * The edits that write an essay's bibliography under its heading: the entries in their order, each a paragraph. Paragraphs
 * of the student's stay, behind the entries. Without such a heading one is put behind the text.
 * @param isOurs whether a paragraph under the heading is an entry that was written before.
 * @param title of a new heading.
 */
export function updateBibliography(
  essay: EssayDocument,
  entries: readonly string[],
  isOurs: (paragraph: string) => boolean,
  title: string,
): readonly TextEdit[] {
  const { text } = essay;
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const gap = newline + newline;
  const headings = headingsOf(essay);
  const heading = headings.findLast((each) => bibliographyHeading.test(each.title));
  if (!heading) {
    if (entries.length === 0) return [];
    const at = endOfProse(essay);
    const opening = at === 0 ? '' : gap;
    const mark = '#'.repeat(levelForNew(headings));
    const closing = at === text.length || text.slice(at).trim() === '' ? (at === 0 ? newline : '') : '';
    const newText = `${opening}${[`${mark} ${title}`, ...entries].join(gap)}${closing}`;
    return [{ span: { start: at, end: at }, newText }];
  }
  const { end, paragraphs } = sectionBelow(essay, heading, headings);
  const own = paragraphs.filter((paragraph) => !isOurs(paragraph));
  const newText = [...entries, ...own].map((paragraph) => gap + paragraph).join('');
  if (newText === text.slice(heading.end, end)) return [];
  return [{ span: { start: heading.end, end }, newText }];
}

/** The paragraphs that stand under the heading of the essay's bibliography. */
export function bibliographyParagraphs(essay: EssayDocument): readonly string[] {
  const headings = headingsOf(essay);
  const heading = headings.findLast((each) => bibliographyHeading.test(each.title));
  return heading ? sectionBelow(essay, heading, headings).paragraphs : [];
}

function sectionBelow(
  { text, footnotes }: EssayDocument,
  heading: EssayHeading,
  headings: readonly EssayHeading[],
) {
  const next = headings.find(({ start, level }) => start > heading.start && level <= heading.level);
  const notes = footnotes.definitions.find(({ span }) => span.start > heading.start);
  const limit = Math.min(next?.start ?? text.length, notes?.span.start ?? text.length);
  const end = Math.max(heading.end, text.slice(0, limit).trimEnd().length);
  const paragraphs = text
    .slice(heading.end, end)
    .split(/(?:\r?\n[ \t]*){2,}/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
  return { end, paragraphs };
}

function headingsOf({ tree, text }: EssayDocument): readonly EssayHeading[] {
  const headings: EssayHeading[] = [];
  tree.iterate({
    enter: ({ name, from, to }) => {
      const level = /^(?:ATX|Setext)Heading(\d)$/.exec(name)?.[1];
      if (level === undefined) return true;
      const title = text
        .slice(from, to)
        .replace(/^#+\s*|\s*#*\s*(?:\{[^{}]*\})?\s*$|\r?\n\s*(?:=+|-+)\s*$/g, '');
      const end = from + text.slice(from, to).trimEnd().length;
      headings.push({ start: from, end, level: Number(level), title });
      return false;
    },
  });
  return headings;
}

/** As the essay's sections have it, of which the first heading may be the title alone. */
function levelForNew(headings: readonly EssayHeading[]): number {
  const [first, ...others] = headings;
  const isTitle = first?.level === 1 && others.every(({ level }) => level > 1);
  return isTitle || first?.level === 2 ? 2 : (first?.level ?? 1);
}

/** Before the notes that end the essay, else its end. */
function endOfProse(essay: EssayDocument): number {
  const { text } = essay;
  const last = definitionGroups(essay).at(-1);
  const [first] = last ?? [];
  const isLast = first && text.slice(last?.at(-1)?.span.end).trim() === '';
  return text.slice(0, isLast ? first.span.start : text.length).trimEnd().length;
}
