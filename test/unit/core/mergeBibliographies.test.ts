import assert from 'node:assert/strict';
import { InMemoryWorkspace } from '../../support/inMemoryWorkspace';
import { openInMemory } from '../../support/sample';

const JSON_BOOK = '[{"id": "mao", "type": "book", "title": "On War", "author": [{"family": "Mao"}]}]';
const YAML_BOOK = 'references:\n- id: kim\n  type: book\n  title: Juche\n  issued: 1955\n';
const BIB_BOOK = '@book{mao,\n title = {On Guerrilla War},\n author = {Mao}\n}\n';

async function read(files: Record<string, string>, named: readonly string[] = []) {
  const { marginalia, workspace } = openInMemory(files);
  workspace.named = named;
  const { items, problems, skipped, bibliographies } = await marginalia.library();
  return {
    items: [...items.values()].map(({ id, title }) => [id, title]),
    problems: problems.map(({ file, message, range }) => [file.name, range.start.line, message]),
    skipped: skipped.map(({ file }) => file.name),
    bibliographies: bibliographies.map(({ file, format }) => [file.name, format]),
  };
}

suite('Bibliography files', () => {
  test('of every kind count beside notes and essay, by what they hold', async () => {
    const { items, bibliographies, skipped } = await read({
      'notes/books.json': JSON_BOOK,
      'library.yaml': YAML_BOOK,
      'package.json': '{"name": "essay", "id": "x", "type": "module", "author": "me"}',
      'notes/settings.yml': 'id: 4\ntype: none\n',
      'notes/data.json': '[{"id": 1, "title": "Chart"}]',
    });
    assert.deepEqual(items, [
      ['kim', 'Juche'],
      ['mao', 'On War'],
    ]);
    assert.deepEqual(bibliographies, [
      ['library.yaml', 'csl-yaml'],
      ['notes/books.json', 'csl-json'],
    ]);
    // What else a JSON file may be, its reader tells.
    assert.deepEqual(skipped, ['notes/settings.yml']);
  });

  test('that are named come first, and a citekey that another has too is said at its line', async () => {
    const files = { 'a.bib': BIB_BOOK, 'z.json': JSON_BOOK };
    assert.deepEqual((await read(files)).items, [['mao', 'On Guerrilla War']]);
    const { items, problems } = await read(files, ['z.json']);
    assert.deepEqual(items, [['mao', 'On War']]);
    assert.deepEqual(problems, [
      ['a.bib', 0, 'The citekey “mao” is in z.json too, and the entry there counts.'],
    ]);
  });

  test('a copy of a whole file is said in one sentence', async () => {
    const bib = Array.from({ length: 30 }, (_, n) => `@book{b${n},\n title = {T${n}}\n}\n`).join('');
    const { problems } = await read({ 'a.bib': bib, 'b.bib': bib });
    assert.deepEqual(problems, [
      ['b.bib', 0, '30 entries of this file are in a.bib too, and those there count.'],
    ]);
  });

  test('a named file that is missing is said', async () => {
    const { problems } = await read({}, ['gone.bib']);
    assert.deepEqual(problems, [['gone.bib', 0, 'gone.bib does not exist.']]);
  });

  test('what is written while it is read is read again', async () => {
    const { marginalia, workspace } = openInMemory({ 'refs.bib': '@book{mao,\n title = {On' });
    assert.equal((await marginalia.library()).items.get('mao')?.title, 'On');
    assert.ok(workspace instanceof InMemoryWorkspace);
    workspace.change('refs.bib', BIB_BOOK);
    assert.equal((await marginalia.library()).items.get('mao')?.title, 'On Guerrilla War');
  });
});
