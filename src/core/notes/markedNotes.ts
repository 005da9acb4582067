/** How far into a file the mark is looked for. */
export const markedHeadLength = 4000;

const frontMatter = /^\ufeff?---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;
const mark = /^marginalia[ \t]*:[ \t]*(["']?)notes\1[ \t]*(?:#.*)?$/m;

/** Whether a Markdown file says in its front matter that it holds reading notes: `marginalia: notes`. */
export function isMarkedAsNotes(text: string): boolean {
  const [, fields = ''] = frontMatter.exec(text.slice(0, markedHeadLength)) ?? [];
  return mark.test(fields.replace(/\r/g, ''));
}
