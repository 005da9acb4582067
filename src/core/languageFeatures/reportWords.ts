import type { ArgumentKind } from '../notes/outline';
import type { Localize } from '../util/localize';

/** What people call a format of notes. */
export function formatName(format: string, localize: Localize): string {
  const names: Readonly<Record<string, string>> = {
    flat: localize('lines without indentation, as pasted from Word'),
    indented: localize('an indented outline'),
    numbered: localize('a numbered outline'),
    markdown: 'Markdown',
    obsidian: localize('Markdown, as Obsidian writes it'),
    cornell: localize('Cornell notes in a table'),
    org: 'Org',
    kindle: localize('Kindle clippings'),
    readwise: localize('an export from {0}', 'Readwise'),
    hypothesis: localize('an export from {0}', 'Hypothesis'),
    zotero: localize('an export from {0}', 'Zotero'),
    docx: localize('a Word document'),
  };
  return names[format] ?? format;
}

/** "29 paraphrases, 2 quotations", without what there is none of; empty if all are paraphrases. */
export function kindCounts(counts: Readonly<Record<string, number>>, localize: Localize): string {
  const names: Readonly<Record<ArgumentKind, string>> = {
    paraphrase: localize('paraphrased'),
    quotation: localize('quoted'),
    comment: localize('comments of your own'),
    summary: localize('summaries'),
    todo: localize('to do'),
  };
  const present = Object.entries(names).filter(([kind]) => (counts[kind] ?? 0) > 0);
  if (present.length === 1 && present[0]?.[0] === 'paraphrase') return '';
  return present.map(([kind, name]) => `${name}: ${String(counts[kind] ?? 0)}`).join(', ');
}
