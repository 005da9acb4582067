import assert from 'node:assert/strict';
import {
  citationsToNotes,
  type NoteToConvert,
  notesToCitations,
} from '../../../../../src/core/citation/pandoc/convertCitations';
import { findCitations } from '../../../../../src/core/citation/pandoc/parseCitation';
import { applyEdits } from '../../../../../src/core/citation/textEdit';

function toNotes(text: string, ...used: string[]): string {
  const conversions = findCitations(text).map((citation, index) => ({
    citation,
    note: `Note ${index + 1}.`,
    inText: 'Zubok',
  }));
  return applyEdits(text, citationsToNotes(text, conversions, new Set(used)));
}

/** Turns the notes of `text`, in order, into the citations of `original`. */
function toCitations(text: string, original: string): string {
  const citations = findCitations(original);
  const notes = citations.map((citation, index): NoteToConvert => {
    const mark = `[^${index + 1}]`;
    const reference = text.indexOf(mark);
    const definition = text.indexOf(`${mark}:`);
    const end = text.indexOf('\n', definition);
    return {
      citation,
      reference: { start: reference, end: reference + mark.length },
      definition: { start: definition, end: end < 0 ? text.length : end + 1 },
    };
  });
  return applyEdits(text, notesToCitations(text, notes));
}

suite('citationsToNotes', () => {
  test('puts the mark after the punctuation and the definitions at the end', () => {
    assert.equal(
      toNotes('Stalin passed the buck [@a, p. 3]. Mao [see @b], of course, went.\n'),
      'Stalin passed the buck.[^1] Mao,[^2] of course, went.\n\n[^1]: Note 1.\n[^2]: Note 2.\n',
    );
  });

  test('leaves an author in the sentence, and labels that are taken', () => {
    assert.equal(
      toNotes('As @a [p. 3] says.[^1]\n\n[^1]: Mine.', '1'),
      'As Zubok[^2] says.[^1]\n\n[^1]: Mine.\n[^2]: Note 1.\n',
    );
  });

  test('converts a citation that ends the text', () => {
    assert.equal(toNotes('End [@a]'), 'End[^1]\n\n[^1]: Note 1.\n');
    assert.equal(toNotes('End\r\n[@a].\r\n'), 'End\r\n.[^1]\r\n\r\n[^1]: Note 1.\r\n');
  });

  test('there and back again is the same text', () => {
    const text =
      'Stalin passed the buck [@a, p. 3]. Mao [see @b], of course, went “in” [@a]; so did “Kim” [@c].';
    assert.equal(toCitations(toNotes(text), text).trimEnd(), text);
  });

  test('without citations nothing changes', () =>
    assert.deepEqual(citationsToNotes('Text.\n', [], new Set()), []));
});
