import * as fc from 'fast-check';
import { checkReading, checkReviews, editedEssays } from '../support/essayModel';
import { openInMemory } from '../support/sample';

const seed = Number(process.env.SEED ?? Date.now() % 1_000_000_000);

suite('Essays that are edited', () => {
  test(`read as if for the first time: 10,000 essays (SEED=${String(seed)})`, () => {
    fc.assert(
      fc.property(editedEssays, ({ start, edits }) => checkReading(start, edits)),
      { seed, numRuns: 10_000 },
    );
  }).timeout(600_000);

  test(`are reviewed as if for the first time: 150 essays (SEED=${String(seed)})`, async () => {
    const open = () => openInMemory().marginalia;
    const followed = open();
    try {
      await fc.assert(
        fc.asyncProperty(editedEssays, ({ start, edits }) => checkReviews(start, edits, followed, open)),
        { seed, numRuns: 150 },
      );
    } finally {
      followed.dispose();
    }
  }).timeout(600_000);
});
