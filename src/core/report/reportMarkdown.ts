import { escapeMarkdown } from '../util/markdownBuilder';
import type { ReportBlock, ReportDocument, ReportWords } from './reportDocument';

/** The report as Markdown, to be kept or sent: without links, which would lead nowhere elsewhere. */
export function reportMarkdown({ blocks }: ReportDocument): string {
  return `${blocks.map(blockMarkdown).join('\n\n')}\n`;
}

function blockMarkdown(block: ReportBlock): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${escapeText(block.text)}`;
    case 'paragraph':
      return wordsMarkdown(block.words);
    case 'list':
      return block.items.map((item) => `- ${wordsMarkdown(item)}`).join('\n');
    case 'table': {
      const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
      const rows = block.rows.map((row) => line(row.map((words) => wordsMarkdown([words]))));
      return [line(block.head.map(escapeText)), line(block.head.map(() => '---')), ...rows].join('\n');
    }
    case 'picture':
      return escapeText(block.text);
  }
}

function wordsMarkdown(words: readonly ReportWords[]): string {
  return words.map((piece) => escapeText(typeof piece === 'string' ? piece : piece.text)).join('');
}

/** Escaped no more than needed to be read as plain text, too. */
function escapeText(text: string): string {
  return escapeMarkdown(text)
    .replace(/\\([#+\-.!~:=/"'(){}])/g, '$1')
    .replace(/^([-+#])/, '\\$1');
}
