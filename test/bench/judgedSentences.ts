import type { Evidence } from '../../src/core/search/evidence';
import { ArgumentIndex, Thesaurus, type QueryContext } from '../../src/core/search/index';
import { EssayDocument } from '../../src/core/essay/essayDocument';
import { contextOf } from '../../src/core/essay/sentenceMatches';
import { searchable } from '../../src/core/libraryIndex';
import { finish } from '../../src/core/util/steps';
import { readFileSync } from 'node:fs';
import { type LabelledEssay, openEssayLibrary, readLabelledEssays } from '../support/labelledEssay';
import { indexOf } from './scenarios';
import { readScenarios, type ScenarioLibrary } from './scenarioLibrary';
import type { Choice } from './logit';

/** Where a sentence is from: a scenario, the notes themselves, or a labelled essay. */
export type Origin = 'scenarios' | 'copies' | 'essays';
export const origins: readonly Origin[] = ['scenarios', 'copies', 'essays'];

/**
 * The essays are fewer than the scenarios and nearer to what students write. The scenarios avoid the notes' words: the copies see to
 * it that a word in common counts for a match all the same.
 */
const weights: Readonly<Record<Origin, number>> = { scenarios: 1, copies: 0.2, essays: 4 };
const joints = [', and ', '; ', ', while ', ' – '];
const copiedShare = 0.6;
const fewestCopied = 8;

/** A sentence with the arguments that it may make; of a silent one, none is right. */
export interface JudgedSentence extends Choice {
  readonly text: string;
  readonly silent: boolean;
  readonly origin: Origin;
  readonly candidates: readonly (Choice['candidates'][number] & {
    readonly named: Evidence;
    readonly confidence: number;
    /** What the candidate says, and on what it rests. */
    readonly told: string;
  })[];
}

const weighed = 30;
/** Labels of sentences that make no argument of the notes; what is `loose` may be shown or not. */
const silentLabels = new Set(['own', 'thesis', 'common', 'link', 'elsewhere']);

/** The sentences of each scenario library for tuning, with or without what the thesaurus knows. */
export function scenarioSets(withThesaurus: boolean): JudgedSentence[][] {
  return readScenarios()
    .filter(({ use }) => use === 'tune')
    .map((library) => scenarioSet(library, withThesaurus));
}

function scenarioSet(library: ScenarioLibrary, withThesaurus: boolean): JudgedSentence[] {
  const index = indexOf(library);
  if (!withThesaurus) index.thesaurus = undefined;
  const single = [
    ...library.sentences,
    ...library.silent.map(({ text }): Labelled => ({ text, expect: [] })),
  ];
  const judge = (sentences: readonly Labelled[], origin: Origin) =>
    sentences.map(({ text, expect }) =>
      judgedSentence(index, origin, text, undefined, ({ id }) => expect.includes(id), expect.length === 0),
    );
  return [...judge(single, 'scenarios'), ...judge(copiesOf(library), 'copies')];
}

interface Labelled {
  readonly text: string;
  readonly expect: readonly string[];
}

/** More than half of an argument to the letter, with a clause of the student's own before or after it. */
function copiesOf({ arguments: all, silent }: ScenarioLibrary): Labelled[] {
  return all.flatMap(({ id, text }, i) => {
    const words = text.replace(/["“”]/g, '').split(/\s+/);
    if (words.length < fewestCopied) return [];
    const count = Math.ceil(copiedShare * words.length);
    const copied = (i % 2 === 0 ? words.slice(0, count) : words.slice(-count)).join(' ');
    const own = silent[i % silent.length]?.text ?? '';
    const both = i % 4 < 2 ? [copied, own] : [own.replace(/[.!?]["”]?$/, ''), copied];
    return [both.join(joints[i % joints.length]), `It has often been said that ${copied}.`].map((each) => ({
      text: each,
      expect: [id],
    }));
  });
}

/** The sentences of labelled essays, by library. */
export async function essaySets(
  use: LabelledEssay['use'],
  withThesaurus: boolean,
): Promise<JudgedSentence[][]> {
  const essays = readLabelledEssays().filter((essay) => essay.use === use);
  const libraries = [...new Set(essays.map(({ library }) => library))];
  return Promise.all(
    libraries.map(async (library) => {
      const index = await essayIndex(library, withThesaurus);
      return essays.filter((essay) => essay.library === library).flatMap((essay) => essaySet(essay, index));
    }),
  );
}

async function essayIndex(library: string, withThesaurus: boolean): Promise<ArgumentIndex> {
  const index = new ArgumentIndex();
  if (withThesaurus) index.thesaurus = Thesaurus.read(readFileSync('dist/thesaurus.bin'));
  const marginalia = openEssayLibrary(library);
  await marginalia.whenRead();
  for (const file of (await marginalia.library()).files)
    index.update(file.file.uri, finish(searchable(file)));
  return index;
}

function essaySet({ text, sentences }: LabelledEssay, index: ArgumentIndex): JudgedSentence[] {
  const essay = EssayDocument.read(text);
  return sentences.flatMap(({ label, makes, span }) => {
    const sentence = essay.sentences.find((each) => each.span.start < span.end && span.start < each.span.end);
    const silent = silentLabels.has(label);
    if (!sentence || (!silent && makes.length === 0) || label === 'loose') return [];
    const isMade = (argument: { readonly text: string }) =>
      makes.some((words) => argument.text.includes(words));
    return [judgedSentence(index, 'essays', sentence.words, contextOf(essay, sentence), isMade, silent)];
  });
}

function judgedSentence(
  index: ArgumentIndex,
  origin: Origin,
  text: string,
  context: QueryContext | undefined,
  isRight: (argument: { readonly id: string; readonly text: string }) => boolean,
  silent: boolean,
): JudgedSentence {
  const matches = index.explain(text, { mode: 'sentence', limit: weighed, ...(context && { context }) });
  return {
    text,
    silent,
    origin,
    weight: weights[origin],
    candidates: matches.map(({ argument, evidence, confidence, why }) => ({
      right: isRight(argument),
      named: evidence,
      confidence,
      evidence: Object.values(evidence),
      told: `${argument.text}\n        [${why.join(', ')}] ${Object.entries(evidence)
        .filter(([, value]) => value !== 0)
        .map(([name, value]) => `${name} ${Number(value).toFixed(2)}`)
        .join(' ')}`,
    })),
  };
}
