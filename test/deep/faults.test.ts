import assert from 'node:assert/strict';
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { random } from '../support/generatedNotes';
import {
  type DiskLibrary,
  hashOf,
  knowledgeOf,
  makeDiskLibrary,
  openDisk,
  openStored,
  writeNotes,
} from './support/diskLibrary';

const FILES = 60;
const KILLS = 20;
const EXCHANGES = 8;
/** Whom nothing belongs to. */
const NOBODY = 65534;
const isRoot = process.getuid?.() === 0;

suite('Faults of processes and disks', () => {
  let root = '';
  let library: DiskLibrary = { notes: '', storage: '' };
  const windows = new Set<ChildProcessWithoutNullStreams>();

  setup(() => {
    root = mkdtempSync(join(tmpdir(), 'marginalia-faults-'));
    library = makeDiskLibrary(root, FILES);
  });
  teardown(() => {
    for (const window of windows) window.kill('SIGKILL');
    windows.clear();
    rmSync(root, { recursive: true, force: true });
  });

  const openWindow = (how: 'once' | 'forever', user?: number) => {
    const child = spawn(
      process.execPath,
      ['out/test/deep/support/window.js', library.notes, library.storage, how],
      {
        ...(user === undefined ? {} : { uid: user, gid: user }),
      },
    );
    windows.add(child);
    child.once('exit', () => windows.delete(child));
    return child;
  };
  /** What is taken up from the storage is what is read afresh, and no file of the student's is another. */
  const assertWhole = async (before: string) => {
    assert.deepEqual(await knowledgeOf(openStored(library)), await knowledgeOf(openDisk(library)));
    assert.equal(hashOf(library.notes), before);
  };

  test(`a window is killed ${String(KILLS)} times while it writes the library`, async () => {
    const next = random(5);
    for (let kill = 0; kill < KILLS; kill++) {
      writeNotes(library, next(FILES), 1000 + kill);
      const before = hashOf(library.notes);
      const window = openWindow('forever');
      await said(window, 'writes');
      await pause(next(6));
      window.kill('SIGKILL');
      await ended(window);
      await assertWhole(before);
    }
    const unfinished = readdirSync(library.storage).filter((name) => name.endsWith('.tmp'));
    assert.ok(readdirSync(library.storage).includes('library'));
    console.log(`      ${String(unfinished.length)} of ${String(KILLS)} writes were cut short`);
  }).timeout(300_000);

  test(`a window is killed ${String(EXCHANGES)} times while the bibliography is exchanged`, async () => {
    const next = random(6);
    const bibliography = join(library.notes, 'references.bib');
    for (let exchange = 0; exchange < EXCHANGES; exchange++) {
      const entries = bibliographyOf(1000 + exchange);
      const window = openWindow('forever');
      await said(window, 'writes');
      // As a reference manager writes it in place: for a moment a part of it is there.
      writeFileSync(bibliography, entries.slice(0, next(entries.length)));
      await pause(next(40));
      const isKilledBefore = exchange % 2 === 0;
      if (isKilledBefore) window.kill('SIGKILL');
      writeFileSync(bibliography, entries);
      await pause(next(40));
      window.kill('SIGKILL');
      await ended(window);
      await assertWhole(hashOf(library.notes));
      assert.equal(readFileSync(bibliography, 'utf8'), entries);
      const { works } = (await knowledgeOf(openStored(library))) as { readonly works: readonly unknown[] };
      assert.equal(works.length, 200);
    }
  }).timeout(300_000);

  test('two windows keep the library of one folder while the notes change', async () => {
    const both = [openWindow('forever'), openWindow('forever')];
    await Promise.all(both.map((window) => said(window, 'writes')));
    for (let change = 0; change < 40; change++) {
      writeNotes(library, change % FILES, 2000 + change);
      await pause(25);
      if (change % 10 !== 9) continue;
      await assertWhole(hashOf(library.notes));
    }
    assert.ok(both.every(({ exitCode }) => exitCode === null));
  }).timeout(120_000);

  test('where nothing can be written everything is answered all the same', async function () {
    if (!isRoot) chmodSync(root, 0o555);
    else {
      // Permissions don't hold root back: the window runs as somebody else.
      mkdirSync(library.storage);
      for (const folder of [root, library.storage, library.notes]) chmodSync(folder, 0o755);
    }
    const before = hashOf(library.notes);
    const window = openWindow('once', isRoot ? NOBODY : undefined);
    let output = '';
    window.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    assert.equal(await ended(window), 0);
    const [, known = ''] = output.trim().split('\n');
    assert.deepEqual(JSON.parse(known), await knowledgeOf(openDisk(library)));
    if (!isRoot) chmodSync(root, 0o755);
    assert.equal(hashOf(library.notes), before);
    assert.deepEqual(isRoot ? readdirSync(library.storage) : [], []);
  }).timeout(60_000);

  test('a file that may not be read is said to be, and the rest is there', async function () {
    if (!isRoot) return this.skip();
    chmodSync(root, 0o755);
    chmodSync(join(library.notes, 'n3.md'), 0);
    const window = openWindow('once', NOBODY);
    let output = '';
    window.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    await ended(window);
    const { arguments: all, problems } = JSON.parse(output.trim().split('\n')[1] ?? '') as {
      readonly arguments: readonly unknown[];
      readonly problems: readonly { readonly message: string; readonly file: { readonly name: string } }[];
    };
    assert.deepEqual(
      problems.map(({ file: { name } }) => name.endsWith('n3.md')),
      [true],
    );
    const fresh = (await knowledgeOf(openDisk(library))) as { readonly arguments: readonly unknown[] };
    assert.ok(all.length < fresh.arguments.length && all.length > 0.9 * fresh.arguments.length);
  }).timeout(60_000);

  test('files from the future and the past, and clocks that are set back', async () => {
    await keep(library);
    const times = [new Date('2099-01-01'), new Date(0), new Date('1970-01-02'), new Date()];
    for (const [index, time] of times.entries()) {
      writeNotes(library, index, 3000 + index);
      utimesSync(join(library.notes, `n${String(index)}.md`), time, time);
    }
    await assertWhole(hashOf(library.notes));
    await keep(library);
    // Restored from a backup: other words, with an earlier time.
    writeNotes(library, 0, 4000);
    utimesSync(join(library.notes, 'n0.md'), new Date('2001-01-01'), new Date('2001-01-01'));
    await assertWhole(hashOf(library.notes));
  }).timeout(60_000);

  test('the notes vanish, return, and are others', async () => {
    await keep(library);
    const before = hashOf(library.notes);
    renameSync(library.notes, `${library.notes}-away`);
    const without = (await knowledgeOf(openStored(library))) as {
      readonly arguments: unknown[];
    };
    assert.deepEqual(without.arguments, []);
    await keep(library);
    renameSync(`${library.notes}-away`, library.notes);
    await assertWhole(before);
    await keep(library);
    rmSync(library.notes, { recursive: true });
    makeDiskLibrary(root, 5);
    await assertWhole(hashOf(library.notes));
  }).timeout(60_000);

  test('a thousand files are exchanged at once', async () => {
    makeDiskLibrary(root, 1000);
    await keep(library);
    for (let file = 0; file < 1000; file++) writeNotes(library, file, 5000 + file);
    writeFileSync(join(library.notes, 'n7.md'), '');
    await assertWhole(hashOf(library.notes));
  }).timeout(120_000);
});

/** Two hundred works, all of one year. */
function bibliographyOf(year: number): string {
  return Array.from(
    { length: 200 },
    (_, work) =>
      `@book{ames${String(work)}, author = {Ames, Ada}, title = {Lighthouses ${String(work)}}, year = {${String(year)}}}\n`,
  ).join('');
}

async function keep(library: DiskLibrary): Promise<void> {
  const session = openStored(library);
  await session.reader.library();
  await session.end();
}

async function said(child: ChildProcessWithoutNullStreams, words: string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes(words)) resolve();
    });
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    child.once('exit', () => reject(new Error(`The window ended.\n${errors}`)));
  });
}

async function ended(child: ChildProcessWithoutNullStreams): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  return new Promise((resolve) => child.once('exit', resolve));
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
