import { readXml } from './xml';

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
export function readStyles(xml: string): ReadonlyMap<string, ParagraphStyle> {
  const styles = new Map<string, ParagraphStyle>();
  let current: ParagraphStyle | undefined;
  if (xml === '') return styles;
  readXml(xml, {
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
      else if (name === 'w:ind') current.indent = Number(attributes['w:left'] ?? attributes['w:start'] ?? 0);
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

function withoutUndefined(style: ParagraphStyle): Partial<ParagraphStyle> {
  return Object.fromEntries(Object.entries(style).filter(([, value]) => value !== undefined && value !== ''));
}
