import type { Steps } from '../../util/steps';
import type { NotesBlock, NotesReading, SourceFacts } from '../blocks';
import type { NotesLine, NotesText } from '../notesText';
import type { SkippedLines } from '../outline';
import { factOf } from './sourceFields';
import { type Phrase, phrase } from '../../util/localize';

const heading = /^(#{1,6})\s+(.*)$/;
const bullet = /^[-*+]\s+/;
const property = /^(?:\*\*)?([\p{L} ]{2,24})(?:\*\*)?\s?::?(?:\*\*)?\s*(.*)$/u;
const ownWords = /^(?:\*\*|__)?(?:Notes?|Annotations?|Comments?)(?:\*\*|__)?\s?::?(?:\*\*|__)?\s*/i;
const aside = /^(?:\*\*)?(?:Tags?|URL|Link|Color|Added|Updated|Group)(?:\*\*)?\s?::?/i;
/** Hypothesis ends a highlight with its date and group: `— [Updated on …](https://hyp.is/…) — Group: #Public`. */
const stamp = /\s+[—–-]+\s*\[(?:Updated|Created|Annotated)\b[^\]]{0,80}\]\(https?:[^)]{0,300}\).{0,200}$/u;
/** Readwise Reader ends a highlight with a link back to it. */
const linkBack = /\s*\(?\[(?:View|Open) (?:Highlight|in Reader)\]\(https?:[^)]{0,300}\)\)?$/u;
const highlightSections = /^(?:new )?(?:highlights?|annotations?|page notes?)\b/i;

/** Whether this is a Markdown export of Readwise or of a Hypothesis plug-in. */
export function highlightsFormat(notes: NotesText): 'readwise' | 'hypothesis' | undefined {
  const hasSection = notes.lines.some(({ text }) =>
    /^#{1,4}\s+(?:new )?(?:highlights|annotations)\b/i.test(text),
  );
  if (!hasSection) return undefined;
  const head = notes.text.slice(0, 200_000);
  if (head.includes('](https://hyp.is/')) return 'hypothesis';
  const hasMetadata = notes.lines
    .slice(0, 60)
    .some(({ text }) => /^(?:#{1,4}\s+Metadata|-\s+Full Title:|!\[rw-book-cover\])/i.test(text));
  return hasMetadata || head.includes('](https://readwise.io/') ? 'readwise' : undefined;
}

/** Reads a list of highlights with the source's data above it, as Readwise and Hypothesis plug-ins write them. */
export function* readHighlights(
  notes: NotesText,
  from: number,
  format: 'readwise' | 'hypothesis',
): Steps<NotesReading> {
  const blocks: NotesBlock[] = [];
  const skipped: SkippedLines[] = [];
  let section: 'head' | 'metadata' | 'highlights' | 'notes' = 'head';
  let open: { readonly block: number } | undefined;
  const skip = (line: NotesLine, reason: Phrase) => {
    open = undefined;
    skipped.push({ line: line.number, endLine: line.number, reason });
  };
  for (const line of notes.lines.slice(from)) {
    if (line.number % 64 === 0) yield;
    if (line.text === '') {
      open = undefined;
      continue;
    }
    const title = heading.exec(line.text);
    if (title) {
      const [, marks = '', text = ''] = title;
      open = undefined;
      if (highlightSections.test(text)) section = /^page/i.test(text) ? 'notes' : 'highlights';
      else if (/^metadata\b/i.test(text)) section = 'metadata';
      else if (marks.length === 1 && section === 'head')
        blocks.push({ type: 'source', facts: { label: text } });
      else
        blocks.push({
          type: 'heading',
          level: marks.length,
          span: { start: line.end - text.length, end: line.end },
        });
      continue;
    }
    if (section === 'head' || section === 'metadata') {
      const facts = metadataOf(line.text);
      if (facts) blocks.push({ type: 'source', facts });
      skip(line, phrase('metadata'));
      continue;
    }
    const markerLength = (bullet.exec(line.text) ?? /^(?:>\s?)+/.exec(line.text))?.[0].length ?? 0;
    const text = line.text.slice(markerLength);
    const isBullet = bullet.test(line.text);
    if (aside.test(text)) {
      skip(line, phrase('tags and dates'));
      continue;
    }
    const last = open && blocks[open.block];
    if (/^\^[\w-]{1,60}$/.test(text)) continue;
    const own = ownWords.exec(text)?.[0];
    const end = line.end - ((stamp.exec(text) ?? linkBack.exec(text))?.[0].length ?? 0);
    if (!isBullet && own === undefined && open && last?.type === 'statement') {
      blocks[open.block] = { ...last, span: { start: last.span.start, end } };
      continue;
    }
    const start = line.start + markerLength + (own?.length ?? 0);
    if (start >= end) continue;
    const isOwn = own !== undefined || section === 'notes';
    open = { block: blocks.length };
    blocks.push({
      type: 'statement',
      span: { start, end },
      depth: isBullet ? line.indent : own === undefined ? 0 : 2,
      kind: isOwn ? 'comment' : 'quotation',
    });
  }
  const [label] = blocks.flatMap((block) =>
    block.type === 'source' && block.facts.label ? [block.facts.label] : [],
  );
  const hasTitle = blocks.some((block) => block.type === 'source' && block.facts.title !== undefined);
  if (label !== undefined && !hasTitle) blocks.unshift({ type: 'source', facts: { label, title: label } });
  return { format, syntax: 'markdown', nested: true, blocks, problems: [], skipped };
}

function metadataOf(line: string): SourceFacts | undefined {
  const [, key = '', value = ''] = property.exec(line.replace(bullet, '').slice(0, 1000)) ?? [];
  const facts =
    key === ''
      ? undefined
      : factOf(key, value.replace(/\[\[([^\]]*)\]\]/g, '$1').replace(/^\[([^\]]*)\]\([^)]*\)$/, '$1'));
  if (!facts?.authors) return facts;
  const authors = facts.authors.filter((author) => !/^(?:\w+\.)+\w{2,}$/.test(author) && author !== '');
  return authors.length > 0 ? { authors } : undefined;
}
