import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** Everything that decides what is read from notes and how it is indexed. */
function sources() {
  const core = readdirSync('src/core', { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(?:ts|json)$/.test(file),
  );
  return [...core.map((file) => `src/core/${file}`).sort(), 'package-lock.json'];
}

/**
 * Resolves `generated:readerVersion`: a name for the readers and the index as they are, so that what an older build kept is
 * not taken for what this one would read.
 */
export const readerVersion = {
  name: 'reader-version',
  setup(build) {
    build.onResolve({ filter: /^generated:readerVersion$/ }, ({ path }) => ({
      path,
      namespace: 'reader-version',
    }));
    build.onLoad({ filter: /.*/, namespace: 'reader-version' }, () => {
      const files = sources();
      const hash = createHash('sha256');
      for (const file of files) hash.update(file).update(readFileSync(file));
      return {
        contents: JSON.stringify(hash.digest('hex').slice(0, 16)),
        loader: 'json',
        watchFiles: files.map((file) => resolve(file)),
      };
    });
  },
};
