import type { Span } from '../../../text/position';
import type { Steps } from '../../../util/steps';
import type { NotesBlock, NotesReading, SourceFacts } from '../../blocks';
import type { NotesText } from '../../notesText';
import type { SkippedLines } from '../../outline';
import { takeNamedSource } from '../../locator/takeNamedSource';
import { readSourceTitle } from '../../sourceLabel';
import { unescapeText } from '../../statement/escapes';
import { zoteroExportTitle } from '../zoteroReader';
import { exportReading, linesOf } from './highlights';
import { readHtml, type HtmlLine } from './html';
import { phrase } from '../../../util/localize';

const headingTag = /^h([1-6])$/;
/** A citation, and the links to the PDF that may follow it. */
const citation = /\(((?:[^()]|\([^()]{0,40}\)){3,300})\)(?:\s*\((?:pdf|snapshot|epub)\))*/giu;
const quotationMark = /^[“"«‘„]/;

/** Whether this is a note that Zotero or Better Notes exported as HTML. */
export function isZoteroHtml(html: string): boolean {
  return /class\s*=\s*["']?zotero-note\b|data-schema-version\s*=|zotero:\/\/(?:select|open)|class="citation-item"|data-citation(?:-items)?=/.test(
    html,
  );
}

/** Reads notes of Zotero, with the annotations in them: a quotation with its citation, the student's words behind it. */
export function* readZoteroHtml(notes: NotesText): Steps<NotesReading> {
  const lines = (yield* readHtml(notes.text)).filter(({ tag }) => tag !== 'title');
  const blocks: NotesBlock[] = [];
  const skipped: SkippedLines[] = [];
  const parts = new Map<number, HtmlLine[]>();
  for (const line of lines) {
    const known = parts.get(line.part);
    if (known) known.push(line);
    else parts.set(line.part, [line]);
  }
  let part: number | undefined;
  for (const [index, line] of lines.entries()) {
    if (index % 32 === 0) yield;
    if (line.part !== part) {
      part = line.part;
      const source = onlySource(parts.get(part) ?? []);
      if (source) blocks.push({ type: 'source', facts: source, another: true });
      const title = line.text.replace(/\s+/g, ' ');
      if (line.tag === 'h1' && zoteroExportTitle.test(title)) {
        skipped.push({ ...linesOf(notes, line), reason: phrase('about the export') });
        continue;
      }
      if (line.tag === 'h1') {
        const { facts } = readSourceTitle(withItalics(notes.text.slice(line.start, line.end)));
        blocks.push({
          type: 'source',
          facts,
          ...(source ? { more: true as const } : { another: true as const }),
        });
        continue;
      }
    }
    const level = headingTag.exec(line.tag)?.[1];
    if (level) blocks.push({ type: 'heading', level: Number(level), span: line });
    else blocks.push(...statements(notes, line));
  }
  return exportReading('zotero', 'html', blocks, { problems: [], skipped });
}

/** A title with asterisks for its italics, which tell the name of a book from that of its author. */
function withItalics(html: string): string {
  const title = unescapeText(html.replace(/<\/?(?:em|i)>/gi, '*'), 'html')
    .replace(/\s+/g, ' ')
    .trim();
  return title.split('*').length % 2 === 0 ? `${title}*` : title;
}

/** The source of a note that holds little else than annotations, if all of them cite the same one. */
function onlySource(lines: readonly HtmlLine[]): SourceFacts | undefined {
  const annotations = lines.filter(({ marks }) =>
    marks.some(({ className }) => /^citation\b/.test(className)),
  );
  if (annotations.length < lines.length / 2) return undefined;
  const found = new Map<string, SourceFacts>();
  for (const { text } of lines)
    for (const [, inner = ''] of text.matchAll(citation)) {
      const { named } = takeNamedSource(`x (${inner.replace(/\s+/g, ' ')})`);
      if (named && !named.citekey)
        found.set(named.label, { label: named.label, ...(named.year && { year: named.year }) });
    }
  return found.size === 1 ? [...found.values()][0] : undefined;
}

function statements(notes: NotesText, line: HtmlLine): NotesBlock[] {
  const depth = line.listDepth;
  const raw = notes.text.slice(line.start, line.end);
  const mark = line.marks.find(({ className }) => /^citation\b/.test(className));
  const isAnnotation = line.marks.some(({ className }) => /^(?:highlight|underline)\b/.test(className));
  const isQuotation = isAnnotation || line.inQuote || quotationMark.test(line.text);
  if (mark?.start === line.start) return [statement(line, depth, 'comment')];
  const cut = mark && isQuotation ? afterCitation(raw, mark.end - line.start) : undefined;
  if (cut === undefined || !mark)
    return [statement(line, depth, line.inQuote || isAnnotation ? 'quotation' : undefined)];
  const quotation = statement({ start: line.start, end: mark.end }, depth, 'quotation');
  if (cut >= raw.length) return [quotation];
  return [quotation, statement({ start: line.start + cut, end: line.end }, depth + 1, 'comment')];
}

/** Where the student's words begin behind a citation and the links to the PDF. */
function afterCitation(raw: string, end: number): number {
  const links =
    /^(?:\s|<[^>]{0,500}>|\(\s*(?:<[^>]{0,500}>)*\s*(?:pdf|snapshot|epub)\s*(?:<[^>]{0,500}>)*\s*\))*/i;
  const next = end + (links.exec(raw.slice(end))?.[0].length ?? 0);
  return unescapeText(raw.slice(next), 'html').trim() === '' ? raw.length : next;
}

function statement(span: Span, depth: number, kind: 'quotation' | 'comment' | undefined): NotesBlock {
  return { type: 'statement', span: { start: span.start, end: span.end }, depth, ...(kind && { kind }) };
}
