/** Where words go to: the first of a line may be read as a heading or a list, and in a table a bar ends the cell. */
export interface ProsePlace {
  readonly atLineStart: boolean;
  readonly inTable: boolean;
}

/** What opens a block at the start of a line, as pandoc and CommonMark have it, up to the character that does it. */
const BLOCK_OPENING =
  /^(?:#(?=#{0,5}(?:\s|$))|>|[-+*](?=\s)|[:|~](?=\s)|(?:\d{1,9}|#|[ivxlcdm]{1,9}|[a-z])(?=[.)]\s)|\((?=(?:\d{1,9}|[ivxlcdm]{1,9}|[a-z]|@)\)\s))/u;

/** Words as Markdown that pandoc reads as these very words; a character is escaped only where it would mean something. */
export function escapeProse(text: string, { atLineStart, inTable }: ProsePlace): string {
  const escaped = text
    .replace(/\s*[\r\n]+\s*/g, ' ')
    .replace(/[\\`]/g, '\\$&')
    .replace(/(?<!\s)\*|\*(?!\s)/g, '\\*')
    .replace(/(?<![\p{L}\p{N}])_(?=\S)|(?<=\S)_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/\[(?=\^|[^[\]]*@|[^[\]]*\][([{:])/g, '\\[')
    .replace(/<(?=[\p{L}/!?])/gu, '\\<')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/\$(?=\S.*(?<=\S)\$(?!\d)|\$)/g, '\\$')
    .replace(/\^(?=[^\s^]+\^|\[)/g, '\\^')
    .replace(/~(?=~|[^\s~]+~)/g, '\\~')
    .replace(/(?<![\p{L}\p{N}\\])@(?=[\p{L}\p{N}_{])/gu, '\\@');
  const inLine = inTable ? escaped.replace(/\|/g, '\\|') : escaped;
  if (!atLineStart) return inLine;
  return inLine.replace(BLOCK_OPENING, (opening) =>
    /^[\p{L}\p{N}]/u.test(opening) || (opening === '#' && /^#[.)]\s/.test(inLine))
      ? `${opening}\\`
      : `\\${opening}`,
  );
}
