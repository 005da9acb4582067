import assert from 'node:assert/strict';
import { FileError } from '../../../src/core/notes/workspace';
import { openInMemory, SAMPLE_BIBLIOGRAPHY, SAMPLE_NOTES, sampleFiles } from '../../support/sample';

const NOTES = 'Gaddis Notes\n\nWho began it?\n\nNobody wanted a war.\n';

suite('Library', () => {
  test('reads only what has changed, as soon as it has', async () => {
    const { marginalia, workspace } = openInMemory({ 'notes/a.txt': NOTES, 'notes/deep/b.txt': NOTES });
    assert.equal((await marginalia.library()).arguments.size, 2);
    workspace.change('notes/a.txt', `${NOTES}\nEverybody feared one.\n`);
    assert.equal((await marginalia.library()).arguments.size, 3);
    workspace.change('notes/c.txt', NOTES);
    workspace.change('notes/deep/b.txt', undefined);
    assert.equal((await marginalia.library()).arguments.size, 3);
    assert.deepEqual(workspace.reads, ['notes/a.txt', 'notes/deep/b.txt', 'notes/a.txt', 'notes/c.txt']);
  });

  test('a file that changes while it is read is read again', async () => {
    const { marginalia, workspace } = openInMemory({ 'notes/a.txt': NOTES });
    const first = marginalia.library();
    workspace.change('notes/a.txt', `${NOTES}\nEverybody feared one.\n`);
    await first;
    assert.equal((await marginalia.library()).arguments.size, 2);
  });

  test('a file that comes back while the folders are listed without it is read', async () => {
    const { marginalia, workspace } = openInMemory({ 'notes/a.txt': NOTES, 'notes/b.txt': NOTES });
    await marginalia.library();
    const list = workspace.readDirectory.bind(workspace);
    workspace.readDirectory = async (path) => {
      const entries = await list(path);
      if (!workspace.files.has('notes/a.txt')) workspace.change('notes/a.txt', NOTES);
      return entries;
    };
    workspace.change('notes/a.txt', undefined);
    workspace.change('notes/c.txt', NOTES);
    assert.equal((await marginalia.library()).files.length, 3);
  });

  test('a file that is deleted while it is read is no problem, and is there again once it is back', async () => {
    const { marginalia, workspace } = openInMemory({ 'notes/a.txt': NOTES, 'notes/b.txt': NOTES });
    await marginalia.library();
    const read = workspace.readFile.bind(workspace);
    workspace.readFile = (path) => {
      workspace.readFile = read;
      workspace.writeUnseen(path, undefined);
      return Promise.reject(new FileError('missing', path));
    };
    workspace.change('notes/a.txt', `${NOTES}\nEverybody feared one.\n`);
    const { files, problems } = await marginalia.library();
    assert.deepEqual([files.map(({ file }) => file.uri), problems], [['notes/b.txt'], []]);
    workspace.change('notes/a.txt', NOTES);
    assert.equal((await marginalia.library()).files.length, 2);
  });

  test('a file that is gone before it is first read is said at that file, and the rest is read', async () => {
    const { marginalia, workspace } = openInMemory({ 'notes/a.txt': NOTES, 'notes/b.txt': NOTES });
    const read = workspace.readFile.bind(workspace);
    workspace.readFile = (path) => {
      if (path !== 'notes/a.txt') return read(path);
      workspace.writeUnseen(path, undefined);
      return Promise.reject(new FileError('missing', path));
    };
    const { arguments: all, problems } = await marginalia.library();
    assert.equal(all.size, 1);
    assert.deepEqual(
      problems.map(({ file }) => file.name),
      ['notes/a.txt'],
    );
    workspace.readFile = read;
    workspace.tell('notes/a.txt');
    assert.deepEqual((await marginalia.library()).problems, []);
  });

  test('a file that was missed while it was away is there when it is back', async () => {
    const { marginalia, workspace } = openInMemory({ 'notes/a.txt': NOTES, 'notes/b.txt': NOTES });
    await marginalia.library();
    for (const path of ['notes/a.txt', 'notes/b.txt']) workspace.change(path, undefined);
    await marginalia.library();
    workspace.change('notes/b.txt', NOTES);
    const { files, problems } = await marginalia.library();
    assert.deepEqual([files.map(({ file }) => file.uri), problems], [['notes/b.txt'], []]);
  });

  test('a change that no watcher has told of is seen when everything is doubted, and nothing else is read', async () => {
    const { marginalia, workspace } = openInMemory({ 'notes/a.txt': NOTES, 'notes/b.txt': NOTES });
    await marginalia.library();
    workspace.files.set('notes/a.txt', `${NOTES}\nEverybody feared one.\n`);
    assert.equal((await marginalia.library()).arguments.size, 2);
    workspace.doubt();
    assert.equal((await marginalia.library()).arguments.size, 3);
    assert.deepEqual(workspace.reads, ['notes/a.txt', 'notes/b.txt', 'notes/a.txt']);
  });

  test('an edit of a known file is read without looking for files', async () => {
    const { marginalia, workspace } = openInMemory({ 'notes/a.txt': NOTES, 'notes/b.txt': NOTES });
    await marginalia.library();
    let listings = 0;
    const list = workspace.readDirectory.bind(workspace);
    workspace.readDirectory = (folder) => (listings++, list(folder));
    workspace.change('notes/a.txt', `${NOTES}\nEverybody feared one.\n`);
    assert.equal((await marginalia.library()).arguments.size, 3);
    assert.equal(listings, 0);
  });

  test('tells listeners once of many changes', async () => {
    const { marginalia, workspace } = openInMemory();
    let told = 0;
    const changed = new Promise<void>((resolve) => marginalia.onDidChangeLibrary(() => resolve(void told++)));
    for (let file = 0; file < 100; file++) workspace.change(`notes/${file}.txt`, NOTES);
    await changed;
    assert.equal(told, 1);
  });

  for (const [reason, says] of [
    ['denied', /permission/],
    ['unreadable', /can’t be read/],
  ] as const) {
    test(`a file that is ${reason} costs itself alone`, async () => {
      const bad = new FileError(reason, 'no');
      const { marginalia } = openInMemory({ ...sampleFiles(), 'notes/bad.txt': bad, 'notes/bad.bib': bad });
      const { arguments: all, items, problems } = await marginalia.library();
      assert.equal(all.size, 31);
      assert.equal(items.size, 1);
      assert.deepEqual(problems.map(({ file }) => file.name).sort(), ['notes/bad.bib', 'notes/bad.txt']);
      for (const { message } of problems) assert.match(message, says);
    });
  }

  test('a broken bibliography entry costs itself alone, and is said at its line', async () => {
    const broken =
      '@book{good, title = {One}, author = {Ann Good}, year = 1990}\n\n@book{bad, title = {Two, year = 1991\n';
    const { marginalia } = openInMemory({ ...sampleFiles(), 'notes/more.bib': broken });
    const { items, problems } = await marginalia.library();
    assert.ok(items.has('good') && items.has('zubok1996'));
    assert.deepEqual(
      problems.map(({ file, range }) => [file.name, range.start.line]),
      [['notes/more.bib', 2]],
    );
  });

  test('no notes folder, an empty one, and no place for one are told apart', async () => {
    const none = await openInMemory({}).marginalia.library();
    assert.deepEqual(
      none.folders.map(({ state }) => state),
      ['missing'],
    );
    const empty = await openInMemory({ 'notes/.keep': '' }).marginalia.library();
    assert.deepEqual([empty.folders.map(({ state }) => state), empty.files], [['read'], []]);
    const { marginalia, workspace } = openInMemory({});
    workspace.hasRoot = false;
    assert.equal((await marginalia.library()).hasRoot, false);
  });

  test('a source that several works fit is left open until the student has chosen', async () => {
    const bib = (key: string, title: string) =>
      `@book{${key}, author = {Zubok, Vladislav and Pleshakov, Constantine}, title = {${title}}, year = 1996}\n`;
    const files = {
      ...sampleFiles(),
      [SAMPLE_BIBLIOGRAPHY]: bib('one', 'First Things') + bib('two', 'Second Things'),
    };
    const open = (await openInMemory(files).marginalia.library()).files[0]?.sources[0]?.resolution;
    assert.deepEqual(open?.kind === 'ambiguous' && open.candidates.map(({ id }) => id).sort(), [
      'one',
      'two',
    ]);
    const settings = { sources: { 'Zubok and Pleshakov': 'two' } };
    const chosen = (await openInMemory(files, settings).marginalia.library()).files[0]?.sources[0]
      ?.resolution;
    assert.equal(chosen?.kind === 'matched' && chosen.item.id, 'two');
  });

  test('without a bibliography the source stays as the notes call it', async () => {
    const { marginalia } = openInMemory({ [SAMPLE_NOTES]: sampleFiles()[SAMPLE_NOTES] ?? '' });
    const source = (await marginalia.library()).files[0]?.sources[0];
    assert.deepEqual([source?.notes.label, source?.resolution.kind], ['Zubok and Pleshakov', 'missing']);
  });
});
