import type { Steps } from '../../../util/steps';
import type { NotesReading } from '../../blocks';
import type { NotesText } from '../../notesText';
import { readCsvExport } from './csvExports';
import { isHypothesisHtml, readHypothesisHtml } from './hypothesisHtml';
import { readJsonExport } from './jsonExports';
import { isKindleNotebook, readKindleNotebook } from './kindleNotebook';
import { isZoteroHtml, readZoteroHtml } from './zoteroHtml';
import { type Phrase, phrase } from '../../../util/localize';

/** How much of a page shows what wrote it. */
const HEAD = 200_000;

const cslJson =
  /^\uFEFF?\s*(?:\[\s*)?\{(?:[^{}]{0,20000}?"(?:citation-key|issued|container-title|author)"\s*:|\s*"items"\s*:)/;

/**
 * Reads a file that no student writes by hand, `.csv`, `.json` or `.html`: the export of a reading app. Any other file of
 * these names is left out with its reason. Undefined for files of other names.
 */
export function* readExport(notes: NotesText): Steps<NotesReading | undefined> {
  const extension = /\.(csv|json|html?)$/i.exec(notes.fileName)?.[1]?.toLowerCase();
  switch (extension) {
    case 'csv':
      return (
        (yield* readCsvExport(notes)) ??
        leftOut(notes, 'csv', phrase('a table that is no export of Readwise, Hypothesis or Kindle'))
      );
    case 'json': {
      const reason = cslJson.test(notes.text.slice(0, HEAD))
        ? phrase('a bibliography, not notes')
        : phrase('data that are no export of Readwise or Hypothesis');
      return (yield* readJsonExport(notes)) ?? leftOut(notes, 'json', reason);
    }
    case 'html':
    case 'htm': {
      const head = notes.text.slice(0, HEAD);
      if (isKindleNotebook(head)) return yield* readKindleNotebook(notes);
      if (isHypothesisHtml(head)) return yield* readHypothesisHtml(notes);
      if (isZoteroHtml(head)) return yield* readZoteroHtml(notes);
      return leftOut(notes, 'html', phrase('a web page that is no export of Kindle, Zotero or Hypothesis'));
    }
    default:
      return undefined;
  }
}

function leftOut(notes: NotesText, format: string, reason: Phrase): NotesReading {
  const skipped = notes.text.trim() === '' ? [] : [{ line: 0, endLine: notes.lineMap.lineCount - 1, reason }];
  return { format, syntax: 'verbatim', nested: true, blocks: [], problems: [], skipped };
}
