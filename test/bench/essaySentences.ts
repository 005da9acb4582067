import { isConfident } from '../../src/core/search/index';
import { essaySets, type JudgedSentence } from './judgedSentences';

/** How well the right argument is found for the sentences of the labelled essays, and silence kept in the others. */
export async function essaySentences(): Promise<void> {
  const rows: Record<string, Record<string, string>> = {};
  for (const [use, name] of [
    ['tune', 'looked at while tuning'],
    ['report', 'only measured'],
  ] as const)
    rows[name] = row((await essaySets(use, true)).flat());
  console.log('\nSentences of the essays: is the right argument found, and shown?');
  console.table(rows);
}

function row(sentences: readonly JudgedSentence[]): Record<string, string> {
  const speaking = sentences.filter(({ silent }) => !silent);
  const silent = sentences.filter((each) => each.silent);
  const within = (limit: number) => {
    const found = speaking.filter(({ candidates }) => candidates.slice(0, limit).some(({ right }) => right));
    return (found.length / speaking.length).toFixed(2);
  };
  const shown = (each: JudgedSentence) =>
    each.candidates.find((candidate) => isConfident(candidate, 'sentence'));
  return {
    'sentence @1': within(1),
    '@3': within(3),
    '@5': within(5),
    'shown right': `${speaking.filter((each) => shown(each)?.right === true).length}/${speaking.length}`,
    'shown wrong': String(speaking.filter((each) => shown(each)?.right === false).length),
    'false alarms': `${silent.filter((each) => shown(each) !== undefined).length}/${silent.length}`,
  };
}
