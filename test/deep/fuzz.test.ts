import assert from 'node:assert/strict';
import { notesFileSteps } from '../../src/core/notes/readNotesFile';
import { fuzzedParsers } from '../support/fuzzing';
import { keptLibrary } from '../support/keptLibrary';

suite('Fuzzing', () => {
  const seed = Number(process.env.SEED ?? Date.now() % 1_000_000_000);
  let cases = 0;

  suiteTeardown(() => {
    assert.ok(cases >= 1_000_000, `${String(cases)} cases`);
  });

  for (const { name, cases: share, fuzz } of fuzzedParsers(keptLibrary()))
    test(`${name}: ${String(share)} cases (SEED=${String(seed)})`, function () {
      this.timeout(1_200_000);
      fuzz(share, seed);
      cases += share;
    });

  test('what is repeated costs in proportion', () => {
    const steps = (text: string) => {
      let count = 0;
      const reading = notesFileSteps(new TextEncoder().encode(text), 'a.md');
      while (!reading.next().done) count++;
      return count;
    };
    for (const piece of ['- The rolls (p. 3)\n', '> '.repeat(20) + 'x\n', '| a | b |\n', '"a" (', '[['])
      assert.ok(steps(piece.repeat(40_000)) <= 2.2 * steps(piece.repeat(20_000)) + 10, piece);
  });
});
