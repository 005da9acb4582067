import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { cite as citeRun } from '../core/citation/citeCommand';
import { nearestCitekeys } from '../core/citation/nearestCitekeys';
import { readStyleFile, resolveStyle, type CslStyle } from '../core/citation/style/cslStyle';
import { findBundledStyle } from '../core/citation/style/styleCatalogue';
import { decodeNotes } from '../core/notes/decoding/decodeNotes';
import { type Command, oneOf, UsageError } from './command';
import { notesHelp, notesOptions, openLibrary } from './notesOptions';

/** `cite CITATION…`: a run of citations as they would read in an essay. */
export const cite: Command = {
  usage: 'cite CITATION…',
  summary: 'format a run of citations in Pandoc’s syntax, such as "[@zubok1996, p. 63]"',
  help: [
    ...notesHelp,
    '--style ID|FILE      CSL style (default: chicago-notes-bibliography-17th-edition)',
    '--locale TAG         such as en-GB (default: the style’s own)',
    '--markdown           italics as *…*',
  ],
  options: {
    ...notesOptions,
    style: { type: 'string' },
    locale: { type: 'string' },
    markdown: { type: 'boolean' },
  },
  async run(citations, options) {
    if (citations.length === 0) throw new UsageError('cite needs at least one CITATION');
    const style = await findStyle(oneOf(options, 'style'));
    const library = await openLibrary(options).library();
    const { output, unknownCitekeys, unreadable } = citeRun(citations, [...library.items.values()], {
      style,
      locale: oneOf(options, 'locale'),
      format: options['markdown'] === true ? 'markdown' : 'plain',
    });
    const messages = [
      ...unknownCitekeys.map((key) => {
        const nearest = nearestCitekeys(key, [...library.items.keys()]);
        const hint = nearest.length > 0 ? `; did you mean ${nearest.join(' or ')}?` : '';
        return `no bibliography has an entry “${key}” that can be formatted${hint}`;
      }),
      ...unreadable.map((citation) => `“${citation}” is no citation in Pandoc’s syntax`),
    ];
    const text = [...output.citations.map((citation) => citation ?? '?'), '', ...output.bibliography]
      .join('\n')
      .trimEnd();
    return { json: output, text, exitCode: messages.length > 0 ? 1 : 0, messages };
  },
};

async function findStyle(name: string | undefined): Promise<CslStyle> {
  const isFile = name !== undefined && !findBundledStyle(name) && existsSync(name);
  const found = isFile ? readStyleFile(decodeNotes(await readFile(name)).text) : resolveStyle(name);
  if ('problem' in found) throw new UsageError(found.message);
  return found.style;
}
