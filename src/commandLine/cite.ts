import { cite as citeRun } from '../core/citation/citeCommand';
import { nearestCitekeys } from '../core/citation/nearestCitekeys';
import { type Command, oneOf, UsageError } from './command';
import { notesHelp, notesOptions, openLibrary } from './notesOptions';
import { findStyle, localeMessages, styleHelp, styleOptions } from './styleOptions';

/** `cite CITATION…`: a run of citations as they would read in an essay. */
export const cite: Command = {
  usage: 'cite CITATION…',
  summary: 'format a run of citations in Pandoc’s syntax, such as "[@zubok1996, p. 63]"',
  help: [...notesHelp, ...styleHelp],
  options: { ...notesOptions, ...styleOptions },
  async run(citations, options) {
    if (citations.length === 0) throw new UsageError('cite needs at least one CITATION');
    const locale = oneOf(options, 'locale');
    const style = await findStyle(oneOf(options, 'style'), locale);
    const library = await openLibrary(options).library();
    const { output, unknownCitekeys, unreadable } = citeRun(citations, [...library.items.values()], {
      style,
      locale,
      format: options['markdown'] === true ? 'markdown' : 'plain',
    });
    const errors = [
      ...unknownMessages(unknownCitekeys, library.items),
      ...unreadable.map((citation) => `“${citation}” is no citation in Pandoc’s syntax`),
    ];
    const text = [...output.citations.map((citation) => citation ?? '?'), '', ...output.bibliography]
      .join('\n')
      .trimEnd();
    return {
      json: output,
      text,
      exitCode: errors.length > 0 ? 1 : 0,
      messages: [...errors, ...localeMessages(locale)],
    };
  },
};

/** One line for each citekey that no bibliography has, with those that it may be meant for. */
export function unknownMessages(
  citekeys: readonly string[],
  items: ReadonlyMap<string, unknown>,
): readonly string[] {
  return citekeys.map((key) => {
    const nearest = nearestCitekeys(key, [...items.keys()]);
    const hint = nearest.length > 0 ? `; did you mean ${nearest.join(' or ')}?` : '';
    return `no bibliography has an entry “${key}” that can be formatted${hint}`;
  });
}
