import type { TextEdit } from '../../citation/textEdit';
import type { EssayDocument } from '../essayDocument';
import type { NoteDefinition } from '../footnotes';
import type { DefinitionLayout } from './noteRecord';

/** Definitions that stand together, with nothing but empty lines between them, each at the start of its line. */
export function definitionGroups({
  text,
  footnotes: { definitions },
}: EssayDocument): readonly (readonly NoteDefinition[])[] {
  const groups: NoteDefinition[][] = [];
  let end = -1;
  for (const definition of definitions) {
    const follows = end >= 0 && /^\s*\n$/.test(text.slice(end, definition.span.start));
    if (follows) groups.at(-1)?.push(definition);
    else groups.push([definition]);
    end = definition.span.end;
  }
  return groups;
}

export function definitionLayout(essay: EssayDocument): DefinitionLayout {
  const groups = definitionGroups(essay);
  const [first, second] = groups.find((group) => group.length > 1) ?? [];
  const separator = first && second && essay.text.slice(first.span.end, second.span.start);
  const end = groups.at(-1)?.at(-1)?.span.end;
  const followedBy = end === undefined ? undefined : /\S[^\r\n]*/.exec(essay.text.slice(end))?.[0];
  return { ...(separator !== undefined && { separator }), ...(followedBy !== undefined && { followedBy }) };
}

/** The edits that take definitions out, each with the line breaks that belong to it. */
export function removeDefinitions(essay: EssayDocument, labels: ReadonlySet<string>): readonly TextEdit[] {
  const { text } = essay;
  const edits: TextEdit[] = [];
  for (const group of definitionGroups(essay)) {
    const isAll = group.every(({ label }) => labels.has(label));
    group.forEach(({ label, span }, index) => {
      if (!labels.has(label)) return;
      const [before, after] = [group[index - 1], group[index + 1]];
      const keepsEarlier = group.slice(0, index).some((earlier) => !labels.has(earlier.label));
      // The first ones take the gap behind them along, the others the gap before them.
      if (!isAll && !keepsEarlier && after) edits.push(cut(span.start, after.span.start));
      else edits.push(cut(before ? before.span.end : startOfGap(text, span.start), span.end));
    });
  }
  return edits;
}

const cut = (start: number, end: number): TextEdit => ({ span: { start, end }, newText: '' });

const startOfGap = (text: string, offset: number) => text.slice(0, offset).trimEnd().length;

/** The end of what stands before the one line that reads `followedBy`, or of the whole text. */
function endOfText(text: string, followedBy: string | undefined): number {
  const lines = text.split(/\r?\n/);
  const isUnique = followedBy !== undefined && lines.filter((line) => line === followedBy).length === 1;
  return startOfGap(text, isUnique ? text.search(lineOf(followedBy)) : text.length);
}

const lineOf = (line: string) => new RegExp(`^${line.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\r?$`, 'm');

/** A new footnote, and where the text refers to it. */
export interface NewDefinition {
  readonly label: string;
  readonly note: string;
  readonly referredAt: number;
}

/**
 * The edits that add definitions: among those that stand last in the essay, in the order of the text, else where the last
 * ones stood, else at its end.
 * @param layout how the definitions stood before, where the essay does not tell.
 */
export function addDefinitions(
  essay: EssayDocument,
  added: readonly NewDefinition[],
  layout: DefinitionLayout = {},
): readonly TextEdit[] {
  const newline = essay.text.includes('\r\n') ? '\r\n' : '\n';
  const gap = definitionLayout(essay).separator ?? layout.separator ?? newline;
  const last = definitionGroups(essay).at(-1);
  const end = last?.at(-1)?.span.end ?? endOfText(essay.text, layout.followedBy);
  const referredAt = new Map<string, number>();
  for (const { label = '', span } of essay.footnotes.references.toReversed())
    referredAt.set(label, span.start);
  const edits = new Map<number, string>();
  const append = (offset: number, text: string) => edits.set(offset, (edits.get(offset) ?? '') + text);
  for (const { label, note, referredAt: at } of added.toSorted((a, b) => a.referredAt - b.referredAt)) {
    const next = last?.find((definition) => (referredAt.get(definition.label) ?? Infinity) > at);
    const definition = `[^${label}]: ${note}`;
    if (next) append(next.span.start, definition + gap);
    else append(end, (last || edits.has(end) ? gap : end === 0 ? '' : newline + newline) + definition);
  }
  return [...edits].map(([offset, newText]) => ({ span: { start: offset, end: offset }, newText }));
}
