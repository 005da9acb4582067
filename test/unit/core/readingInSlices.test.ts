import assert from 'node:assert/strict';
import { notesFileSteps, readNotesFile } from '../../../src/core/notes/index';
import { finish, Slices, type Steps } from '../../../src/core/util/steps';
import type { Reading } from '../../../src/core/readingProgress';
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
      let breaks = 0;
      function* counted(steps: Steps<unknown>): Steps<unknown> {
        for (;;) {
          const { done, value } = steps.next();
          if (done) return value;
          breaks++;
          yield;
        }
      }
      const outline = finish(counted(notesFileSteps(bytes, file)));
      assert.ok(breaks > 30, String(breaks));
      assert.deepEqual(outline, readNotesFile(bytes, file));
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

  test('tells how far it is, and can be stopped: what was not read is said', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 20 }, (_, number) => [`notes/${String(number + 10)}.md`, '- The rolls burnt\n']),
    );
    const { marginalia } = openInMemory(files);
    let reading: Reading | undefined;
    marginalia.onDidStartReading((started) => {
      reading = started;
      started.onDidAdvance(() => {
        if (started.position === 6) started.cancel();
      });
    });
    const { arguments: all, problems } = await marginalia.library();
    assert.equal(all.size, 5);
    assert.equal(problems.length, 15);
    assert.match(problems[0]?.message ?? '', /stopped/);
    assert.deepEqual([reading?.isDone, reading?.fileCount], [true, 20]);
  });
});
