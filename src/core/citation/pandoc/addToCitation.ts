import type { Cite } from '../citation';
import { mergeCite } from '../mergeCites';
import type { TextEdit } from '../textEdit';
import type { ParsedCitation, ParsedCite } from './pandocCitation';
import { writeCite, writeLocator } from './writeCitation';

/**
 * The edit that adds a source to a citation of `text`: `[see @a, p. 3]` becomes `[see @a, p. 3; @b, p. 5]`, or
 * `[see @a, pp. 3, 5]` for the same work. Everything else stays to the letter. Undefined where there is no place for it:
 * an author who is part of the sentence has no brackets that another one could go into.
 */
export function addToCitation(text: string, citation: ParsedCitation, added: Cite): TextEdit | undefined {
  for (const part of citation.parts) {
    const edit = addToPart(text, citation, part, added);
    if (edit) return edit;
  }
  const closing = citation.span.end - 1;
  if (text[closing] !== ']') return undefined;
  return { span: { start: closing, end: closing }, newText: `; ${writeCite(added)}` };
}

function addToPart(
  text: string,
  { kind, parts, span }: ParsedCitation,
  { cite, citekeySpan, locatorSpan }: ParsedCite,
  added: Cite,
): TextEdit | undefined {
  const merged = mergeCite(cite, added);
  if (!merged) return undefined;
  const after = { start: citekeySpan.end, end: citekeySpan.end };
  if (!merged.locator || merged.locator === cite.locator) return { span: after, newText: '' };
  const place = writeLocator(merged.locator);
  if (locatorSpan) return text[locatorSpan.start] === '{' ? undefined : { span: locatorSpan, newText: place };
  if (kind === 'bracketed' || citekeySpan.start > span.start) return { span: after, newText: `, ${place}` };
  return parts.length === 1 && span.end === citekeySpan.end
    ? { span: after, newText: ` [${place}]` }
    : undefined;
}
