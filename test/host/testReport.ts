/** The environment variable that hands `--grep` to the tests inside VS Code. */
export const grepVariable = 'MARGINALIA_TEST_GREP';

/** The environment variable that hands `--actions` to the soak test inside VS Code. */
export const actionsVariable = 'MARGINALIA_SOAK_ACTIONS';

/** What a suite came to. */
export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
}

/** The line that every suite ends with. */
export function formatCounts({ passed, failed }: TestCounts): string {
  return `${passed} passed, ${failed} failed`;
}

/** Lines at the end of an output that show why a suite failed that has no list of its failures. */
const tellingLines = 60;

/** What mocha says at the end of a failed suite's output of the tests that failed, or else its last lines. */
export function readFailures(output: string): string {
  const start = output.search(/^.*\d+ failing/m);
  if (start >= 0) return output.slice(start).trimEnd();
  return output.trimEnd().split('\n').slice(-tellingLines).join('\n');
}

/** The titles of the tests that failed, as they were marked while the suite ran. */
export function readFailedTitles(output: string): readonly string[] {
  const [run = ''] = plain(output).split(/^.*\d+ failing/m);
  return Array.from(run.matchAll(/^ *(?:\d+\)|✘) (.+)$/gm), ([, title = '']) => title.trim());
}

/** The counts of the last such line in a suite's output, if there is one. */
export function readCounts(output: string): TestCounts | undefined {
  const last = [...plain(output).matchAll(/^(\d+) passed, (\d+) failed\r?$/gm)].at(-1);
  return last && { passed: Number(last[1]), failed: Number(last[2]) };
}

/** An output without its colours. */
function plain(output: string): string {
  // eslint-disable-next-line no-control-regex
  return output.replace(/\u001b\[[\d;]*m/g, '');
}

/**
 * What a suite counts for: one failure more if its status says so and its counts do not, or if it ran nothing.
 * @param status exit status; null if it was killed
 */
export function judgeSuite(status: number | null, output: string): TestCounts {
  const counts = readCounts(output) ?? { passed: 0, failed: 0 };
  const silent = counts.failed === 0 && (status !== 0 || counts.passed === 0);
  return silent ? { ...counts, failed: 1 } : counts;
}

/** What the tests inside VS Code put before each line, which tells it from VS Code's own log. */
export const testLinePrefix = '[test] ';

/**
 * What to print of an entry in the extension host's log: the tests' lines without their prefix, and whatever names
 * our own code; all of it if `verbose`.
 */
export function testLine(entry: readonly unknown[], verbose: boolean): string | undefined {
  const text = entry.map((part) => (typeof part === 'string' ? part : JSON.stringify(part))).join(' ');
  if (text.startsWith(testLinePrefix)) return text.slice(testLinePrefix.length);
  const ours = /[\\/](?:out[\\/]test[\\/](?:integration|soak)|dist)[\\/]|marginalia\.marginalia/.test(text);
  return verbose || ours ? text : undefined;
}
