import { analyzerFor, type Term } from './analysis';
import type { Language } from './language';
import type { SearchableArgument } from './searchableArgument';
import { weightSteps, writtenAsName, writtenPlain, writtenShort, type Segment } from './segment';
import { inOrder } from './termOrder';
import { Vocabulary } from './vocabulary';
import type { Writing } from './words';

/**
 * What a word counts by the field it stands in (BM25F: Robertson, Zaragoza and Taylor, "Simple BM25 extension to
 * multiple weighted fields", 2004). The statement itself counts fully; what surrounds it helps a little.
 */
export const fieldWeights = { text: 1, handle: 0.5, question: 0.6, parent: 0.25, children: 0.15 } as const;

const writingBits: Readonly<Partial<Record<Writing, number>>> = {
  name: writtenAsName,
  acronym: writtenAsName,
  plain: writtenPlain,
};

/** Builds the segment of one file. */
export function buildSegment(file: string, language: Language, args: readonly SearchableArgument[]): Segment {
  const analyzer = analyzerFor(language);
  const stems: string[] = [];
  const stemNumbers = new Map<string, number>();
  const wordStems = new Map<string, number>();
  const writings: number[] = [];
  const lengths = new Float32Array(args.length);
  /** One entry for each stem that an argument holds, by argument. */
  const stemsHeld: number[] = [];
  const holders: number[] = [];
  const weights: number[] = [];
  /** The last entry of each stem. */
  const latest: number[] = [];

  const numberOf = (stem: string): number => {
    let number = stemNumbers.get(stem);
    if (number === undefined) {
      stemNumbers.set(stem, (number = stems.length));
      stems.push(stem);
      writings.push(0);
      latest.push(-1);
    }
    return number;
  };
  let question = '';
  let questionTerms: readonly Term[] = [];
  const add = (argument: number, terms: readonly Term[], weight: number): void => {
    for (const { stem, folded, writing, isCutShort } of terms) {
      let number = wordStems.get(folded);
      if (number === undefined || stems[number] !== stem) wordStems.set(folded, (number = numberOf(stem)));
      writings[number] =
        (writings[number] ?? 0) | (writingBits[writing] ?? 0) | (isCutShort ? writtenShort : 0);
      lengths[argument] = (lengths[argument] ?? 0) + weight;
      const last = latest[number] ?? -1;
      if (holders[last] === argument) weights[last] = (weights[last] ?? 0) + weight;
      else {
        latest[number] = holders.length;
        stemsHeld.push(number);
        holders.push(argument);
        weights.push(weight);
      }
    }
  };
  args.forEach((argument, number) => {
    add(number, analyzer.terms(argument.text), fieldWeights.text);
    if (argument.handle) add(number, analyzer.terms(argument.handle), fieldWeights.handle);
    if (argument.question !== undefined && argument.question !== question) {
      question = argument.question;
      questionTerms = analyzer.terms(question);
    }
    if (argument.question) add(number, questionTerms, fieldWeights.question);
    if (argument.parent) add(number, analyzer.terms(argument.parent), fieldWeights.parent);
    for (const child of argument.children ?? []) add(number, analyzer.terms(child), fieldWeights.children);
  });

  const stemOrder = inOrder(stems);
  const newNumbers = new Uint32Array(stems.length);
  const stemWritings = new Uint8Array(stems.length);
  for (let place = 0; place < stemOrder.length; place++) {
    const number = stemOrder[place] ?? 0;
    newNumbers[number] = place;
    stemWritings[place] = writings[number] ?? 0;
  }
  const postingStarts = new Uint32Array(stems.length + 1);
  for (const stem of stemsHeld) {
    const next = (newNumbers[stem] ?? 0) + 1;
    postingStarts[next] = (postingStarts[next] ?? 0) + 1;
  }
  for (let stem = 0; stem < stems.length; stem++)
    postingStarts[stem + 1] = (postingStarts[stem + 1] ?? 0) + (postingStarts[stem] ?? 0);
  const ends = postingStarts.slice();
  const postingArguments = new Uint32Array(holders.length);
  const postingWeights = new Uint8Array(holders.length);
  stemsHeld.forEach((stem, entry) => {
    const number = newNumbers[stem] ?? 0;
    const at = ends[number] ?? 0;
    ends[number] = at + 1;
    postingArguments[at] = holders[entry] ?? 0;
    postingWeights[at] = quantized(weights[entry] ?? 0);
  });
  const words = [...wordStems.keys()];
  const stemsOfWords = [...wordStems.values()];
  const wordOrder = inOrder(words);
  const stemsOfOrdered = new Uint32Array(words.length);
  for (let place = 0; place < wordOrder.length; place++)
    stemsOfOrdered[place] = newNumbers[stemsOfWords[wordOrder[place] ?? 0] ?? 0] ?? 0;
  return {
    files: [{ file, language, first: 0, count: args.length }],
    size: args.length,
    stems: Vocabulary.of(stems, stemOrder),
    postingStarts,
    postingArguments,
    postingWeights,
    stemWritings,
    lengths,
    totalLength: lengths.reduce((sum, length) => sum + length, 0),
    words: Vocabulary.of(words, wordOrder),
    wordStems: stemsOfOrdered,
    argumentAt: argumentsOf(args),
  };
}

function quantized(weight: number): number {
  return Math.max(1, Math.min(255, Math.round(weight * weightSteps)));
}

function argumentsOf(args: readonly SearchableArgument[]): Segment['argumentAt'] {
  return (number) => {
    const argument = args[number];
    if (!argument) throw new RangeError(`The segment holds no argument ${number}`);
    return argument;
  };
}
