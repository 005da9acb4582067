import assert from 'node:assert/strict';
import { LibraryIndex } from '../../../../src/core/libraryIndex';
import { LibraryStore } from '../../../../src/core/store/libraryStore';
import { SnapshotFile } from '../../../../src/core/store/snapshotFile';
import { silentLogger } from '../../../../src/core/util/logger';
import { InMemoryWorkspace } from '../../../support/inMemoryWorkspace';
import { LIBRARY_KEY, LibrarySession } from '../../../support/librarySession';
import { MemoryFolder } from '../../../support/memoryFolder';
import { sampleFiles } from '../../../support/sample';

const notes = (name: string) =>
  `# ${name} Notes\n\n## Why?\n\n- The rolls of ${name} burnt (p. 63)\n  - twice\n`;
const BIBLIOGRAPHY = '@book{voss1999, author = {Ann Voss}, title = {The Rolls}, year = 1999}\n';
const library = () => ({
  ...sampleFiles(),
  'notes/voss.md': notes('Voss'),
  'notes/ames.md': notes('Ames'),
  'notes/voss.bib': BIBLIOGRAPHY,
});

/** What a session knows: every argument with its place, question and source, the works, and what searches find. */
async function knowledge({ reader, index }: LibrarySession): Promise<unknown> {
  const { arguments: all, items, problems, files } = await reader.library();
  // Until the next merge, what was replaced still counts a little.
  index.compact();
  const known = {
    arguments: [...all.values()].map(({ id, argument, question, source, parent, leansOn }) => [
      id,
      argument,
      question,
      source.id,
      source.resolution,
      parent?.id,
      leansOn?.id,
    ]),
    outlines: files.map(({ file, outline }) => [file, outline]),
    items: [...items],
    problems,
    found: ['rolls burnt', 'Stalin buck', 'twice'].map((query) =>
      index
        .search(query, { mode: 'search', limit: 100 })
        .map(({ argument, score, confidence }) => [argument, score.toFixed(4), confidence.toFixed(4)])
        .sort(),
    ),
  };
  // What is undefined and what is absent is the same.
  return JSON.parse(JSON.stringify(known));
}

/** The bytes that a session on `workspace` keeps. */
async function keep(workspace: InMemoryWorkspace, key = LIBRARY_KEY): Promise<MemoryFolder> {
  const folder = new MemoryFolder();
  const session = new LibrarySession(workspace, folder, key);
  await session.reader.library();
  await session.end();
  return folder;
}

/** Opens `workspace` with what was kept, and compares it with reading everything. @returns which files were read */
async function reopen(
  workspace: InMemoryWorkspace,
  folder: MemoryFolder,
  key = LIBRARY_KEY,
): Promise<readonly string[]> {
  workspace.reads.length = 0;
  const warm = new LibrarySession(workspace, folder, key);
  const known = await knowledge(warm);
  const reads = [...workspace.reads].sort();
  const fresh = new LibrarySession(workspace, new MemoryFolder());
  assert.deepEqual(known, await knowledge(fresh));
  for (const { reader } of [warm, fresh]) reader.dispose();
  return reads;
}

