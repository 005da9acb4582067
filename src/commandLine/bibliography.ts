import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { bibliography as formatBibliography } from '../core/citation/citeCommand';
import { NoteRecognizer } from '../core/citation/recognition/recognizeNote';
import { EssayDocument } from '../core/essay/essayDocument';
import { citedWorks } from '../core/essay/citedWorks';
import { emptyRecord, NoteMemory } from '../core/essay/notes/noteRecord';
import { bundledStyles } from '../core/citation/style/styleCatalogue';
import { decodeNotes } from '../core/notes/decoding/decodeNotes';
import { fileBeside } from '../host/node/notesWorkspace';
import { unknownMessages } from './cite';
import { type Command, oneOf, UsageError } from './command';
import { notesHelp, notesOptions, openLibrary } from './notesOptions';
import { findStyle, localeMessages, styleHelp, styleOptions } from './styleOptions';

/** `bibliography ESSAY`: the works that the essay cites, in its style. */
export const bibliography: Command = {
  usage: 'bibliography ESSAY',
  summary: 'format the bibliography of what an essay cites',
  help: [...notesHelp, ...styleHelp],
  options: { ...notesOptions, ...styleOptions },
  async run([path, ...more], options) {
    if (path === undefined || more.length > 0) throw new UsageError('bibliography needs one ESSAY');
    if (!existsSync(path)) throw new UsageError(`${path} does not exist`);
    const essay = EssayDocument.read(decodeNotes(await readFile(path)).text, path);
    const locale = oneOf(options, 'locale') ?? essay.metadata.language;
    const style = await findStyle(oneOf(options, 'style') ?? essayStyle(essay), locale);
    const { items, problems } = await openLibrary(options, path).library();
    const recognizer = new NoteRecognizer([...items.values()], bundledStyles);
    const memory = new NoteMemory(emptyRecord, []);
    const { known, unknown } = citedWorks(essay, { memory, recognizer, items });
    const output = formatBibliography(known, [...items.values()], {
      style,
      locale,
      format: options['markdown'] === true ? 'markdown' : 'plain',
    });
    const errors = [
      ...unknownMessages(unknown, items),
      ...problems
        .filter(({ code }) => code === 'bibliography-entry')
        .map(({ file, message }) => `${file.name}: ${message}`),
    ];
    return {
      json: output,
      text: output.entries.join('\n'),
      exitCode: unknown.length > 0 ? 1 : 0,
      messages: [...errors, ...localeMessages(locale)],
    };
  },
};

/** The style of the essay's front matter: an id, or a file beside the essay. */
function essayStyle({ metadata: { style }, uri }: EssayDocument): string | undefined {
  if (style === undefined || !/\.csl$|[\\/]/i.test(style) || /^https?:/.test(style)) return style;
  return fileBeside(style, uri);
}
