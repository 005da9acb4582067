import Mocha from 'mocha';
import { formatCounts } from './testReport';

/** A mocha reporter: the usual one, and the counts as a last line that a script can read. */
class CountingReporter extends Mocha.reporters.Spec {
  override done(failures: number, end: (failures: number) => void): void {
    console.log(formatCounts({ passed: this.stats.passes, failed: failures }));
    end(failures);
  }
}

// Mocha requires a reporter's module and takes it for the class.
export = CountingReporter;