suite('The library kept between sessions', () => {
  test('is taken up without reading any file', async () => {
    const workspace = new InMemoryWorkspace(library());
    assert.deepEqual(await reopen(workspace, await keep(workspace)), []);
  });

  test('that changed while VS Code was closed: what changed is read, and nothing else', async () => {
    const workspace = new InMemoryWorkspace(library());
    const folder = await keep(workspace);
    workspace.change('notes/voss.md', notes('Voss').replace('twice', 'thrice'));
    workspace.change('notes/ames.md', undefined);
    workspace.change('notes/new.md', notes('Newton'));
    assert.deepEqual(await reopen(workspace, folder), ['notes/new.md', 'notes/voss.md']);
  });

  test('with a changed bibliography, or another work chosen, sources are matched anew', async () => {
    const workspace = new InMemoryWorkspace(library());
    const folder = await keep(workspace);
    workspace.change('notes/voss.bib', BIBLIOGRAPHY.replace('voss1999', 'vossRolls'));
    assert.deepEqual(await reopen(workspace, folder), ['notes/voss.bib']);
    const second = '@book{voss2001, author = {Ann Voss}, title = {Bonds}, year = 2001}\n';
    workspace.change('notes/voss.bib', BIBLIOGRAPHY + second);
    assert.deepEqual(await reopen(workspace, folder), ['notes/voss.bib']);
    workspace.change('notes/voss.bib', undefined);
    assert.deepEqual(await reopen(workspace, folder), []);
  });

  test('of other readers is of no use', async () => {
    const workspace = new InMemoryWorkspace(library());
    const folder = await keep(workspace);
    assert.equal((await reopen(workspace, folder, 'readers 2')).length, 5);
  });

  test('torn at any place, damaged anywhere, of another version or not ours is built anew', async () => {
    const workspace = new InMemoryWorkspace(library());
    const folder = await keep(workspace);
    const whole = folder.files.get('library') ?? new Uint8Array();
    const torn = Array.from({ length: 40 }, (_, i) => whole.slice(0, Math.floor((whole.length * i) / 40)));
    const zeroed = torn.map(({ length }) => Uint8Array.from(whole, (byte, i) => (i < length ? byte : 0)));
    const damaged = Array.from({ length: 60 }, (_, i) => {
      const at = Math.floor((whole.length * i) / 60) + (i % 7);
      return whole.with(at, (whole[at] ?? 0) ^ 16);
    });
    const foreign = [new TextEncoder().encode('{"version":1}'), whole.with(4, 99), new Uint8Array(64)];
    for (const bytes of [...torn, ...zeroed, ...damaged, ...foreign]) {
      if (bytes.every((byte, i) => byte === whole[i]) && bytes.length === whole.length) continue;
      folder.files.set('library', bytes);
      const index = new LibraryIndex();
      const store = new LibraryStore(new SnapshotFile(folder, 'library'), LIBRARY_KEY, index, silentLogger);
      assert.equal(await store.load(), undefined);
      assert.equal(index.size, 0);
    }
    folder.files.set('library', torn[20] ?? whole);
    assert.equal((await reopen(workspace, folder)).length, 5);
  });

  for (const code of ['ENOSPC', 'EROFS', 'EACCES']) {
    test(`that can’t be written (${code}) stays what it was`, async () => {
      const workspace = new InMemoryWorkspace(library());
      const folder = await keep(workspace);
      const before = folder.files.get('library');
      for (const tornAt of [undefined, 0, 1, 100, 5000]) {
        folder.failure = Object.assign(new Error(code), { code });
        folder.tornAt = tornAt;
        const session = new LibrarySession(workspace, folder);
        workspace.change('notes/ames.md', notes(`Ames ${String(tornAt)}`));
        await session.reader.library();
        await session.end();
        assert.equal(folder.files.get('library'), before);
      }
      folder.failure = folder.tornAt = undefined;
      assert.deepEqual(await reopen(workspace, folder), ['notes/ames.md']);
    });
  }

  test('by two windows at once is whole', async () => {
    const workspace = new InMemoryWorkspace(library());
    const folder = new MemoryFolder();
    const windows = [new LibrarySession(workspace, folder), new LibrarySession(workspace, folder)];
    await Promise.all(windows.map(({ reader }) => reader.library()));
    await Promise.all(windows.map((window) => window.end()));
    assert.equal(new Set(folder.written).size, 2);
    assert.deepEqual([...folder.files.keys()], ['library']);
    assert.deepEqual(await reopen(workspace, folder), []);
  });

  test('leaves no unfinished file behind, but another window’s', async () => {
    const folder = new MemoryFolder();
    let now = 10_000_000;
    const file = new SnapshotFile(folder, 'library', () => now);
    folder.files.set('library.9000000.other.tmp', new Uint8Array(1));
    folder.files.set('library.1.crashed.tmp', new Uint8Array(1));
    await file.write(new Uint8Array(8));
    assert.deepEqual([...folder.files.keys()].sort(), ['library', 'library.9000000.other.tmp']);
    now += 4_000_000;
    await file.write(new Uint8Array(8));
    assert.deepEqual([...folder.files.keys()], ['library']);
  });

  test('holds a file that changed while it was kept only as what was read of it', async () => {
    const workspace = new InMemoryWorkspace(library());
    const folder = new MemoryFolder();
    const session = new LibrarySession(workspace, folder);
    await session.reader.library();
    const ending = session.end();
    workspace.change('notes/voss.md', notes('Voss').replace('twice', 'four times'));
    await ending;
    assert.deepEqual(await reopen(workspace, folder), ['notes/voss.md']);
  });
});
