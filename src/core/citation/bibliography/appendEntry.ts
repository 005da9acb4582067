import { type CSL, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { stringify } from 'yaml';
import type { CslItem } from '../cslItem';
import { creators, issuedYear, surname } from '../cslText';
import type { TextEdit } from '../textEdit';
import { foldWords } from '../source/words';
import type { BibliographyFormat } from './bibliography';
import { isObject } from './cslItemReader';

const { format: bibtexFormat } = plugins.config.get('@bibtex');

/** Escapes what LaTeX would take for more than text; the library does so only when it also spells out every accent. */
function escapeLatex(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/[{}\\]/g, '').replace(/[&%$#_]/g, '\\$&');
  if (Array.isArray(value)) return value.map(escapeLatex);
  return isObject(value)
    ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, escapeLatex(each)]))
    : value;
}

const verbatim = new Set(['id', 'type', 'URL', 'DOI', 'citation-key']);

function toBiblatex(item: CslItem): string {
  // The library keeps its settings in one object; they are set here because nothing else in this house writes BibTeX.
  bibtexFormat.useIdAsLabel = true;
  bibtexFormat.checkLabel = false;
  bibtexFormat.asciiOnly = false;
  const variables = Object.entries(item)
    .filter(([variable]) => variable !== 'citation-key')
    .map(([variable, value]) => [variable, verbatim.has(variable) ? value : escapeLatex(value)] as const);
  const text: unknown = plugins.output.format('biblatex', [Object.fromEntries(variables) as CSL], {
    format: 'text',
  });
  const entry = String(text).trim();
  return hasParticle(item) ? entry.replace(/\}$/, '\toptions = {useprefix=true},\n}') : entry;
}

/** Whether BibLaTeX has to be told that a particle belongs to a surname. */
function hasParticle(item: CslItem): boolean {
  return Object.values(item).some(
    (names) =>
      Array.isArray(names) && names.some((name) => isObject(name) && 'non-dropping-particle' in name),
  );
}

/** What separates a new paragraph from `text` before it. */
function gapAfter(text: string, lineBreak: string): string {
  if (text.trim() === '') return '';
  return /(?:\r?\n){2}$/.test(text) ? '' : /\n$/.test(text) ? lineBreak : lineBreak.repeat(2);
}

/**
 * The edit that adds `item` at the end of a bibliography file, in the file's own format and line breaks. Undefined if
 * the file has no place for it: a CSL-JSON text that is no list.
 */
export function appendEntry(text: string, format: BibliographyFormat, item: CslItem): TextEdit | undefined {
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  const end = { start: text.length, end: text.length };
  const withBreaks = (newText: string) => newText.replace(/\r?\n/g, lineBreak);
  switch (format) {
    case 'biblatex':
      return { span: end, newText: withBreaks(gapAfter(text, '\n') + toBiblatex(item) + '\n') };
    case 'csl-yaml': {
      const closing = /(?:^|\n)\.\.\.\s*$/.exec(text);
      const start = closing ? closing.index + (closing[0].startsWith('\n') ? 1 : 0) : text.length;
      const isIndented = /^references:[^\n]*\n([ \t]+)- /m.exec(text)?.[1] ?? '';
      const lines = stringify([item])
        .trimEnd()
        .split('\n')
        .map((line) => isIndented + line);
      const before = text.slice(0, start);
      const opening = before.trim() === '' ? 'references:\n' : /\n$/.test(before) ? '' : '\n';
      return { span: { start, end: start }, newText: withBreaks(`${opening}${lines.join('\n')}\n`) };
    }
    case 'csl-json': {
      const json = JSON.stringify(item, undefined, 2).replace(/^/gm, '  ');
      if (text.trim() === '') return { span: end, newText: withBreaks(`[\n${json}\n]\n`) };
      const closing = text.lastIndexOf(']');
      if (closing < 0 || text.slice(closing + 1).replace(/[\s}]/g, '') !== '') return undefined;
      const start = text.slice(0, closing).trimEnd().length;
      const comma = text[start - 1] === '[' ? '' : ',';
      return { span: { start, end: closing }, newText: withBreaks(`${comma}\n${json}\n`) };
    }
  }
}

/** A citekey for a new entry, `zubok1996`, that is not among `taken`: then with a letter, `zubok1996a`. */
export function suggestCitekey(item: CslItem, taken: ReadonlySet<string>): string {
  const [creator] = creators(item);
  const name = creator
    ? foldWords(surname(creator)).join('')
    : foldWords(item.title ?? '')
        .slice(0, 2)
        .join('');
  const base = (name || 'source') + (issuedYear(item) ?? '');
  if (!taken.has(base)) return base;
  for (let index = 0; ; index++) {
    const suffix = index < 26 ? String.fromCharCode(97 + index) : `-${index}`;
    if (!taken.has(base + suffix)) return base + suffix;
  }
}
