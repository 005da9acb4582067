import type { LiveSegment } from './library';
import type { ArgumentSource, Segment, SegmentFile } from './segment';
import { Vocabulary } from './vocabulary';

const termsPerSlice = 2000;
const postingsPerSlice = 100_000;

/**
 * Merges segments into one, leaving out what is buried. Yields between slices of work, so that the merge can wait while
 * something else wants to run.
 */
export function* mergeSegments(parts: readonly LiveSegment[]): Generator<void, Segment> {
  const numbering = renumber(parts);
  yield;
  const stems = yield* mergedTerms(parts.map(({ segment }) => segment.stems));
  const most = parts.reduce((sum, { segment }) => sum + segment.postingArguments.length, 0);
  const postingArguments = new Uint32Array(most);
  const postingWeights = new Uint8Array(most);
  const postingStarts = new Uint32Array(stems.terms.length + 1);
  const stemWritings = new Uint8Array(stems.terms.length);
  let at = 0;
  let sliceStart = 0;
  for (let stem = 0; stem < stems.terms.length; stem++) {
    for (let p = 0; p < parts.length; p++) {
      const old = stems.numbersIn(p, stem);
      const segment = parts[p]?.segment;
      if (old < 0 || !segment) continue;
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
  const words = yield* mergedTerms(parts.map(({ segment }) => segment.words));
  const wordStems = new Uint32Array(words.terms.length);
  for (let word = 0; word < words.terms.length; word++)
    for (let p = 0; p < parts.length; p++) {
      const old = words.numbersIn(p, word);
      if (old < 0) continue;
      wordStems[word] = stems.newNumbers[p]?.[parts[p]?.segment.wordStems[old] ?? 0] ?? 0;
      break;
    }
  yield;
  return {
    files: numbering.files,
    size: numbering.size,
    stems: Vocabulary.of(stems.terms),
    postingStarts,
    postingArguments: postingArguments.slice(0, at),
    postingWeights: postingWeights.slice(0, at),
    stemWritings,
    lengths: numbering.lengths,
    totalLength: numbering.lengths.reduce((sum, length) => sum + length, 0),
    words: Vocabulary.of(words.terms),
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

interface MergedTerms {
  /** Sorted. */
  readonly terms: readonly string[];
  /** For each part, the new number of each of its terms. */
  readonly newNumbers: readonly Uint32Array[];
  /** The number that a merged term has in a part, or -1. */
  numbersIn(part: number, term: number): number;
}

function* mergedTerms(vocabularies: readonly Vocabulary[]): Generator<void, MergedTerms> {
  const lists: (readonly string[])[] = [];
  for (const vocabulary of vocabularies) {
    lists.push(vocabulary.all());
    yield;
  }
  const places = lists.map(() => 0);
  const terms: string[] = [];
  const newNumbers = lists.map((list) => new Uint32Array(list.length));
  const oldNumbers: Int32Array[] = lists.map(() =>
    new Int32Array(lists.reduce((sum, { length }) => sum + length, 0)).fill(-1),
  );
  for (;;) {
    let least: string | undefined;
    for (let p = 0; p < lists.length; p++) {
      const next = lists[p]?.[places[p] ?? 0];
      if (next !== undefined && (least === undefined || next < least)) least = next;
    }
    if (least === undefined) break;
    for (let p = 0; p < lists.length; p++) {
      const place = places[p] ?? 0;
      if (lists[p]?.[place] !== least) continue;
      const [fromOld, fromNew] = [newNumbers[p], oldNumbers[p]];
      if (fromOld && fromNew) {
        fromOld[place] = terms.length;
        fromNew[terms.length] = place;
      }
      places[p] = place + 1;
    }
    terms.push(least);
    if (terms.length % termsPerSlice === 0) yield;
  }
  return { terms, newNumbers, numbersIn: (part, term) => oldNumbers[part]?.[term] ?? -1 };
}
