import { analyzerFor } from './analysis';
import type { Language } from './language';
import type { SearchableArgument } from './searchableArgument';
import { weightSteps, writtenAsName, writtenPlain, type Segment } from './segment';
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
  const stemNumbers = new Map<string, number>();
  const wordStems = new Map<string, number>();
  const postings: { readonly arguments: number[]; readonly weights: number[] }[] = [];
  const writings: number[] = [];
  const lengths = new Float32Array(args.length);

  const add = (argument: number, text: string, weight: number): void => {
    for (const { stem, folded, writing } of analyzer.terms(text)) {
      let number = stemNumbers.get(stem);
      if (number === undefined) {
        stemNumbers.set(stem, (number = postings.length));
        postings.push({ arguments: [], weights: [] });
      }
      wordStems.set(folded, number);
      writings[number] = (writings[number] ?? 0) | (writingBits[writing] ?? 0);
      lengths[argument] = (lengths[argument] ?? 0) + weight;
      const { arguments: found, weights } = postings[number] ?? { arguments: [], weights: [] };
      const last = found.length - 1;
      if (found[last] === argument) weights[last] = (weights[last] ?? 0) + weight;
      else {
        found.push(argument);
        weights.push(weight);
      }
    }
  };
  args.forEach((argument, number) => {
    add(number, argument.text, fieldWeights.text);
    if (argument.handle) add(number, argument.handle, fieldWeights.handle);
    if (argument.question) add(number, argument.question, fieldWeights.question);
    if (argument.parent) add(number, argument.parent, fieldWeights.parent);
    for (const child of argument.children ?? []) add(number, child, fieldWeights.children);
  });

  const stems = [...stemNumbers.keys()].sort();
  const newNumbers = new Uint32Array(stems.length);
  stems.forEach((stem, place) => (newNumbers[stemNumbers.get(stem) ?? 0] = place));
  const ordered = stems.map((stem) => postings[stemNumbers.get(stem) ?? 0] ?? { arguments: [], weights: [] });
  const postingStarts = new Uint32Array(stems.length + 1);
  ordered.forEach((list, i) => (postingStarts[i + 1] = (postingStarts[i] ?? 0) + list.arguments.length));
  const postingArguments = new Uint32Array(postingStarts[stems.length] ?? 0);
  const postingWeights = new Uint8Array(postingArguments.length);
  ordered.forEach((list, i) => {
    const start = postingStarts[i] ?? 0;
    postingArguments.set(list.arguments, start);
    list.weights.forEach((weight, j) => (postingWeights[start + j] = quantized(weight)));
  });
  const words = [...wordStems.keys()].sort();
  return {
    files: [{ file, language, first: 0, count: args.length }],
    size: args.length,
    stems: Vocabulary.of(stems),
    postingStarts,
    postingArguments,
    postingWeights,
    stemWritings: Uint8Array.from(stems, (stem) => writings[stemNumbers.get(stem) ?? 0] ?? 0),
    lengths,
    totalLength: lengths.reduce((sum, length) => sum + length, 0),
    words: Vocabulary.of(words),
    wordStems: Uint32Array.from(words, (word) => newNumbers[wordStems.get(word) ?? 0] ?? 0),
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
