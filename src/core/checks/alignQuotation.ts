import type { NotedWord, QuotedToken } from './quotedWords';

/** A place where a quotation and a note differ: words changed, added by the quotation, or missing from it. */
export interface Difference {
  /** The quotation's tokens from `start` up to, and not including, `end`; none if words are missing there. */
  readonly quoted: { readonly start: number; readonly end: number };
  /** The same of the note's words; none if the quotation added words there. */
  readonly noted: { readonly start: number; readonly end: number };
}

/** A quotation laid beside the stretch of a note that it fits best. */
export interface Alignment {
  /** Words changed, added or missing. */
  readonly cost: number;
  /** Of the note's words, those from `first` up to, and not including, `end` are what is quoted. */
  readonly first: number;
  readonly end: number;
  /** Indexes of the note's words that are quoted to the letter. */
  readonly matched: readonly number[];
  readonly differences: readonly Difference[];
}

/** The cheapest ways to lay the quotation's tokens so far beside the note's words up to each place. */
interface Row {
  readonly costs: readonly number[];
  /** From which column of the row above each one comes; its own row, one column before, where a word is missing: -1. */
  readonly from: readonly number[];
}

/** Of several ways that differ in as many words, the one that agrees in more is meant: each such word is worth this. */
const AGREEMENT = 1 / 4096;
/** A word in place of another says more than one word too many and one too few. */
const CHANGED = 1 - AGREEMENT / 4;

/**
 * Lays a quotation beside a note so that the fewest words differ: an edit distance over words that is free at both ends of
 * the note (Sellers, "The theory and computation of evolutionary distances", 1980) and where the quotation leaves out.
 */
export function alignQuotation(tokens: readonly QuotedToken[], note: readonly NotedWord[]): Alignment {
  const rows: Row[] = [];
  let above: readonly number[] = new Array<number>(note.length + 1).fill(0);
  for (const token of tokens) {
    const row = token.kind === 'gap' ? gapRow(above, token.longest) : wordRow(above, token.isWord, note);
    rows.push(row);
    above = row.costs;
  }
  const best = Math.min(...above);
  return traceBack(rows, above.indexOf(best), Math.max(0, Math.ceil(best)), tokens);
}

function wordRow(
  above: readonly number[],
  isWord: (folded: string) => boolean,
  note: readonly NotedWord[],
): Row {
  const costs = [(above[0] ?? 0) + 1];
  const from = [0];
  note.forEach(({ folded }, index) => {
    const at = index + 1;
    const paired = (above[index] ?? 0) + (isWord(folded) ? -AGREEMENT : CHANGED);
    const added = (above[at] ?? 0) + 1;
    const missing = (costs[index] ?? 0) + 1;
    const best = Math.min(paired, added, missing);
    costs.push(best);
    from.push(best === paired ? index : best === added ? at : -1);
  });
  return { costs, from };
}

function gapRow(above: readonly number[], longest: number): Row {
  const costs: number[] = [];
  const from: number[] = [];
  above.forEach((cost, at) => {
    let start = at;
    const before = from.at(-1);
    if (longest === Infinity) {
      if (before !== undefined && (above[before] ?? 0) < cost) start = before;
    } else {
      for (let left = at - 1; left >= Math.max(0, at - longest); left--)
        if ((above[left] ?? 0) < (above[start] ?? 0)) start = left;
    }
    costs.push(above[start] ?? 0);
    from.push(start);
  });
  return { costs, from };
}

function traceBack(
  rows: readonly Row[],
  end: number,
  cost: number,
  tokens: readonly QuotedToken[],
): Alignment {
  const matched: number[] = [];
  const differences: Difference[] = [];
  const differ = (quoted: Difference['quoted'], noted: Difference['noted']) => {
    const next = differences[0];
    const touches = next && next.quoted.start === quoted.end && next.noted.start === noted.end;
    if (touches) {
      differences[0] = {
        quoted: { start: quoted.start, end: next.quoted.end },
        noted: { start: noted.start, end: next.noted.end },
      };
    } else differences.unshift({ quoted, noted });
  };
  let at = end;
  let row = rows.length;
  while (row > 0) {
    const from = rows[row - 1]?.from[at] ?? 0;
    if (from < 0) {
      differ({ start: row, end: row }, { start: at - 1, end: at });
      at--;
      continue;
    }
    if (tokens[row - 1]?.kind === 'word') {
      const before = row > 1 ? (rows[row - 2]?.costs[from] ?? 0) : 0;
      const isSame = from < at && (rows[row - 1]?.costs[at] ?? 0) < before;
      if (isSame) matched.unshift(from);
      else differ({ start: row - 1, end: row }, { start: from, end: at });
    }
    at = from;
    row--;
  }
  return { cost, first: at, end, matched, differences };
}
