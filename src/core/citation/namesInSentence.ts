import type { CslItem } from './cslItem';
import { creators, plainTitle, surname } from './cslText';
import { escapeMarkdown } from './style/formattedText';

/** Whom a sentence names for a work, in Markdown: "Zubok and Pleshakov", four and more as "Zubok et al.", else the title. */
export function namesInSentence(item: CslItem): string {
  const names = creators(item).map(surname).map(escapeMarkdown);
  const [first = ''] = names;
  if (names.length === 0) return `*${escapeMarkdown(plainTitle(item) ?? item.id)}*`;
  if (names.length > 3 || names.includes('others')) return `${first} et al.`;
  return names.length === 3 ? `${names.slice(0, 2).join(', ')}, and ${names[2]}` : names.join(' and ');
}
