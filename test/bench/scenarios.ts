import { existsSync, readFileSync } from 'node:fs';
import {
  ArgumentIndex,
  isConfident,
  Thesaurus,
  type Match,
  type SearchMode,
} from '../../src/core/search/index';
import { readScenarios, type ScenarioLibrary } from './scenarioLibrary';

interface Tally {
  readonly name: string;
  readonly typing: readonly number[];
  readonly typingShown: number;
  readonly sentences: readonly number[];
  /** The same by BM25 alone, which tells how hard they are. */
  readonly plain: readonly number[];
  readonly shown: number;
  readonly shownWrong: number;
  readonly falseAlarms: number;
  readonly silent: number;
  readonly misses: readonly string[];
}

/** How well the right argument is found, and silence kept, in each scenario library; every miss by name. */
export function scenarios(options: readonly string[]): void {
  const libraries = readScenarios();
  for (const use of ['tune', 'report'] as const) {
    if (options.includes('--tune') && use === 'report') continue;
    const tallies = libraries.filter((library) => library.use === use).map(tallyOf);
    console.log(`\n${use === 'tune' ? 'Libraries looked at while tuning' : 'Libraries only measured'}`);
    console.table(Object.fromEntries([...tallies.map((t) => [t.name, row([t])]), ['all', row(tallies)]]));
    if (!options.includes('--brief'))
      for (const { misses } of tallies) for (const miss of misses) console.log(miss);
  }
}

export function indexOf(library: ScenarioLibrary): ArgumentIndex {
  const index = new ArgumentIndex();
  if (existsSync('dist/thesaurus.bin')) index.thesaurus = Thesaurus.read(readFileSync('dist/thesaurus.bin'));
  index.update(library.name, library.arguments);
  return index;
}

function tallyOf(library: ScenarioLibrary): Tally {
  const index = indexOf(library);
  const misses: string[] = [];
  const confident = (matches: readonly Match[], mode: SearchMode) =>
    matches.filter((match) => isConfident(match, mode));
  const say = (what: string, text: string, matches: readonly Match[]) =>
    misses.push(
      `  ${library.name}: ${what}: ${text}\n` +
        matches
          .slice(0, 2)
          .map(
            ({ argument, confidence, why }) =>
              `      ${confidence.toFixed(2)} ${argument.id}: ${why.join(', ')}\n`,
          )
          .join(''),
    );
  let typingShown = 0;
  const typing = library.typing.map(({ query, expect }) => {
    const matches = index.search(query, { mode: 'typing' });
    const rank = rankOf(matches, expect);
    const [first] = matches;
    if (first && isConfident(first, 'typing')) typingShown++;
    if (rank !== 1) say(`typed, right one at ${rank}`, query, matches);
    return rank;
  });
  let shown = 0;
  let shownWrong = 0;
  const sentences = library.sentences.map(({ text, expect }) => {
    const matches = index.search(text, { mode: 'sentence' });
    const rank = rankOf(matches, expect);
    const [first] = confident(matches, 'sentence');
    if (first && expect.includes(first.argument.id)) shown++;
    else if (first) shownWrong++;
    if (rank !== 1 || !first) say(`sentence, right one at ${rank}${first ? '' : ', silent'}`, text, matches);
    return rank;
  });
  const plain = library.sentences.map(({ text, expect }) => rankOf(index.rank(text, 1), expect));
  let falseAlarms = 0;
  for (const { text } of library.silent) {
    const matches = confident(index.search(text, { mode: 'sentence' }), 'sentence');
    if (matches.length === 0) continue;
    falseAlarms++;
    say('false alarm', text, matches);
  }
  const silent = library.silent.length;
  return {
    name: library.name,
    typing,
    typingShown,
    sentences,
    plain,
    shown,
    shownWrong,
    falseAlarms,
    silent,
    misses,
  };
}

/** From 1; Infinity when none of the expected arguments is found. */
function rankOf(matches: readonly Pick<Match, 'argument'>[], expect: readonly string[]): number {
  const place = matches.findIndex(({ argument }) => expect.includes(argument.id));
  return place < 0 ? Infinity : place + 1;
}

function row(tallies: readonly Tally[]): Record<string, string> {
  const typing = tallies.flatMap((tally) => tally.typing);
  const sentences = tallies.flatMap((tally) => tally.sentences);
  const plainly = tallies.flatMap((tally) => tally.plain);
  const within = (ranks: readonly number[], limit: number) =>
    (ranks.filter((rank) => rank <= limit).length / ranks.length).toFixed(2);
  const sum = (count: (tally: Tally) => number) => tallies.reduce((total, tally) => total + count(tally), 0);
  return {
    'typing @1': within(typing, 1),
    'typing @3': within(typing, 3),
    'typing shown': `${sum((t) => t.typingShown)}/${typing.length}`,
    'BM25 @1': within(plainly, 1),
    'sentence @1': within(sentences, 1),
    '@3': within(sentences, 3),
    '@5': within(sentences, 5),
    'shown right': `${sum((t) => t.shown)}/${sentences.length}`,
    'shown wrong': String(sum((t) => t.shownWrong)),
    'false alarms': `${sum((t) => t.falseAlarms)}/${sum((t) => t.silent)}`,
  };
}
