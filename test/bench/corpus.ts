import { readFileSync } from 'node:fs';
import type { Text } from './peers';

/** A small fast seeded generator (mulberry32), so that every run sees the same corpus. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const vocabularySize = 30_000;
const syllables =
  'ba be bo da de di do fa fe ga go ka ke ko la le li lo ma me mi mo na ne no pa pe po ra re ri ro sa se si so ta te ti to va ve vo'.split(
    ' ',
  );

/** `count` arguments of 12 to 40 words, drawn from a Zipfian vocabulary of made-up words; every third has a question. */
export function zipfianCorpus(count: number): Text[] {
  const next = random(2026);
  const words = new Set<string>();
  while (words.size < vocabularySize) {
    let word = '';
    for (let length = 2 + Math.floor(next() * 3); length > 0; length--)
      word += syllables[Math.floor(next() * syllables.length)] ?? '';
    words.add(word + ('nrst'[Math.floor(next() * 6)] ?? ''));
  }
  const vocabulary = [...words];
  const harmonic = Math.log(vocabularySize);
  const draw = () =>
    vocabulary[Math.min(vocabularySize - 1, Math.floor(Math.exp(next() * harmonic)) - 1)] ?? '';
  const text = (length: number) => Array.from({ length }, draw).join(' ');
  let heading = text(8);
  return Array.from({ length: count }, (_, i) => {
    if (i % 10 === 0) heading = text(8);
    return { id: `a${i}`, heading, body: text(12 + Math.floor(next() * 28)) };
  });
}

/** One argument a line. */
export function corpusFrom(file: string): Text[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((body, i) => ({ id: `a${i}`, heading: '', body }));
}

/** How many postings the words of a query have, on average: as many as there are texts that hold each. */
export function postingsOf(texts: readonly Text[], queries: readonly KnownItem[]): number {
  const holding = new Map<string, number>();
  for (const { body } of texts)
    for (const word of new Set(body.split(' '))) holding.set(word, (holding.get(word) ?? 0) + 1);
  const postings = queries.map(({ query }) =>
    [...new Set(query.split(' '))].reduce((sum, word) => sum + (holding.get(word) ?? 0), 0),
  );
  return postings.reduce((sum, each) => sum + each, 0) / queries.length;
}

export interface KnownItem {
  readonly query: string;
  readonly id: string;
}

/** Queries for known arguments: sentences that share most of their words, half-typed words, and words with one slip. */
export function queriesFor(
  texts: readonly Text[],
  count: number,
): Record<'sentence' | 'typing' | 'typo', KnownItem[]> {
  const next = random(7);
  const any = () => texts[Math.floor(next() * texts.length)] ?? { id: '', heading: '', body: '' };
  const some = (make: (words: string[]) => string) =>
    Array.from({ length: count }, () => {
      const text = any();
      return { id: text.id, query: make(text.body.split(/\s+/)) };
    });
  return {
    sentence: some((words) => {
      const kept = words.filter(() => next() < 0.5);
      const noise = any().body.split(/\s+/).slice(0, 8);
      return [...kept, ...noise].join(' ');
    }),
    typing: some((words) => {
      const at = Math.floor(next() * Math.max(1, words.length - 3));
      const last = words[at + 2] ?? '';
      return `${words[at]} ${words[at + 1]} ${last.slice(0, Math.max(3, Math.ceil(last.length / 2)))}`;
    }),
    typo: some((words) => {
      const long = words.filter((word) => word.length >= 5).slice(0, 3);
      const at = Math.floor(next() * long.length);
      long[at] = withSlip(long[at] ?? '', next);
      return long.join(' ');
    }),
  };
}

function withSlip(word: string, next: () => number): string {
  const at = 1 + Math.floor(next() * Math.max(1, word.length - 2));
  const letter = 'aeioulnrst'[Math.floor(next() * 10)] ?? 'e';
  switch (Math.floor(next() * 4)) {
    case 0:
      return word.slice(0, at) + word.slice(at + 1);
    case 1:
      return word.slice(0, at) + letter + word.slice(at);
    case 2:
      return word.slice(0, at) + letter + word.slice(at + 1);
    default:
      return word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2);
  }
}
