import { SaxesParser } from 'saxes';
import { defaultStyleId, findBundledStyle } from './styleCatalogue';
import { type Phrase, phrase } from '../../util/localize';

/** A CSL style that can be used for formatting. */
export interface CslStyle {
  readonly id: string;
  readonly title: string;
  /** Citations are footnotes in it, otherwise they stand in the text. */
  readonly isNote: boolean;
  /** The style's own locale, if it has one. */
  readonly defaultLocale?: string;
  /** XML text, or a CSL tree as JSON text; undefined for a bundled style, whose `asset` it then names. */
  readonly source?: string;
  readonly asset?: string;
}

export type StyleResult =
  | { readonly style: CslStyle }
  | {
      /** `unknown`: no bundled style has this id. `broken`: the text is no CSL style. `dependent`: it needs `parent`. */
      readonly problem: 'unknown' | 'broken' | 'dependent';
      readonly message: Phrase;
      readonly parent?: string;
    };

const chicago18 =
  /^chicago-(?:notes-bibliography|shortened-notes-bibliography|author-date)-?(?:18th-edition)?$/;

/** The bundled style that `name` means; without a name Chicago's notes. */
export function resolveStyle(name: string = defaultStyleId): StyleResult {
  const bundled = findBundledStyle(name);
  if (bundled) return { style: bundled };
  return {
    problem: 'unknown',
    message: chicago18.test(name)
      ? phrase(
          'The style “{0}” (it names the 18th edition of the Chicago Manual) is not bundled with Marginalia; name a CSL file instead.',
          name,
        )
      : phrase('The style “{0}” is not bundled with Marginalia; name a CSL file instead.', name),
  };
}

const attribute = (element: string, name: string) =>
  new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(element)?.slice(1).find(Boolean);

const decodeXml = (text: string) =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&')
    .trim();

/** The first place where a text is no well-formed XML; lines count from 1. */
function findFault(xml: string): { readonly line: number; readonly message: string } | undefined {
  let fault: { readonly line: number; readonly message: string } | undefined;
  const parser = new SaxesParser();
  parser.on('error', ({ message }) => {
    fault ??= { line: parser.line, message: message.replace(/^(?:\d+:)+\s*/, '').replace(/\.$/, '') };
  });
  try {
    parser.write(xml).close();
  } catch (error) {
    fault ??= { line: parser.line, message: String(error) };
  }
  return fault;
}

/**
 * Reads the text of a `.csl` file. A dependent style, which only points to another one, stands for that one if it is
 * bundled.
 */
export function readStyleFile(text: string): StyleResult {
  const xml = text.replace(/^\uFEFF/, '').replace(/<!--[\s\S]*?-->/g, '');
  const root = /<style\b[^>]*>/.exec(xml)?.[0];
  const broken = (message: Phrase): StyleResult => ({ problem: 'broken', message });
  if (!root) return broken(phrase('This is no CSL style: it has no <style> element.'));
  if (!/<\/style\s*>\s*$/.test(xml))
    return broken(phrase('This CSL style is cut off: its last line should be </style>.'));
  const fault = findFault(xml);
  if (fault) return broken(phrase('This CSL style is broken in line {0}: {1}.', fault.line, fault.message));
  const links = xml.match(/<link\b[^>]*>/g) ?? [];
  const parentLink = links.find((link) => attribute(link, 'rel') === 'independent-parent');
  if (parentLink) {
    const parent = attribute(parentLink, 'href') ?? '';
    const bundled = findBundledStyle(parent);
    if (bundled) return { style: bundled };
    return {
      problem: 'dependent',
      message: phrase('This CSL style only points to another one, {0}; use that one’s file.', parent),
      parent,
    };
  }
  if (!/<citation\b[\s\S]*<layout\b/.test(xml))
    return broken(phrase('This CSL style has no <citation> with a <layout>: it cannot format anything.'));
  const info = /<info\b[\s\S]*?<\/info\s*>/.exec(xml)?.[0] ?? '';
  const id = /<id\b[^>]*>([\s\S]*?)<\/id\s*>/.exec(info)?.[1];
  const title = /<title\b[^>]*>([\s\S]*?)<\/title\s*>/.exec(info)?.[1];
  const shortId = decodeXml(id ?? '').replace(/^https?:\/\/(?:www\.)?zotero\.org\/styles\//, '');
  return {
    style: {
      id: shortId || 'custom',
      title: decodeXml(title ?? '') || shortId || 'custom',
      isNote: attribute(root, 'class') === 'note',
      defaultLocale: attribute(root, 'default-locale'),
      source: xml,
    },
  };
}
