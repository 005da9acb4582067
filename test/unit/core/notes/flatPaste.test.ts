import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readOutline } from '../../../../src/core/notes/readOutline';

suite('Flat notes pasted from Word', () => {
  const path = 'test/fixtures/notes/flat/Zubok and Pleshakov Notes.txt';
  const outline = readOutline(readFileSync(path, 'utf8'), path, 'utf8');
  const find = (opening: string) => {
    const found = outline.arguments.find(({ text }) => text.startsWith(opening));
    assert.ok(found, opening);
    return found;
  };

  test('the title names the source; nothing else about it is invented', () => {
    assert.equal(outline.format, 'flat');
    assert.deepEqual(outline.sources, [{ id: 's1', label: 'Zubok and Pleshakov', authors: [], aliases: [] }]);
  });

  test('seven questions and 31 arguments stand under them in the order of the file', () => {
    assert.equal(outline.questions.length, 7);
    assert.equal(outline.arguments.length, 31);
    assert.equal(outline.questions[5]?.text, 'What did Stalin gain? What did he lose?');
    assert.deepEqual(
      outline.questions.map(
        (_, index) => outline.arguments.filter(({ question }) => question === index).length,
      ),
      [8, 8, 3, 3, 1, 7, 1],
    );
    assert.deepEqual(outline.problems, []);
  });

  test('a line that leans on the one before is attached to it', () => {
    for (const opening of ['Doing so might', 'And besides', 'Stalin actually feared such a war']) {
      const leaning = find(opening);
      const before = outline.arguments[outline.arguments.indexOf(leaning) - 1];
      assert.equal(leaning.leansOn, before?.id, opening);
      assert.equal(leaning.parent, before?.id, opening);
    }
  });

  test('a line that turns against the one before leans on it, and stays a point of its own', () => {
    for (const opening of ['BUT – he wants', "But Stalin's course"]) {
      const leaning = find(opening);
      assert.equal(leaning.leansOn, outline.arguments[outline.arguments.indexOf(leaning) - 1]?.id, opening);
      assert.equal(leaning.parent, undefined);
    }
  });

  test('a line stands alone where its question says who he is', () => {
    assert.equal(find('He tells Kim').leansOn, undefined);
    assert.equal(find('He succumbs').leansOn, undefined);
  });

  test('the handle is the phrase in quotation marks, else the opening clause', () => {
    assert.equal(find('Stalin "passes').handle, 'passes the buck');
    assert.equal(find('He acted').handle, 'pontiff');
    assert.equal(find('Mao wants').handle, 'military romanticism');
    assert.equal(find('Germany').handle, 'Germany rearmed');
    assert.equal(find('As of 1949').handle, 'As of 1949, Soviets have deterrent of the bomb');
    assert.equal(find('Stalin convinces').handle, 'Stalin convinces Mao not to worry');
  });
});
