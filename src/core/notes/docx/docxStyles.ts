import { indentOf } from './docxRuns';
import type { Steps } from '../../util/steps';
import { xmlSteps } from './xml';

/** What a paragraph style says about a paragraph's place in the notes. */
export interface ParagraphStyle {
  name: string;
  basedOn?: string;
  /** 0 for the outermost heading. */
  outlineLevel?: number;
  numbering?: string;
  listLevel?: number;
  /** In twentieths of a point. */
  indent?: number;
}

/** Reads the paragraph styles of `styles.xml` by their ids. */
export function* readStyles(xml: string): Steps<ReadonlyMap<string, ParagraphStyle>> {
  const styles = new Map<string, ParagraphStyle>();
  let current: ParagraphStyle | undefined;
  if (xml === '') return styles;
  yield* xmlSteps(xml, {
    open(name, attributes) {
      const value = attributes['w:val'] ?? '';
      if (name === 'w:style') {
        current = { name: '' };
        styles.set(attributes['w:styleId'] ?? '', current);
      } else if (!current) return;
      else if (name === 'w:name') current.name = value;
      else if (name === 'w:basedOn') current.basedOn = value;
      else if (name === 'w:outlineLvl') current.outlineLevel = Number(value);
      else if (name === 'w:numId') current.numbering = value;
      else if (name === 'w:ilvl') current.listLevel = Number(value);
      else if (name === 'w:ind') current.indent = indentOf(attributes);
    },
    close(name) {
      if (name === 'w:style') current = undefined;
    },
  });
  return styles;
}

/** A style with what it takes over from those that it is based on. */
export function resolveStyle(
  styles: ReadonlyMap<string, ParagraphStyle>,
  id: string | undefined,
): ParagraphStyle {
  // Without its style sheet a document still tells by the ids what its author chose.
  if (id !== undefined && !styles.has(id)) return { name: id };
  let resolved: ParagraphStyle = { name: '' };
  let next = id;
  for (let steps = 0; next !== undefined && steps < 12; steps++) {
    const style: ParagraphStyle | undefined = styles.get(next);
    if (!style) break;
    resolved = { ...style, ...withoutUndefined(resolved), name: resolved.name || style.name };
    next = style.basedOn;
  }
  return resolved;
}

/** What Word's versions and other word processors call their headings; ids leave out what is no ASCII letter. */
const headingName =
  /^(?:heading|überschrift|berschrift|titre|título|ttulo|titolo|kop|rubrik|overskrift|otsikko|nagłówek|nagwek|nadpis|encabezado|cabeçalho|intestazione|заголовок|标题|標題|見出し|제목)\s?([1-9])(?:\s?(?:char|zchn))?$/iu;

/** Level of the heading that a paragraph is, 1 to 6; undefined if it is none. Its own outline level goes before its style's. */
export function headingLevel(style: ParagraphStyle, outlineLevel: number | undefined): number | undefined {
  const named = headingName.exec(style.name)?.[1];
  const level = outlineLevel ?? (named ? Number(named) - 1 : style.outlineLevel);
  return level === undefined || !(level >= 0 && level < 9) ? undefined : Math.min(6, level + 1);
}

/** Whether this is the style of a document's title. */
export function isTitle(name: string): boolean {
  return /^(?:title|titel|titre|título|titolo|titul|tytuł|название|标题|標題|表題)$/iu.test(name);
}

/** Whether this is the style of an entry in a table of contents. */
export function isContents(name: string): boolean {
  return /^(?:toc|verzeichnis|tm|tdc|sommario|оглавление)\s?\d$/iu.test(name);
}

function withoutUndefined(style: ParagraphStyle): Partial<ParagraphStyle> {
  return Object.fromEntries(Object.entries(style).filter(([, value]) => value !== undefined && value !== ''));
}
