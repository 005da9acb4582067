import { Sign } from '../../text/signs';
import type { Steps } from '../../util/steps';
import type { NotesReading, SourceFacts } from '../blocks';
import type { NotesText } from '../notesText';
import { readExport } from './exports/readExport';
import { readFrontMatter } from './frontMatter';
import { highlightsFormat, readHighlights } from './highlightsReader';
import { isHypothesisText, readHypothesisText } from './hypothesisReader';
import { readKindle } from './kindleReader';
import { readMarkdown } from './markdownReader';
import { readOrg } from './orgReader';
import { readPlain } from './plainReader';
import { factsIn } from './titleHeading';
import { isZotero, readZotero } from './zoteroReader';

/** Finds out how notes are written and has them read by the reader of that format. */
export function* readNotes(notes: NotesText): Steps<NotesReading> {
  const exported = yield* readExport(notes);
  if (exported) return exported;
  if (isKindle(notes)) return yield* readKindle(notes);
  if (isOrg(notes)) return yield* readOrg(notes);
  if (isHypothesisText(notes)) return yield* readHypothesisText(notes);
  const front = readFrontMatter(notes);
  const body = yield* readBody(notes, front.end, factsIn(front.blocks));
  return {
    ...body,
    blocks: [...front.blocks, ...body.blocks],
    problems: [...front.problems, ...body.problems],
    skipped: [...front.skipped, ...body.skipped],
  };
}

function* readBody(notes: NotesText, from: number, known: readonly SourceFacts[]): Steps<NotesReading> {
  const highlights = highlightsFormat(notes);
  if (highlights) return yield* readHighlights(notes, from, highlights);
  if (isZotero(notes)) return yield* readZotero(notes, from);
  const isMarkdown = /\.(?:md|markdown|mdown)$/i.test(notes.fileName);
  const hasList = isMarkdown && notes.lines.slice(from).some(({ text }) => /^[-*+]\s/.test(text));
  const markup = markupOf(notes, from) ?? (hasList ? 'markdown' : undefined);
  if (markup === undefined) {
    const reading = yield* readPlain(notes, from);
    return (from > 0 || isMarkdown) && reading.format === 'indented'
      ? { ...reading, format: 'markdown' }
      : reading;
  }
  return yield* readMarkdown(notes, from, markup, known);
}

function isKindle(notes: NotesText): boolean {
  const end = notes.lines.findIndex(({ text }) => text === '==========');
  if (end < 0) return false;
  const entry = notes.lines.slice(0, end).filter(({ text }) => text !== '');
  return /^[-–•]\s.*\d/.test(entry[1]?.text ?? '');
}

function isOrg(notes: NotesText): boolean {
  if (/\.org$/i.test(notes.fileName)) return true;
  const head = notes.lines.slice(0, 200);
  const stars = head.filter(({ text, indent }) => indent === 0 && /^\*+\s/.test(text)).length;
  return (
    stars > 0 &&
    head.some(
      ({ text }) =>
        /^#\+(?:title|author|begin_quote|startup|filetags):?/i.test(text) || text === ':PROPERTIES:',
    )
  );
}

const obsidian =
  /\[\[[^\]\n]{1,200}\]\]|^> ?\[![\p{L}-]{1,40}[\]|]|==[^=\n]{1,300}==|%%|\s\^[A-Za-z0-9-]{2,40}$|^(?:- )?[\p{L} _-]{1,40}:: /mu;
const obsidianSigns = Sign.bracket | Sign.doubled | Sign.caret;
const markdown =
  /^#{1,6}\s+\S|^##+[^#\s]|^>|^(?:```|~~~)|^\s{0,3}\|?\s*:?-{2,}:?\s*\|[\s:|-]*$|^\s*[-*+]\s\[[ xX]\]\s|\*\*[^*\n]{1,200}\*\*|\[[^\]\n]{1,200}\]\([^)\n]{1,500}\)/mu;
const cornell =
  /^\|?\s*\**(?:cues?|questions?|key ?words?|key (?:points?|ideas?|terms?)|main ideas?|topics?|fragen?|вопросы?|问题|线索|preguntas?)\b[^|\n]{0,60}\|.{0,200}$/imu;

/** What notes with markup are called: `cornell`, `obsidian`, `markdown`; undefined if they have none. */
function markupOf(notes: NotesText, from: number): string | undefined {
  const text = notes.text
    .slice(notes.lineMap.lineStart(from), notes.lineMap.lineStart(from) + 300_000)
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n');
  if (notes.signs & Sign.bar && cornell.test(text) && /^\|?\s*:?-{2,}:?\s*\|/m.test(text)) return 'cornell';
  if (notes.signs & obsidianSigns && obsidian.test(text)) return 'obsidian';
  return markdown.test(text) ? 'markdown' : undefined;
}
