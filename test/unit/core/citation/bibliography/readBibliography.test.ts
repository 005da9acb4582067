import assert from 'node:assert/strict';
import type { Bibliography } from '../../../../../src/core/citation/bibliography/bibliography';
import { bibliographyFormat } from '../../../../../src/core/citation/bibliography/bibliographySteps';
import { readBibliography } from '../../../../../src/core/citation/bibliography/readBibliography';

function keys(text: string, { entries }: Bibliography): readonly string[] {
  return entries.map(({ citekey, keySpan }) => `${citekey} at ${text.slice(keySpan.start, keySpan.end)}`);
}

function messages(bibliography: Bibliography): readonly string[] {
  return bibliography.problems().map(({ message }) => message);
}

suite('bibliographyFormat', () => {
  test('goes by the name, then by the text', () => {
    assert.equal(bibliographyFormat('a.BIB', '[]'), 'biblatex');
    assert.equal(bibliographyFormat('a.yml', ''), 'csl-yaml');
    assert.equal(bibliographyFormat('a.txt', '\uFEFF [{}]'), 'csl-json');
    assert.equal(bibliographyFormat('a', '---\nreferences:\n'), 'csl-yaml');
    assert.equal(bibliographyFormat('a', '@book{a,}'), 'biblatex');
  });
});

suite('readBibliography of CSL-JSON', () => {
  test('reads a list, or a list within an object', () => {
    for (const text of [
      '[{"id": "a"}, {"id": 5}]',
      '{"items": [{"id": "a"}, {"id": 5}]}',
      '{"x": 1, "references": [{"id":"a"},{"id":5}]}',
    ])
      assert.deepEqual(keys(text, readBibliography(text, 'x.json')), ['a at a', '5 at 5']);
  });

  test('a bad entry, one without id and a file that is cut off cost no neighbour', () => {
    const text =
      '[{"id":"a"}, {"id":"b", bad}, {"type":"book"}, {"id":"c", "title":"{ \\"x\\" }"}, {"id":"d"';
    const bibliography = readBibliography(text, 'x.json');
    assert.deepEqual(keys(text, bibliography), ['a at a', 'c at c']);
    assert.deepEqual(messages(bibliography), [
      'This entry is not valid JSON.',
      'This entry has no “id”, so nothing can cite it.',
      'The file ends within this entry.',
    ]);
  });

  test('leaves out what has the wrong shape', () => {
    const text = JSON.stringify([
      {
        id: 'a',
        title: { x: 1 },
        author: ['CIA', { family: 'B', given: 5 }, null],
        issued: 1996,
        editor: 'E',
        volume: 3,
        nested: { a: [] },
      },
    ]);
    assert.deepEqual(readBibliography(text, 'x.json').items(), [
      {
        id: 'a',
        type: 'document',
        author: [{ literal: 'CIA' }, { family: 'B', given: '5' }],
        issued: { 'date-parts': [[1996]] },
        editor: [{ literal: 'E' }],
        volume: '3',
      },
    ]);
  });

  test('says so when there is nothing to read', () => {
    assert.deepEqual(messages(readBibliography('hello', 'x.json')), [
      'There is no CSL-JSON entry in this file.',
    ]);
    assert.deepEqual(messages(readBibliography(' [] ', 'x.json')), []);
    assert.deepEqual(messages(readBibliography('', 'x.json')), []);
  });
});

suite('readBibliography of CSL-YAML', () => {
  test('reads what pandoc writes, old dates and Markdown titles too', () => {
    const text =
      '---\nreferences:\n- id: a\n  title: On *Hamlet*\n  issued:\n  - year: 1996\n    month: 5\n- id: b\n  issued: 1950-06\n...\n';
    const bibliography = readBibliography(text, 'x.yaml');
    assert.deepEqual(keys(text, bibliography), ['a at a', 'b at b']);
    assert.deepEqual(bibliography.items(), [
      { id: 'a', type: 'document', title: 'On <i>Hamlet</i>', issued: { 'date-parts': [[1996, 5]] } },
      { id: 'b', type: 'document', issued: { 'date-parts': [[1950, 6]] } },
    ]);
  });

  test('reports errors and reads on', () => {
    const text = '- id: a\n- title: no id\n- id: b\n  title: "unclosed\n';
    const bibliography = readBibliography(text, 'x.yaml');
    assert.deepEqual(
      bibliography.items().map(({ id }) => id),
      ['a'],
    );
    assert.equal(bibliography.problems().length, 2);
  });

  test('survives aliases and anything else', () => {
    for (const text of [
      '',
      'a: &x [*x]\nreferences: [*y]',
      '\t- x',
      '- - - -',
      '%',
      ': : :',
      '\uFEFF- id: a',
    ])
      assert.doesNotThrow(() => readBibliography(text, 'x.yaml').problems());
  });
});
