import type { LiveSegment } from './library';
import type { ArgumentSource, Segment, SegmentFile } from './segment';
import { mergeVocabularies } from './vocabularyMerge';

const termsPerSlice = 2000;
const postingsPerSlice = 100_000;

/**
 * Merges segments into one, leaving out what is buried. Yields between slices of work, so that the merge can wait while
 * something else wants to run.
 */
export function* mergeSegments(parts: readonly LiveSegment[]): Generator<void, Segment> {
  const numbering = renumber(parts);
  yield;
  const stems = yield* mergeVocabularies(parts.map(({ segment }) => segment.stems));
  const most = parts.reduce((sum, { segment }) => sum + segment.postingArguments.length, 0);
  const postingArguments = new Uint32Array(most);
  const postingWeights = new Uint8Array(most);
  const stemCount = stems.vocabulary.size;
  const postingStarts = new Uint32Array(stemCount + 1);
  const stemWritings = new Uint8Array(stemCount);
  let at = 0;
  let sliceStart = 0;
  for (let stem = 0; stem < stemCount; stem++) {
    const holdersEnd = stems.holderStarts[stem + 1] ?? 0;
    for (let holder = stems.holderStarts[stem] ?? 0; holder < holdersEnd; holder++) {
      const p = stems.holders[holder] ?? 0;
      const old = stems.oldNumbers[holder] ?? 0;
      const segment = parts[p]?.segment;
      if (!segment) continue;
      stemWritings[stem] = (stemWritings[stem] ?? 0) | (segment.stemWritings[old] ?? 0);
      const newNumbers = numbering.newNumbers[p];
      const end = segment.postingStarts[old + 1] ?? 0;
      for (let i = segment.postingStarts[old] ?? 0; i < end; i++) {
        const argument = newNumbers?.[segment.postingArguments[i] ?? 0] ?? -1;
        if (argument < 0) continue;
        postingArguments[at] = argument;
        postingWeights[at++] = segment.postingWeights[i] ?? 0;
      }
    }
    postingStarts[stem + 1] = at;
    if (at - sliceStart > postingsPerSlice || stem % termsPerSlice === 0) {
      sliceStart = at;
      yield;
    }
  }
  const words = yield* mergeVocabularies(parts.map(({ segment }) => segment.words));
  const wordStems = new Uint32Array(words.vocabulary.size);
  for (let word = 0; word < wordStems.length; word++) {
    const first = words.holderStarts[word] ?? 0;
    const p = words.holders[first] ?? 0;
    const old = words.oldNumbers[first] ?? 0;
    wordStems[word] = stems.newNumbers[p]?.[parts[p]?.segment.wordStems[old] ?? 0] ?? 0;
  }
  yield;
  return {
    files: numbering.files,
    size: numbering.size,
    stems: stems.vocabulary,
    postingStarts,
    postingArguments: postingArguments.slice(0, at),
    postingWeights: postingWeights.slice(0, at),
    stemWritings,
    lengths: numbering.lengths,
    totalLength: numbering.lengths.reduce((sum, length) => sum + length, 0),
    words: words.vocabulary,
    wordStems,
    argumentAt: numbering.argumentAt,
  };
}

interface Numbering {
  readonly size: number;
  readonly files: readonly SegmentFile[];
  readonly lengths: Float32Array;
  /** For each part, the new number of each of its arguments, or -1. */
  readonly newNumbers: readonly Int32Array[];
  readonly argumentAt: ArgumentSource;
}

function renumber(parts: readonly LiveSegment[]): Numbering {
  const size = parts.reduce(
    (sum, { buried }) => sum + buried.reduce((count, gone) => count + 1 - gone, 0),
    0,
  );
  const files: SegmentFile[] = [];
  const newNumbers: Int32Array[] = [];
  const partOf = new Uint16Array(size);
  const numberIn = new Uint32Array(size);
  const lengths = new Float32Array(size);
  let next = 0;
  parts.forEach(({ segment, buried }, part) => {
    const numbers = new Int32Array(segment.size).fill(-1);
    for (const { file, language, first, count } of segment.files) {
      if (count === 0 || buried[first]) continue;
      files.push({ file, language, first: next, count });
      for (let argument = first; argument < first + count; argument++) {
        numbers[argument] = next;
        partOf[next] = part;
        numberIn[next] = argument;
        lengths[next++] = segment.lengths[argument] ?? 0;
      }
    }
    newNumbers.push(numbers);
  });
  const argumentAt = argumentsOf(
    parts.map(({ segment }) => segment.argumentAt),
    partOf,
    numberIn,
  );
  return { size, files, lengths, newNumbers, argumentAt };
}

/** Apart, so that what it returns keeps nothing else of the merge alive. */
function argumentsOf(
  sources: readonly ArgumentSource[],
  partOf: Uint16Array,
  numberIn: Uint32Array,
): ArgumentSource {
  return (argument) => {
    const source = sources[partOf[argument] ?? 0];
    if (!source || argument >= numberIn.length)
      throw new RangeError(`The segment holds no argument ${argument}`);
    return source(numberIn[argument] ?? 0);
  };
}
