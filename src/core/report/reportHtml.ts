import type { ReportBlock, ReportDocument, ReportWords } from './reportDocument';

/** `text` in HTML, in an element or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`);
}

/**
 * The report as the content of a page's body. Words that lead somewhere are buttons with the place as JSON in `data-place`,
 * or an argument's id in `data-page`, for the page's script to send.
 */
export function reportHtml({ blocks }: ReportDocument): string {
  return blocks.map(blockHtml).join('\n');
}

function blockHtml(block: ReportBlock): string {
  switch (block.kind) {
    case 'heading':
      return `<h${String(block.level)}>${escapeHtml(block.text)}</h${String(block.level)}>`;
    case 'paragraph':
      return `<p>${wordsHtml(block.words)}</p>`;
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${wordsHtml(item)}</li>`).join('')}</ul>`;
    case 'table': {
      const head = block.head.map((text) => `<th scope="col">${escapeHtml(text)}</th>`).join('');
      const rows = block.rows.map(
        (row) => `<tr>${row.map((words) => `<td>${wordsHtml([words])}</td>`).join('')}</tr>`,
      );
      return `<table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
    }
    case 'picture':
      return `<figure>${block.svg}<figcaption>${escapeHtml(block.text)}</figcaption></figure>`;
  }
}

function wordsHtml(words: readonly ReportWords[]): string {
  return words
    .map((piece) => {
      if (typeof piece === 'string') return escapeHtml(piece);
      const attribute =
        'place' in piece
          ? `data-place="${escapeHtml(JSON.stringify(piece.place))}"`
          : `data-page="${escapeHtml(piece.addPage)}"`;
      return `<a href="#" ${attribute}>${escapeHtml(piece.text)}</a>`;
    })
    .join('');
}
