import picomatch from 'picomatch';

/** Which paths below a folder are wanted, by globs as VS Code's settings have them. */
export type PathFilter = (path: string) => boolean;

/**
 * A filter by globs on paths with `/`, relative to the folder that is open. A glob without `/` matches a name at any depth;
 * one that matches a folder matches all that lies in it. Without `include` everything is included.
 */
export function pathFilter(include: readonly string[], exclude: readonly string[]): PathFilter {
  const included = matcher(include);
  const excluded = matcher(exclude);
  return (path) => !excluded?.(path) && (included?.(path) ?? true);
}

function matcher(globs: readonly string[]): PathFilter | undefined {
  const clean = globs
    .map((glob) => glob.trim().replace(/^\.\//, '').replace(/\/+$/, ''))
    .filter((glob) => glob !== '');
  if (clean.length === 0) return undefined;
  const patterns = clean.flatMap((glob) => (glob.includes('/') ? [glob] : [`**/${glob}`]));
  return picomatch([...patterns, ...patterns.map((pattern) => `${pattern}/**`)], { dot: true, nocase: true });
}
