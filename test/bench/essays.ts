import type { Use } from '../../src/core/essay/uses';
import { readLabelledEssays, type ScoredEssay, scoreEssay } from '../support/labelledEssay';

const UNCITED = 'uncited-argument';

/** How well the checks do on the labelled essays: those looked at while tuning, and the others; each miss by name. */
export async function essays(options: readonly string[]): Promise<void> {
  const all = readLabelledEssays();
  for (const use of ['tune', 'report'] as const) {
    if (options.includes('--tune') && use === 'report') continue;
    const scored = [];
    for (const essay of all.filter((each) => each.use === use)) scored.push(await scoreEssay(essay));
    console.log(`\nEssays ${use === 'tune' ? 'looked at while tuning' : 'only measured'}`);
    console.table(
      Object.fromEntries([...scored.map((each) => [each.essay.name, row([each])]), ['all', row(scored)]]),
    );
    if (!options.includes('--brief')) scored.forEach(sayMisses);
    if (options.includes('--uses')) scored.forEach(sayUses);
  }
}

function row(scored: readonly ScoredEssay[]): Record<string, string> {
  const count = (of: (each: ScoredEssay) => readonly { readonly code: string }[], isUncited: boolean) =>
    scored.flatMap(of).filter(({ code }) => (code === UNCITED) === isUncited).length;
  const share = (part: number, all: number) => (all === 0 ? '–' : (part / all).toFixed(2));
  const [right, missed, wrong] = [
    (s: ScoredEssay) => s.found,
    (s: ScoredEssay) => s.missed,
    (s: ScoredEssay) => s.falseAlarms,
  ];
  const uses = scored.map(usesOf);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  return {
    'uncited: precision': share(count(right, true), count(right, true) + count(wrong, true)),
    recall: share(count(right, true), count(right, true) + count(missed, true)),
    'faults found': `${count(right, false)}/${count(right, false) + count(missed, false)}`,
    'false alarms': String(count(wrong, false)),
    'uses found': `${sum(uses.map(({ found }) => found))}/${sum(uses.map(({ made }) => made))}`,
    'uses right': `${sum(uses.map(({ found }) => found))}/${sum(uses.map(({ told }) => told))}`,
  };
}

/** Labelled uses that were found; loose ones need not be, and are not counted against either side. */
function usesOf({ essay, review }: ScoredEssay): { made: number; found: number; told: number } {
  let made = 0;
  let found = 0;
  let told = 0;
  for (const { span, makes, label } of essay.sentences) {
    if (label === 'loose') continue;
    const uses = usesAt(review, span);
    made += makes.length;
    told += uses.length;
    found += makes.filter((words) =>
      uses.some(({ argument }) => argument.argument.text.includes(words)),
    ).length;
  }
  return { made, found, told };
}

function usesAt(
  { uses }: ScoredEssay['review'],
  span: { readonly start: number; readonly end: number },
): readonly Use[] {
  return uses.sentences
    .filter(({ sentence }) => span.start <= sentence.span.start && sentence.span.end <= span.end)
    .flatMap((each) => each.uses);
}

function sayMisses({ essay, missed, falseAlarms, review }: ScoredEssay): void {
  const say = (what: string, code: string, { start, end }: { start: number; end: number }) =>
    console.log(`  ${essay.name}: ${what} ${code}: ${essay.text.slice(start, end)}`);
  for (const { code, span } of missed) {
    say('missed', code, span);
    for (const { argument, confidence, citedness } of usesAt(review, span))
      console.log(`      ${confidence.toFixed(2)} ${citedness}: ${argument.argument.text}`);
  }
  for (const { code, span, related } of falseAlarms) {
    say('false alarm', code, span);
    for (const { text } of related) console.log(`      ${text}`);
    for (const { argument, confidence } of usesAt(review, span))
      console.log(`      ${confidence.toFixed(2)} ${argument.argument.text}`);
  }
}

function sayUses({ essay, review }: ScoredEssay): void {
  for (const { label, makes, span } of essay.sentences) {
    const uses = usesAt(review, span);
    const wrong = uses.filter(
      ({ argument }) => !makes.some((words) => argument.argument.text.includes(words)),
    );
    const lost = makes.filter(
      (words) => !uses.some(({ argument }) => argument.argument.text.includes(words)),
    );
    if (wrong.length + lost.length === 0) continue;
    console.log(`  ${essay.name} {${label}} ${essay.text.slice(span.start, span.end)}`);
    for (const words of lost) console.log(`      not found: ${words}`);
    for (const { argument, confidence, citedness } of wrong)
      console.log(`      wrong: ${confidence.toFixed(2)} ${citedness} ${argument.argument.text}`);
  }
}
