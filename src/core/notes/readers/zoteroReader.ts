import type { Steps } from '../../util/steps';
import type { NotesBlock, NotesReading } from '../blocks';
import { takeNamedSource } from '../locator/takeNamedSource';
import type { NotesText } from '../notesText';
import type { SkippedLines } from '../outline';
import { readSourceTitle } from '../sourceLabel';
import { stripMarkup } from '../statement/markup';
import { readMarkdown } from './markdownReader';
import { phrase } from '../../util/localize';

/** `([Zubok and Pleshakov, 1996, p. 63](zotero://select/…))`: the citation that Zotero or ZotFile puts behind an annotation. */
const citation =
  /\(\[(?!(?:pdf|snapshot|epub|snippet)\])((?:[^\][]|\[[^\][]{0,80}\]){1,300})\]\(zotero:\/\/(?:select|open)[^)\s]{0,500}\)\)/g;
/** The same as plain text: `(Voss, 1999, p. 12)`, in ZotFile's notes `(Voss 1999:12)`. */
const plainInner = String.raw`(?:[^()]|\([^()]{0,40}\)){3,200}(?:,\s(?:pp?|S|с)\.\s?|\s\d{4}\w?:\s?)[\divxlc–-]{1,15}`;
const plainCitation = new RegExp(String.raw`[”"’»]\s*\((${plainInner})\)`, 'g');
const citationAtEnd = new RegExp(String.raw`\s\((${plainInner})\)$`, 'g');
/** ZotFile's link behind the student's own note. */
const ownNote = /^(?:note|Notiz|nota|notitie)\s(?:on|auf|sur|en|op)\s(?:p|S)\.\s?([\divxlc]{1,8})$/i;
const pdfLink = /^\s*\(\[(?:pdf|snapshot|epub|snippet)\]\([^)\s]{0,500}\)\)/i;
const quotationStart = /^(?:[-*]\s+|>\s*)?(?:<[^>]{1,200}>)?[“"«‘„]/;
/** A comment that belongs to a place and to no highlight has its citation before it. */
const ledByCitation = /^\(\[[^\]]{3,300}\]\(zotero:/;
const heading = /^#{1,6}\s+/;
/** What Zotero calls the notes that it makes of annotations: "Annotations" in its language, or a date. */
export const zoteroExportTitle =
  /^(?:Annotations?|Extracted Annotations?|Annotationen|Anmerkungen|Annotazioni|Anotaciones|Annotations extraites|Аннотации|注释|注釈)\b|^\(?\d{1,2}[./]\d{1,2}[./]\d{2,4}/i;

/** Whether this is what Zotero makes of annotations: quotations in quotation marks, each with its citation behind it. */
export function isZotero(notes: NotesText): boolean {
  const head = notes.text.slice(0, 100_000);
  if (head.includes('(zotero://')) return true;
  return (
    notes.lines.slice(0, 8).some(({ text }) => zoteroExportTitle.test(text.replace(heading, ''))) &&
    firstCitation(head) !== null
  );
}

/** Reads annotations and notes that Zotero exported. The visible page label counts, never the PDF's page index. */
export function* readZotero(notes: NotesText, from: number): Steps<NotesReading> {
  const cited = yield* citedSources(notes);
  const [only] = cited;
  const source: NotesBlock[] = cited.length === 1 && only ? [{ type: 'source', facts: only }] : [];
  if (!isMostlyAnnotations(notes, from)) {
    const reading = yield* readMarkdown(notes, from, 'zotero');
    return { ...reading, blocks: [...source, ...reading.blocks] };
  }
  return yield* readAnnotations(notes, from, source);
}

/** So many lines show what the rest is like. */
const sampleSize = 500;

function isMostlyAnnotations(notes: NotesText, from: number): boolean {
  let annotations = 0;
  let lines = 0;
  for (let number = from; number < notes.lines.length && lines < sampleSize; number++) {
    const text = notes.lines[number]?.text ?? '';
    if (text === '' || heading.test(text) || zoteroExportTitle.test(text)) continue;
    lines++;
    const first = quotationStart.test(text) || ledByCitation.test(text) ? firstCitation(text) : null;
    if (first && !firstCitation(text.slice(first.index + first[0].length))) annotations++;
  }
  return annotations >= lines * 0.4;
}

/** The first citation that is a link, else the first one at all. */
function firstCitation(text: string): RegExpExecArray | null {
  return (text.includes('](zotero:') ? firstOf(citation, text) : null) ?? firstOf(plainCitation, text);
}

function firstOf(pattern: RegExp, text: string): RegExpExecArray | null {
  pattern.lastIndex = 0;
  return pattern.exec(text);
}

/** The sources of all citations in the file; Zotero writes the same one behind every annotation of a PDF. */
function* citedSources(notes: NotesText): Steps<{ readonly label: string; readonly year?: string }[]> {
  const found = new Map<string, { readonly label: string; readonly year?: string }>();
  const seen = new Set<string>();
  const text = notes.text.slice(0, 1_000_000);
  let count = 0;
  for (const pattern of [citation, plainCitation])
    for (const [, cited = ''] of text.matchAll(pattern)) {
      if (++count % 32 === 0) yield;
      const work = cited.replace(/,[^,]*$/, '');
      if (seen.has(work)) continue;
      seen.add(work);
      const { named } = takeNamedSource(`x (${stripMarkup(cited, 'markdown').text})`);
      if (named && !named.citekey)
        found.set(named.label, { label: named.label, ...(named.year && { year: named.year }) });
    }
  return [...found.values()];
}

function* readAnnotations(
  notes: NotesText,
  from: number,
  source: readonly NotesBlock[],
): Steps<NotesReading> {
  const blocks: NotesBlock[] = [...source];
  const skipped: SkippedLines[] = [];
  for (const line of notes.lines.slice(from)) {
    if (line.number % 32 === 0) yield;
    if (line.text === '') continue;
    const marks = heading.exec(line.text)?.[0];
    const title = marks === undefined ? line.text : line.text.slice(marks.length);
    if (zoteroExportTitle.test(title)) {
      skipped.push({ line: line.number, endLine: line.number, reason: phrase('about the export') });
      continue;
    }
    if (marks !== undefined) {
      const isTitle = blocks.length <= source.length && marks.trim().length === 1;
      if (isTitle) blocks.push({ type: 'source', facts: readSourceTitle(title).facts });
      else
        blocks.push({
          type: 'heading',
          level: marks.trim().length,
          span: { start: line.start + marks.length, end: line.end },
        });
      continue;
    }
    const lead = /^(?:[-*]\s+|>\s*)/.exec(line.text)?.[0].length ?? 0;
    const start = line.start + lead;
    const text = line.text.slice(lead);
    const link = firstCitation(text) ?? firstOf(citationAtEnd, text);
    if (!link) {
      blocks.push({ type: 'statement', span: { start, end: line.end }, depth: 1, kind: 'comment' });
      continue;
    }
    const notePage = ownNote.exec(link[1] ?? '')?.[1];
    if (notePage !== undefined) {
      const end = start + text.slice(0, link.index).trimEnd().length;
      const locator = { label: 'page', value: notePage };
      blocks.push({ type: 'statement', span: { start, end }, depth: 0, kind: 'comment', locator });
      continue;
    }
    const quoteEnd = link.index + link[0].length;
    if (link.index === 0 && text.slice(quoteEnd).trim() !== '') {
      blocks.push({ type: 'statement', span: { start, end: line.end }, depth: 0, kind: 'comment' });
      continue;
    }
    const isQuote = quotationStart.test(text);
    let commentStart = quoteEnd;
    for (let pdf = pdfLink.exec(text.slice(commentStart)); pdf; pdf = pdfLink.exec(text.slice(commentStart)))
      commentStart += pdf[0].length;
    blocks.push({
      type: 'statement',
      span: { start, end: start + quoteEnd },
      depth: 0,
      kind: isQuote ? 'quotation' : 'comment',
    });
    const comment = text.slice(commentStart);
    const space = comment.length - comment.trimStart().length;
    if (comment.trim() !== '')
      blocks.push({
        type: 'statement',
        span: { start: start + commentStart + space, end: line.end },
        depth: 1,
        kind: 'comment',
      });
  }
  return { format: 'zotero', syntax: 'markdown', nested: true, blocks, problems: [], skipped };
}
