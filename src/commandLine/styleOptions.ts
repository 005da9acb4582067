import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { CitationFormatter } from '../core/citation/style/citationFormatter';
import {
  type CslStyle,
  readStyleFile,
  resolveStyle,
  type StyleResult,
} from '../core/citation/style/cslStyle';
import { type CslAssets, isBundledLanguage, takeCslAssets } from '../core/citation/style/engine';
import { findBundledStyle } from '../core/citation/style/styleCatalogue';
import { decodeNotes } from '../core/notes/decoding/decodeNotes';
import { UsageError } from './command';
import { english } from '../core/util/localize';
import { productFile } from './productFile';

/** The options of every command that formats citations. */
export const styleOptions = {
  style: { type: 'string' },
  locale: { type: 'string' },
  markdown: { type: 'boolean' },
} as const;

export const styleHelp = [
  '--style ID|FILE      CSL style (default: the essay’s own, else chicago-notes-bibliography-17th-edition)',
  '--locale TAG         such as en-GB (default: the style’s own)',
  '--markdown           italics as *…*',
];

/** Reads the styles and locales that are shipped, before anything is formatted. */
export async function takeShippedStyles(): Promise<void> {
  takeCslAssets(JSON.parse(await readFile(productFile('cslAssets.json'), 'utf8')) as CslAssets);
}

/**
 * The style that `name` means: an id of a bundled one, else a CSL file.
 * @throws UsageError that says what is wrong with it
 */
export async function findStyle(name: string | undefined, locale?: string): Promise<CslStyle> {
  const found = await readStyle(name);
  if ('problem' in found) {
    const message = english(...found.message);
    throw new UsageError(found.problem === 'unknown' ? `${message} Name it with --style FILE.` : message);
  }
  try {
    new CitationFormatter(found.style, locale);
  } catch (error) {
    throw new UsageError(
      `The style “${name ?? found.style.id}” can’t be used: ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
  return found.style;
}

/** What to say about a locale whose words are not bundled. */
export function localeMessages(locale: string | undefined): readonly string[] {
  if (locale === undefined || isBundledLanguage(locale)) return [];
  return [`the words of the locale “${locale}” are not bundled; the style’s own words are American English`];
}

async function readStyle(name: string | undefined): Promise<StyleResult> {
  if (name === undefined || findBundledStyle(name)) return resolveStyle(name);
  if (existsSync(name) && statSync(name).isFile())
    return prefixed(name, readStyleFile(decodeNotes(await readFile(name)).text));
  if (/\.csl$|[\\/]/i.test(name) && !/^https?:/.test(name))
    throw new UsageError(`The style file ${name} does not exist.`);
  return resolveStyle(name);
}

function prefixed(name: string, result: StyleResult): StyleResult {
  return 'problem' in result ? { ...result, message: [`${name}: ${english(...result.message)}`] } : result;
}
