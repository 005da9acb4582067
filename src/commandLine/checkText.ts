import type { CoveredArgument } from '../core/checks/coverage';
import type { EssayProblem, Severity } from '../core/checks/problem';
import type { EssayDocument } from '../core/essay/essayDocument';
import type { Usage } from '../core/essay/usage';

const COLOURS: Readonly<Record<Severity | 'dim' | 'bold', readonly [number, number]>> = {
  error: [31, 39],
  warning: [33, 39],
  information: [36, 39],
  hint: [35, 39],
  dim: [2, 22],
  bold: [1, 22],
};

/** What a terminal must not be told by an essay or a note: escape sequences and other control characters. */
const CONTROL = /[\p{Cc}\u{202a}-\u{202e}\u{2066}-\u{2069}]/gu;

/** What `check` prints for people: a line a problem, what it is about below it, and a summary. */
export function checkText(
  path: string,
  essay: EssayDocument,
  problems: readonly EssayProblem[],
  coverage: readonly CoveredArgument[],
  hasColours: boolean,
): string {
  const paint = (style: keyof typeof COLOURS, text: string) => {
    const [on, off] = COLOURS[style];
    return hasColours ? `\u001b[${String(on)}m${text}\u001b[${String(off)}m` : text;
  };
  const lines = problems.flatMap(({ span, severity, code, message, related }) => {
    const { line, character } = essay.positionAt(span.start);
    const at = `${path}:${String(line + 1)}:${String(character + 1)}`;
    const words = essay.text.slice(span.start, span.end).replace(/\s+/g, ' ');
    return [
      `${paint('bold', clean(at))}  ${paint(severity, severity)}  ${clean(message)}  ${paint('dim', code)}`,
      ...(words === '' ? [] : [`    ${clean(shorten(words))}`]),
      ...related.map(({ file, range, text }) =>
        paint('dim', `    ${clean(`${file.name}:${String(range.start.line + 1)}: ${shorten(text)}`)}`),
      ),
    ];
  });
  if (lines.length > 0) lines.push('');
  lines.push(summaryOf(problems), coverageSummary(coverage));
  return lines.join('\n');
}

function summaryOf(problems: readonly EssayProblem[]): string {
  if (problems.length === 0) return 'Nothing to report.';
  const names: Readonly<Record<Severity, readonly [string, string]>> = {
    error: ['error', 'errors'],
    warning: ['warning', 'warnings'],
    information: ['remark', 'remarks'],
    hint: ['hint', 'hints'],
  };
  const counts = (Object.keys(names) as Severity[]).flatMap((severity) => {
    const count = problems.filter((problem) => problem.severity === severity).length;
    return count === 0 ? [] : [`${String(count)} ${names[severity][count === 1 ? 0 : 1]}`];
  });
  return `${counts.join(', ')}.`;
}

function coverageSummary(coverage: readonly CoveredArgument[]): string {
  const count = (wanted: Usage) => coverage.filter(({ usage }) => usage === wanted).length;
  const all = `Of ${String(coverage.length)} arguments in your notes`;
  return `${all}, the essay uses ${String(count('cited'))} with a citation and ${String(count('uncited'))} without.`;
}

function shorten(text: string): string {
  return text.length > 100 ? `${text.slice(0, 99).trimEnd()}…` : text;
}

const clean = (text: string) => text.replace(CONTROL, ' ');
