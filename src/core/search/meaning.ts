/** A direction in the thesaurus's space of words, or in it the sum of several; undefined where no word is known. */
export interface Meaning {
  readonly direction: Int8Array | Float32Array;
  readonly length: number;
  /** To those that it has met: the same words meet again and again. */
  readonly likenesses: Map<Meaning, number>;
}

const rememberedLikenesses = 1000;

/** What the words of a text mean. */
export interface Meanings {
  /** Of each term; undefined for names, numbers and unknown words. */
  readonly words: readonly (Meaning | undefined)[];
  /** Of all together, and of what the text leans on; undefined where nothing is known. */
  readonly around: Meaning | undefined;
  /** Of all together, those names included that are known, without what the arguments of the library have in common. */
  readonly apart: Meaning | undefined;
}

/** Of a text of `words` terms in a language whose words have no directions. */
export function unknownMeanings(words: number): Meanings {
  const none = Array.from({ length: words }, () => undefined);
  return { words: none, around: undefined, apart: undefined };
}

/** From here on the cosine of two words counts for something; chance reaches it seldom. */
const chance = 0.3;
/** Words of the same direction stand for each other less surely than the same word. */
const mostLikeness = 0.9;

export function meaningOf(direction: Int8Array | Float32Array): Meaning {
  let square = 0;
  for (let i = 0; i < direction.length; i++) square += (direction[i] ?? 0) ** 2;
  return { direction, length: Math.sqrt(square), likenesses: new Map() };
}

/** The weighted sum of unit vectors, added to another such sum; undefined when there are none. */
export function sumOfMeanings(
  parts: readonly { readonly meaning: Meaning | undefined; readonly weight: number }[],
  start?: Meaning,
): Meaning | undefined {
  let total = start && Float32Array.from(start.direction);
  for (const { meaning, weight } of parts) {
    if (!meaning || meaning.length === 0) continue;
    const { direction, length } = meaning;
    total ??= new Float32Array(direction.length);
    const scale = weight / length;
    for (let i = 0; i < direction.length; i++) total[i] = (total[i] ?? 0) + scale * (direction[i] ?? 0);
  }
  return total && meaningOf(total);
}

/** What few texts seem to have in common is taken for chance: so many that have nothing in common are added to them. */
const unlike = 10;

/** What texts have in common: the mean of their unit vectors; undefined without any. */
export function commonOf(meanings: readonly Meaning[]): Float32Array | undefined {
  const total = sumOfMeanings(
    meanings.map((meaning) => ({ meaning, weight: 1 / (meanings.length + unlike) })),
  );
  return total && Float32Array.from(total.direction);
}

/**
 * What sets a text apart from others on the same subject: its unit vector without what they have in common (after Arora, Liang
 * and Ma, "A simple but tough-to-beat baseline for sentence embeddings", 2017).
 */
export function apartFrom(
  meaning: Meaning | undefined,
  common: Float32Array | undefined,
): Meaning | undefined {
  if (!meaning || meaning.length === 0) return undefined;
  const { direction, length } = meaning;
  return meaningOf(Float32Array.from(direction, (each, i) => each / length - (common?.[i] ?? 0)));
}

/** From −1 to 1; 0 where one is not known. */
export function cosine(a: Meaning | undefined, b: Meaning | undefined): number {
  if (!a || !b || a.length === 0 || b.length === 0) return 0;
  const [x, y] = [a.direction, b.direction];
  let product = 0;
  for (let i = 0; i < x.length; i++) product += (x[i] ?? 0) * (y[i] ?? 0);
  return product / (a.length * b.length);
}

/** How well a word stands for another by what both mean, from 0 to 1. */
export function likeness(a: Meaning | undefined, b: Meaning | undefined): number {
  if (!a || !b) return 0;
  const known = a.likenesses.get(b);
  if (known !== undefined) return known;
  const found = Math.max(0, (mostLikeness * (cosine(a, b) - chance)) / (1 - chance));
  if (a.likenesses.size >= rememberedLikenesses) a.likenesses.clear();
  a.likenesses.set(b, found);
  return found;
}
