/**
 * Emphasis as Markdown writes it, as the markup that citeproc reads; a backslash escape becomes its character, and hyphens
 * and dots become dashes and an ellipsis, as in pandoc.
 */
export function toCslMarkup(markdown: string): string {
  return markdown
    .replace(/(?<![\\*])\*\*(?=[^\s*])([^*]*[^\s*\\])\*\*(?!\*)/g, '<b>$1</b>')
    .replace(/(?<![\\*\w])(\*|_)(?=[^\s*_])([^*_]*[^\s*_\\])\1(?![*\w])/g, '<i>$2</i>')
    .replace(/(?<![\\-])---(?!-)/g, '—')
    .replace(/(?<![\\-])--(?!-)/g, '–')
    .replace(/(?<![\\.])\.\.\.(?!\.)/g, '…')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1');
}
