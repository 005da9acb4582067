import * as fc from 'fast-check';
import { checkReading, checkReviews, editedEssays } from '../../../support/essayModel';
import { openInMemory } from '../../../support/sample';

/** A share of what test/deep does. */
suite('Essays that are edited, a little', () => {
  test('read as if for the first time', () => {
    fc.assert(
      fc.property(editedEssays, ({ start, edits }) => checkReading(start, edits)),
      { numRuns: 50 },
    );
  });

  test('are reviewed as if for the first time', async () => {
    const open = () => openInMemory().marginalia;
    const followed = open();
    try {
      await fc.assert(
        fc.asyncProperty(editedEssays, ({ start, edits }) => checkReviews(start, edits, followed, open)),
        { numRuns: 3 },
      );
    } finally {
      followed.dispose();
    }
  });
});
