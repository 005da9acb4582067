import citeproc, { Engine } from 'citeproc';
import * as built from 'csl-assets';
import type { CslItem } from '../cslItem';
import type { CslStyle } from './cslStyle';
import { smallWords } from './titleCase';
import { outputFormat, outputFormatName } from './outputFormat';

citeproc.Output.Formats[outputFormatName] = outputFormat;

const { getSpliceDelimiter } = citeproc;

/** The years of one author are joined as CSL says: by a comma if nothing else is asked for, behind a page as works are. */
citeproc.getSpliceDelimiter = function (lastLocator, ...rest) {
  const usual = getSpliceDelimiter.call(this, lastLocator, ...rest);
  const { opt } = this.citation;
  if (!this.tmp.have_collapsed || opt.collapse !== 'year') return usual;
  return (this.tmp.splice_delimiter = lastLocator
    ? (opt['after-collapse-delimiter'] ?? opt.layout_delimiter ?? '')
    : (opt.cite_group_delimiter ?? ', '));
};

const fallbackLocale = 'en-US';

/** The styles and locales that are shipped, each a CSL tree as JSON text, by the names of the `csl-assets` module. */
export type CslAssets = typeof built;

let { locales, styles }: CslAssets = built;

/** Takes the styles and locales where they are read from a file, because the bundle was built without them. */
export function takeCslAssets(assets: CslAssets): void {
  ({ locales, styles } = assets);
}

/** The locale that `style` writes in when `locale` is asked for, or when none is. */
export function localeOf(style: CslStyle, locale?: string): string {
  return locale ?? style.defaultLocale ?? fallbackLocale;
}

/** Whether the words of a language, in whatever variety, are bundled. */
export function isBundledLanguage(locale: string): boolean {
  return Object.keys(locales).some((id) => id.slice(0, 2) === locale.slice(0, 2).toLowerCase());
}

/** The closest bundled locale: citeproc also asks for the bare language and for the languages of items. */
function findLocale(language: string): string | undefined {
  const sameLanguage = Object.keys(locales).find((id) => id.slice(0, 2) === language.slice(0, 2));
  return locales[language] ?? locales[sameLanguage ?? fallbackLocale];
}

const sourceOf = (style: CslStyle): string | undefined => style.source ?? styles[style.asset ?? ''];

/** Whether `style` always sets a comma before "et al.". */
export function hasCommaBeforeEtAl(style: CslStyle): boolean {
  return /delimiter-precedes-et-al"?\s*[=:]\s*"always"/.test(sourceOf(style) ?? '');
}

/** Whether the locale of `engine` has `wording` as a term for the locator `label`: `chap.`, `chapters`, `§`. */
export function isLocatorTerm(engine: Engine, label: string, wording: string): boolean {
  return (['short', 'long', 'symbol'] as const).some((form) =>
    ([0, 1] as const).some((plural) => engine.getTerm(label, form, plural) === wording.toLowerCase()),
  );
}

/**
 * Starts citeproc for a style. Takes 20 to 80 ms for the bundled ones, seconds for the largest.
 * @throws Error if the style cannot be compiled.
 */
export function createEngine(
  style: CslStyle,
  locale: string | undefined,
  retrieveItem: (id: string) => CslItem | undefined,
): Engine {
  const source = sourceOf(style);
  if (source === undefined) throw new Error(`The style “${style.id}” is not bundled`);
  const engine = new Engine(
    { retrieveLocale: findLocale, retrieveItem },
    source,
    localeOf(style, locale),
    locale !== undefined,
  );
  const words = engine.locale[engine.opt.lang];
  if (words) words.opts['skip-words-regexp'] = new RegExp(`^(?:${smallWords.join('|')})$`);
  engine.setOutputFormat(outputFormatName);
  return engine;
}
