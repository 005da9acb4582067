import type { NotesBlock, SourceFacts } from '../blocks';
import { readSourceTitle, stripNotesWord } from '../sourceLabel';

/** What notes can do without in a heading and still mean the same work. */
const fold = (text: string) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/^(?:the|an?) /, '')
    .trim();

/** The facts of the sources that `blocks` name. */
export const factsIn = (blocks: readonly NotesBlock[]): readonly SourceFacts[] =>
  blocks.flatMap((block) => (block.type === 'source' ? [block.facts] : []));

/**
 * Whether the heading above all others can be the source's name where the head of the file, `known`, has named it already:
 * then it must tell the same work, or say itself that it is one. "The Soviet Famines" in notes titled "Bloodlands" is a
 * question.
 */
export function mayBeTitle(heading: string, known: readonly SourceFacts[]): boolean {
  const names = known.flatMap(({ title, label }) => [title, label]).filter((name) => name !== undefined);
  if (names.length === 0) return true;
  const { label, said } = stripNotesWord(heading.replace(/[*_]/g, ''));
  if (said || readSourceTitle(heading).certain) return true;
  const words = fold(label);
  const people = known.flatMap(({ authors, citekey, aliases }) => [
    ...(authors ?? []).flatMap((author) =>
      author.split(/[\s,]+/).filter((part) => /^\p{Lu}\p{L}{2,}/u.test(part)),
    ),
    ...(aliases ?? []),
    ...(citekey === undefined ? [] : [/^[\p{L}'’]{3,}/u.exec(citekey)?.[0] ?? citekey]),
  ]);
  const has = (name: string) => ` ${words} `.includes(` ${fold(name)} `);
  return (
    people.some(has) ||
    names.some((name) => {
      const folded = fold(name);
      const main = fold(name.split(/[:.—–]\s/u)[0] ?? name);
      return ` ${folded} `.includes(` ${words} `) || has(folded) || (main !== '' && has(main));
    })
  );
}
