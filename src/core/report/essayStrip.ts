import type { EssayUses, UsingSentence } from '../essay/uses';
import type { LibrarySource } from '../notes/libraryArgument';
import { groupBy } from '../util/groupBy';
import type { Localize } from '../util/localize';
import { escapeHtml } from './reportHtml';

/** A stretch of the strip: a paragraph's share of words that rests on one source, or on none of the notes. */
interface Share {
  readonly source?: LibrarySource;
  readonly isCited: boolean;
  readonly words: number;
}

const WIDTH = 720;
const HEIGHT = 40;
const GAP = 2;
/** So many sources have a colour of their own, VS Code's chart colours; the others share the last. */
const COLOURS = ['blue', 'orange', 'green', 'purple', 'red', 'yellow'];

/**
 * The essay as a strip of paragraphs, as wide as they are long, coloured by the source that their sentences rest on; what is
 * used without a citation is only outlined. With the same in words.
 */
export function essayStrip(
  uses: EssayUses,
  localize: Localize,
): { readonly svg: string; readonly text: string } {
  const paragraphs = [...groupBy(uses.sentences, ({ paragraph }) => paragraph).values()].map(sharesOf);
  const total = paragraphs.flat().reduce((sum, { words }) => sum + words, 0);
  const sources = [...new Set(paragraphs.flat().flatMap(({ source }) => (source ? [source] : [])))];
  const scale = (WIDTH - GAP * Math.max(0, paragraphs.length - 1)) / Math.max(1, total);
  let x = 0;
  const bars = paragraphs.map((shares) => {
    const parts = shares.map((share) => {
      const bar = barOf(share, x, share.words * scale, sources);
      x += share.words * scale;
      return bar;
    });
    x += GAP;
    return `<g>${parts.join('')}</g>`;
  });
  const text = textOf(paragraphs, sources, localize);
  const label = `role="img" aria-label="${escapeHtml(text)}"`;
  return {
    text,
    svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(WIDTH)} ${String(HEIGHT)}" ${label}>${bars.join('')}</svg>`,
  };
}

function sharesOf(sentences: readonly UsingSentence[]): readonly Share[] {
  const shares = sentences.map(({ sentence, uses: [use] }): Share => {
    const words = sentence.words.split(/\s+/).filter((word) => word !== '').length;
    return { words, isCited: use?.citedness === 'cited', ...(use && { source: use.argument.source }) };
  });
  return [...groupBy(shares, ({ source, isCited }) => `${source?.id ?? ''} ${String(isCited)}`).values()].map(
    (same) => ({
      source: same[0]?.source,
      isCited: same[0]?.isCited ?? false,
      words: same.reduce((sum, { words }) => sum + words, 0),
    }),
  );
}

function barOf(
  { source, isCited }: Share,
  x: number,
  width: number,
  sources: readonly LibrarySource[],
): string {
  const at = `x="${x.toFixed(1)}" width="${Math.max(0.5, width).toFixed(1)}"`;
  if (!source) return `<rect class="own" ${at} y="14" height="12"/>`;
  const colour = COLOURS[Math.min(sources.indexOf(source), COLOURS.length - 1)] ?? '';
  return `<rect class="${isCited ? 'cited' : 'uncited'} ${colour}" ${at} y="4" height="32"/>`;
}

function textOf(
  paragraphs: readonly (readonly Share[])[],
  sources: readonly LibrarySource[],
  localize: Localize,
): string {
  const shares = paragraphs.flat();
  const count = (wanted: (share: Share) => boolean) =>
    shares.filter(wanted).reduce((sum, { words }) => sum + words, 0);
  const total = Math.max(
    1,
    count(() => true),
  );
  const percent = (words: number) => String(Math.round((100 * words) / total));
  const said = sources.map((source) => {
    const cited = count((share) => share.source === source && share.isCited);
    const uncited = count((share) => share.source === source && !share.isCited);
    return localize(
      '{0}: {1}% of the words cited, {2}% uncited.',
      source.notes.label,
      percent(cited),
      percent(uncited),
    );
  });
  const own = localize('Not from your notes: {0}%.', percent(count(({ source }) => !source)));
  return [
    localize('The essay’s {0} paragraphs, from the first to the last.', paragraphs.length),
    ...said,
    own,
  ].join(' ');
}
