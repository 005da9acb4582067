import { fuzzedParsers } from '../../support/fuzzing';
import { keptLibrary } from '../../support/keptLibrary';

/** Out of a thousand cases of the long run. */
const share = 3;

suite('Fuzzing, a little', () => {
  for (const { name, cases, fuzz } of fuzzedParsers(keptLibrary()))
    test(name, () => fuzz((cases * share) / 1000, Date.now() % 1_000_000_000));
});
