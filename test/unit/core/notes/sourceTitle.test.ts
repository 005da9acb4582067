import assert from 'node:assert/strict';
import { readSourceTitle } from '../../../../src/core/notes/sourceLabel';

/** The first line of notes, and the authors, title and year that it names. */
const TITLES: readonly (readonly [line: string, authors: string | undefined, title?: string, year?: string])[] = [
  ['Hans-Jörg Voss: Das Salz der Stadt 1871–1918 (Göttingen 1973)', 'Hans-Jörg Voss', 'Das Salz der Stadt 1871–1918', '1973'],
  ['Salt War: A History (1973)', undefined],
  ['Mira Lund – The Glass Tax (Aldershot: Quarto, 1984)', 'Mira Lund', 'The Glass Tax', '1984'],
  ['Lund, The Glass Tax. Quarto 1984.', 'Lund', 'The Glass Tax', '1984'],
  ['Lund, The Glass Tax. It fell hard on the poor.', undefined],
  ['The National Archives, Kew: HO 45/2410 (Disturbances 1848)', undefined],
  ['Lund, "The Ritual of Glass" (pp. 101–164)', 'Lund', 'The Ritual of Glass'],
]; // prettier-ignore

suite('The first line of notes', () => {
  for (const [line, authors, title, year] of TITLES)
    test(line, () => {
      const { facts } = readSourceTitle(line, true);
      assert.deepEqual([facts.authors?.join('; '), facts.title, facts.year], [authors, title, year]);
    });

  test('the pages of a chapter are no part of its name', () => {
    assert.equal(readSourceTitle('Lund, "The Ritual of Glass" (pp. 101–164)').facts.label, 'Lund, "The Ritual of Glass"');
  }); // prettier-ignore
});
