import Fuse from 'fuse.js';

/** Fuse's distance (0 to 1) up to which a key is worth naming: a slip of the finger, not another work. */
const MAX_DISTANCE = 0.4;

/** The keys that a mistyped citekey could mean, likeliest first. */
export function nearestCitekeys(citekey: string, known: readonly string[], limit = 3): readonly string[] {
  const fuse = new Fuse(known, { threshold: MAX_DISTANCE, ignoreLocation: true, includeScore: true });
  return fuse.search(citekey, { limit }).map(({ item }) => item);
}
