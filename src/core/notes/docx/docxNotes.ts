import { isDeleted } from './docxRuns';
import type { Steps } from '../../util/steps';
import { xmlSteps } from './xml';

/** Footnotes, endnotes or comments of a Word document by their ids: the words, paragraphs joined by spaces. */
export function* readDocxNotes(xml: string, element: string): Steps<ReadonlyMap<string, string>> {
  const notes = new Map<string, string>();
  let id: string | undefined;
  let text = '';
  let ignored = 0;
  let inText = false;
  if (xml === '') return notes;
  yield* xmlSteps(xml, {
    open(name, attributes) {
      if (isDeleted(name)) ignored++;
      else if (name === element) {
        // Word keeps the lines above the footnotes as footnotes, with a type of their own.
        id = attributes['w:type'] === undefined ? attributes['w:id'] : undefined;
        text = '';
      } else if (name === 'w:t') inText = true;
      else if (name === 'w:p' || name === 'w:br' || name === 'w:tab') text += ' ';
    },
    close(name) {
      if (isDeleted(name)) ignored--;
      else if (name === 'w:t') inText = false;
      else if (name === element && id !== undefined) {
        const words = text.replace(/\s+/g, ' ').trim();
        if (words !== '') notes.set(id, words);
        id = undefined;
      }
    },
    text(more) {
      if (inText && ignored === 0) text += more;
    },
  });
  return notes;
}
