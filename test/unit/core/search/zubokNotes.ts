import type { SearchableArgument } from '../../../../src/core/search/index';

/** A few arguments of the sample notes, in the order of the file. */
const texts: readonly (readonly [question: string, ...texts: readonly string[]])[] = [
  [
    "Why did Stalin decide to reverse himself and back Kim il Sung's invasion of South Korea?",
    'He wanted to firm up the Soviet alliance with China',
    'Re-division of spheres of influence along ideological lines',
    'US might not defend South Korea',
    'As of 1949, Soviets have deterrent of the bomb',
    'Stalin feared "putting the breaks" on the revolutionary process and ceding to Mao revolutionary leadership in Asia',
  ],
  [
    'How did Stalin handle this delicate situation?',
    'He acted as the ideological "pontiff" while also making sure China would shoulder the blame if the scheme went badly.',
    'Stalin "passes the buck" to the Chinese – telling them to intervene militarily with "volunteers" under Chinese command',
    'Stalin is determined to avoid war with the US, so he hides the Soviet hand in Korea',
  ],
  ["Mao's role?", 'Mao wants to jump into the fray → "military romanticism"'],
  [
    'What did Stalin gain? What did he lose?',
    'Solidifies the Sino-Soviet alliance',
    'US signs security treaty with Japan',
  ],
];

export const zubokNotes: readonly SearchableArgument[] = texts
  .flatMap(([question, ...args]) => args.map((text) => ({ question, text })))
  .map(({ question, text }, i) => ({
    id: `zubok#a${i + 1}`,
    file: 'zubok.txt',
    text,
    handle: /"([^"]+)"/.exec(text)?.[1] ?? '',
    question,
    source: 'Zubok and Pleshakov',
  }));
