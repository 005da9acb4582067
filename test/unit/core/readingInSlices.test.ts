import assert from 'node:assert/strict';
import { notesFileSteps, readNotesFile } from '../../../src/core/notes/readNotesFile';
import { finish, Slices, type Steps } from '../../../src/core/util/steps';
import type { Reading } from '../../../src/core/readingProgress';
import type { CslItem } from '../../../src/core/citation/cslItem';
import { bibliographyContentSteps } from '../../../src/core/fileContents';
import { LibraryIndex } from '../../../src/core/libraryIndex';
import { NotesFile, readContent } from '../../../src/core/notes/notesFile';
import { SourceResolver } from '../../../src/core/sourceResolver';
import { decodeLibrary, encodeLibrary } from '../../../src/core/store/libraryBytes';
import { english } from '../../../src/core/util/localize';
import { openInMemory } from '../../support/sample';

const encode = (text: string) => new TextEncoder().encode(text);

suite('Reading in slices', () => {
  for (const [file, text] of [
    ['notes.md', '## Why?\n\n- The rolls burnt (p. 63)\n  - twice\n\n'],
    ['notes.txt', 'Why did it end?\n\nThe rolls burnt (p. 63)\nDoing so was a mistake\n\n'],
    ['notes.org', '* Why?\n- The rolls burnt (p. 63)\n  - twice\n'],
    [
      'My Clippings.txt',
      'Voss\n- Your Highlight on page 6 | Added on Monday\n\nThe rolls burnt\n==========\n',
    ],
  ] as const) {
    test(`${file} breaks often, and reads the same`, () => {
      const bytes = encode(text.repeat(500));
      const { breaks, result } = countBreaks(notesFileSteps(bytes, file));
      assert.ok(breaks > 30, String(breaks));
      assert.deepEqual(result, readNotesFile(bytes, file));
    });
  }

  test('lets others run in between', async () => {
    let others = 0;
    let done = false;
    const other = () => {
      others++;
      if (!done) setTimeout(other, 0);
    };
    other();
    function* busy(): Steps<number> {
      const end = performance.now() + 60;
      while (performance.now() < end) yield;
      return 1;
    }
    assert.equal(await new Slices().finish(busy()), 1);
    done = true;
    assert.ok(others >= 3, String(others));
  });

  test('of a bibliography breaks at each entry', async () => {
    const entry = (i: number) => `@book{k${i}, author = {Ann Voss}, title = {The Rolls ${i}}, year = 1999}\n`;
    const text = Array.from({ length: 300 }, (_, i) => entry(i)).join('');
    const file = { uri: 'a.bib', name: 'a.bib' };
    assert.ok(countBreaks(await bibliographyContentSteps(file, encode(text), true)).breaks > 600);
    const items = await bibliographyContentSteps(file, encode(text), true);
    assert.ok(countBreaks(SourceResolver.steps(byId(finish(items).items), {}, english)).breaks >= 300);
  });

  test('of one large file links, indexes, keeps and takes up its arguments with breaks', () => {
    const bytes = encode('## Why?\n\n- The rolls burnt (p. 63)\n  - twice in the harvest\n\n'.repeat(3000));
    const file = { uri: 'notes.md', name: 'notes.md' };
    const content = readContent(finish(notesFileSteps(bytes, 'notes.md')));
    const notes = finish(NotesFile.steps(file, content, () => ({ kind: 'missing' })));
    assert.ok(countBreaks(notes.link()).breaks >= 30);
    const index = new LibraryIndex();
    // At most 200 arguments between two breaks.
    assert.ok(countBreaks(index.put(notes)).breaks >= 60);
    assert.equal(index.size, 6000);
    const { breaks, result: snapshot } = countBreaks(index.snapshotSteps(() => new Map()));
    assert.ok(breaks >= 30);
    assert.ok(snapshot);
    const kept = { uri: file.uri, fingerprint: '1', resolutions: [], content };
    const files = { resolvedBy: '', notes: [kept], bibliographies: [] };
    const stored = countBreaks(encodeLibrary({ files, index: snapshot }, 'key'));
    assert.ok(stored.breaks >= 50);
    const taken = finish(decodeLibrary(stored.result, 'key'))?.files.notes[0]?.content;
    assert.ok(taken?.decode && countBreaks(taken.decode()).breaks >= 24);
    assert.deepEqual(taken.outline().arguments.length, 6000);
  });

  test('answers with what is there, and grows', async () => {
    const { marginalia, workspace } = openInMemory(twenty(), {}, undefined, { answerWithin: 0 });
    const reading = await new Promise<Reading>((resolve) => {
      marginalia.onDidStartReading((started) => {
        started.onDidAdvance(() => {
          if (started.position === 6) started.pause();
          if (started.isPaused) resolve(started);
        });
      });
      void marginalia.library();
    });
    const found = async () => (await marginalia.search('burnt', { mode: 'search', limit: 100 })).length;
    await eventually(async () => (await found()) === 6);
    const { isComplete, files } = await marginalia.library();
    assert.deepEqual([isComplete, files.length], [false, 6]);
    // A file that is edited is read at once, paused or not.
    workspace.change('notes/29.md', '- The rolls burnt\n- The bonds burnt\n');
    await eventually(async () => (await found()) === 8);
    assert.equal(marginalia.reading?.isPaused, true);
    reading.resume();
    await eventually(async () => (await marginalia.library()).isComplete);
    assert.equal(await found(), 21);
    assert.equal(marginalia.reading, undefined);
  });

  test('tells how far it is, and can be stopped: what was not read is said, and read on demand', async () => {
    const { marginalia, workspace } = openInMemory(twenty());
    let reading: Reading | undefined;
    const subscription = marginalia.onDidStartReading((started) => {
      reading = started;
      started.onDidAdvance(() => {
        if (started.position === 6) started.cancel();
      });
    });
    const { arguments: all, problems } = await marginalia.library();
    assert.equal(all.size, 5);
    assert.equal(problems.length, 15);
    assert.match(problems[0]?.message ?? '', /stopped.*Read Notes Again/);
    assert.deepEqual([reading?.isDone, reading?.fileCount, reading?.stoppedCount], [true, 20, 15]);
    subscription.dispose();
    workspace.reads.length = 0;
    marginalia.readAgain();
    assert.equal((await marginalia.library()).arguments.size, 20);
    assert.equal(workspace.reads.length, 15);
    marginalia.readAgain();
    await marginalia.library();
    assert.equal(workspace.reads.length, 35);
  });

  test('can be stopped inside a file', async () => {
    const { marginalia } = openInMemory({
      'notes/long.md': '- The rolls burnt\n'.repeat(20_000),
      'notes/z.md': '- One\n',
    });
    marginalia.onDidStartReading((started) => {
      setTimeout(() => started.cancel(), 1);
    });
    const { arguments: all, problems } = await marginalia.library();
    assert.deepEqual([all.size, problems.map(({ file }) => file.name)], [0, ['notes/long.md', 'notes/z.md']]);
  });
});

const twenty = () =>
  Object.fromEntries(
    Array.from({ length: 20 }, (_, number) => [`notes/${String(number + 10)}.md`, '- The rolls burnt\n']),
  );

const byId = (items: readonly CslItem[]) => new Map(items.map((item) => [item.id, item]));

function countBreaks<T>(steps: Steps<T>): { readonly breaks: number; readonly result: T } {
  for (let breaks = 0; ; breaks++) {
    const { done, value } = steps.next();
    if (done) return { breaks, result: value };
  }
}

async function eventually(probe: () => Promise<boolean>): Promise<void> {
  while (!(await probe())) await new Promise((resolve) => setTimeout(resolve, 1));
}
