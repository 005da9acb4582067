import type { Steps } from '../../util/steps';
import { xmlSteps } from './xml';

interface Level {
  format: string;
  start: number;
}

/** A list of a document: what it counts with, and where its levels start anew. */
interface List {
  readonly abstract: string;
  readonly restarts: ReadonlyMap<number, number>;
}

/** How a document's lists are numbered. */
export interface Numbering {
  readonly levels: ReadonlyMap<string, readonly Level[]>;
  readonly lists: ReadonlyMap<string, List>;
}

/** Reads `numbering.xml`. */
export function* readNumbering(xml: string): Steps<Numbering> {
  const levels = new Map<string, Level[]>();
  const lists = new Map<string, List>();
  let abstract: Level[] | undefined;
  let restarts = new Map<number, number>();
  let level = 0;
  let id = '';
  if (xml === '') return { levels, lists };
  yield* xmlSteps(xml, {
    open(name, attributes) {
      const value = attributes['w:val'] ?? '';
      const current = abstract?.[level];
      if (name === 'w:abstractNum') levels.set(attributes['w:abstractNumId'] ?? '', (abstract = []));
      else if (name === 'w:lvl' || name === 'w:lvlOverride') {
        level = Math.min(8, Math.max(0, Number(attributes['w:ilvl'] ?? 0) || 0));
        if (abstract) abstract[level] = { format: 'bullet', start: 1 };
      } else if (name === 'w:numFmt' && current) current.format = value;
      else if (name === 'w:start' && current) current.start = Number(value) || 0;
      else if (name === 'w:startOverride') restarts.set(level, Number(value) || 0);
      else if (name === 'w:num') {
        id = attributes['w:numId'] ?? '';
        abstract = undefined;
        restarts = new Map();
      } else if (name === 'w:abstractNumId') lists.set(id, { abstract: value, restarts });
    },
  });
  return { levels, lists };
}

/** Counts the items of a document's lists: lists with the same definition go on counting unless they restart. */
export class ListCounters {
  readonly #numbering: Numbering;
  readonly #values = new Map<string, number[]>();
  readonly #restarted = new Set<string>();

  constructor(numbering: Numbering) {
    this.#numbering = numbering;
  }

  /** Counts an item and returns its marker. */
  next(id: string, level: number): string {
    const list = this.#numbering.lists.get(id);
    const key = list?.abstract ?? `list ${id}`;
    const levels = this.#numbering.levels.get(key);
    const values = this.#values.get(key) ?? [];
    values.length = Math.min(values.length, level + 1);
    const restart = list?.restarts.get(level);
    if (restart !== undefined && !this.#restarted.has(`${id} ${String(level)}`)) {
      this.#restarted.add(`${id} ${String(level)}`);
      values[level] = restart;
    } else {
      const known = values[level];
      values[level] = known === undefined ? (levels?.[level]?.start ?? 1) : known + 1;
    }
    this.#values.set(key, values);
    return markerOf(levels?.[level]?.format ?? 'bullet', values[level]);
  }
}

const romans = [
  ['c', 100], ['xc', 90], ['l', 50], ['xl', 40], ['x', 10], ['ix', 9], ['v', 5], ['iv', 4], ['i', 1],
] as const; // prettier-ignore

function roman(value: number): string {
  let rest = value;
  let numeral = '';
  for (const [sign, worth] of romans)
    while (rest >= worth && numeral.length < 20) {
      numeral += sign;
      rest -= worth;
    }
  return numeral;
}

/** The marker of the `value`-th item in a list of this format, as the text view shows it. */
function markerOf(format: string, value: number): string {
  const letter = String.fromCharCode(97 + ((Math.max(1, value) - 1) % 26));
  switch (format) {
    case 'bullet':
    case 'none':
      return '-';
    case 'upperRoman':
      return `${roman(value).toUpperCase()}.`;
    case 'lowerRoman':
      return `${roman(value)}.`;
    case 'upperLetter':
      return `${letter.toUpperCase()}.`;
    case 'lowerLetter':
      return `${letter}.`;
  }
  return `${String(value)}.`;
}
