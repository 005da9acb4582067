import type { CslItem, CslName } from '../cslItem';
import { plainCslText } from '../cslText';
import { marks } from './formattedText';
import { restoreCase } from './titleCase';
import { looksForeign } from './titleLanguage';

/** A title's quotation marks as citeproc takes them to set the locale's own: ‘…’ within “…”, or the other way round. */
const withPlainQuotes = (title: string) => title.replace(/[“”]/g, '"');

/** Variables that no style prints and that can be long. */
const unprinted = new Set(['abstract', 'annote', 'keyword', 'file', 'custom', 'isFromBibtex']);

const nameVariables = new Set(['author', 'editor', 'translator', 'container-author', 'collection-editor']);

/** A title's markup: `<i>`, `<span class="nocase">`, … as CSL-JSON allows it. */
const tag = /<\/?(?:i|b|sup|sub|sc|span)\b[^<>]*>/g;

/**
 * The short form of a title for later notes: what stands before its first ": ", if anything does. Markup that the cut
 * would leave open is left out.
 */
export function deriveShortTitle(title: string): string | undefined {
  const cut = title.search(/[:：](?=\s)/);
  if (cut <= 0) return undefined;
  const short = title.slice(0, cut).trim();
  const tags = short.match(tag) ?? [];
  const balanced = tags.filter((each) => each.startsWith('</')).length * 2 === tags.length;
  return (balanced ? short : short.replace(tag, '')) || undefined;
}

function prepareName(name: CslName, isFromBibtex: boolean, hasComma: boolean): object {
  const isOthers = [name.literal, name.family].includes('others') && !name.given;
  if (isOthers) return hasComma ? { family: marks.others, 'parse-names': false } : { literal: marks.others };
  return isFromBibtex ? { ...name, 'parse-names': false } : name;
}

/**
 * `item` as it is handed to citeproc: with a short title, with "and others" marked, without what no style prints.
 *
 * @param hasComma whether the style wants a comma before "et al." wherever one could stand.
 */
export function toProcessorItem(item: CslItem, hasComma = false): CslItem {
  const prepared: Record<string, unknown> = {};
  for (const [variable, value] of Object.entries(item)) {
    if (unprinted.has(variable)) continue;
    prepared[variable] =
      nameVariables.has(variable) && Array.isArray(value)
        ? (value as CslName[]).map((name) => prepareName(name, item.isFromBibtex === true, hasComma))
        : value;
  }
  if (typeof prepared.page === 'string') prepared.page = prepared.page.replace(/-{2,}/g, '-');
  const short = item['title-short'] ?? item.shortTitle;
  const isForeign = item.language === undefined && looksForeign(plainCslText(item.title ?? ''));
  // A language that no locale has keeps citeproc from changing capitals.
  if (isForeign) prepared.language = 'und';
  prepared['title-short'] = short ?? (item.title === undefined ? undefined : deriveShortTitle(item.title));
  if (!item.isFromBibtex) return { ...prepared, id: item.id, type: item.type };
  for (const [variable, value] of Object.entries(prepared))
    if (/title/.test(variable) && typeof value === 'string') prepared[variable] = withPlainQuotes(value);
  return restoreCase(
    { ...prepared, id: item.id, type: item.type },
    !isForeign && (typeof item.language !== 'string' || /^en\b/.test(item.language)),
  );
}
