import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { readBibliography } from '../../src/core/citation/bibliography/readBibliography';
import { matchLocator, parseLocator } from '../../src/core/citation/locator';
import { findCitationProblems } from '../../src/core/citation/pandoc/citationProblems';
import { findCitations, parseCitation } from '../../src/core/citation/pandoc/parseCitation';
import { EssayDocument } from '../../src/core/essay/essayDocument';
import { readEssayMetadata } from '../../src/core/essay/essayMetadata';
import { takeLocator } from '../../src/core/notes/locator/takeLocator';
import { LibraryIndex } from '../../src/core/libraryIndex';
import { isMarkedAsNotes } from '../../src/core/notes/markedNotes';
import { readNotesFile } from '../../src/core/notes/readNotesFile';
import { readPanelCall } from '../../src/core/panel/protocol';
import { parseSearch } from '../../src/core/search/queryLanguage';
import { decodeLibrary } from '../../src/core/store/libraryBytes';
import { finish } from '../../src/core/util/steps';
import { readPageState } from '../../src/panel/pageState';
import { textOfRange } from '../unit/core/notes/textOfRange';

/** A parser that is given what it may never have seen. */
export interface FuzzedParser {
  readonly name: string;
  /** How many cases it gets out of a million. */
  readonly cases: number;
  /** Throws with the smallest input that does harm. */
  readonly fuzz: (cases: number, seed: number) => void;
}

function fuzzed<T>(name: string, cases: number, property: fc.IProperty<T>): FuzzedParser {
  return { name, cases, fuzz: (numRuns, seed) => fc.assert(property, { numRuns, seed }) };
}

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 120 }),
  fc.string({ unit: 'grapheme', maxLength: 120 }),
  fc.string({ maxLength: 120 }),
);

/** Texts put together from the pieces of a syntax, in any order, with anything in between. */
const textOf = (pieces: readonly string[], longest = 24): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof(
        { weight: 8, arbitrary: fc.constantFrom(...pieces) },
        { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
      ),
      { maxLength: longest },
    )
    .map((parts) => parts.join(''));

const textOrPieces = (pieces: readonly string[], longest?: number) =>
  fc.oneof({ weight: 3, arbitrary: textOf(pieces, longest) }, { weight: 1, arbitrary: anyText });

const locatorPieces = [
  'p. ', 'pp. ', 'p', '§', 'ch. ', 'vol. ', 'fol. ', 'с. ', '第', '页', 'S. ', '12', '63', 'xiv', 'IV', '–', '-', ', ', '; ', '(', ')', '[', ']', 'ff.', 'r', 'v', ' ', ':', '1949', 'a', ' and ',
]; // prettier-ignore
const citationPieces = [
  '[', ']', '@', '-@', '@zubok1996', '@{a b}', ';', ',', ' ', 'see ', 'p. 63', 'pp. 3-5', '{', '}', '\\', '`', '[^1]', '(', ')', '<', '>', '@a@b.org', '\n', '*', '“', '—', 'http://x.y/@z', '^[', '!',
]; // prettier-ignore
const queryPieces = [
  '"',
  '-',
  'source:',
  'question:',
  'page:',
  'kind:',
  'used:no',
  ' ',
  'Stalin',
  'Мао',
  '毛',
  ':',
  '63',
  '–70',
  '(',
  '\\',
  '*',
  'é',
];
const notesPieces = [
  '\n', '\n', '\n\n', '\r\n', '- ', '* ', '• ', '1. ', 'a) ', 'IV. ', '\t', '    ', '# ', '## ', '> ', '> [!note] ', '| ', ' | ', '|---|---|', '---\n', 'title: X\n', 'author: [a, b\n', '* TODO ', '** ', ':PROPERTIES:\n', ':END:\n', '#+AUTHOR: me\n', '#+BEGIN_QUOTE\n', '#+END_QUOTE', '==========\n', '- Your Highlight on page 3 | Location 4-5 | Added on Monday, 1 January 2024 10:00:00\n', 'The Rolls (Voss, Ann)\n', '[[a|b]]', '![[c]]', '==', '%%', '^id', 'key:: value', '```\n', '“quoted”', '"', 'Why?', 'The rolls burnt', ' (p. 63)', ' (Kennedy 11)', ' @gaddis2005, 12', '??', 'me: ', '→', '<b>', '&amp;', '\\', '\u00a0', '\u200b', '\ufeff', '\0', '{"a":[', '"highlights":', ']}', ',', '<div class="noteText">', '</div>', '<table>', '[x] ', '- [ ] ',
]; // prettier-ignore
const bibliographyPieces = [
  '@book{', '@article{', '@string{', '@comment{', 'key', ',', ' = ', '{', '}', '"', 'title', 'author', 'year', 'date', 'Voss, Ann', ' and ', 'others', '1996', '\\"{o}', '\\emph', '\\', '$', '#', '%', '\n', '[{"id":"a","type":"book"', ',"title":', '"x"', '}]', '- id: a\n', '  type: book\n', '  issued: ', 'references:\n', ': ', '[', ']', '&x', '*x', '!!js', 'é', '毛',
]; // prettier-ignore
const essayPieces = [
  '\n', '\n\n', '---\n', 'title: ', 'bibliography: ', 'csl: ', '[a, b]', '# Why?', 'Stalin passed the buck. ', '[^1]', '[^1]: ', '    ', '[@zubok1996, p. 63]', '^[', ']', '`', '```\n', '> ', '- ', '| a | b |\n', '|---|---|\n', '<!-- ', ' -->', '[a](b)', '“no”', '…', '\r\n', '𝔐', '\\', '*', '**', '{', '}', '$',
]; // prettier-ignore

const notesNames = [
  'a.txt', 'a.md', 'a.org', 'a.csv', 'a.json', 'a.html', 'My Clippings.txt', 'a.docx', 'notes',
] as const; // prettier-ignore
const utf8 = new TextEncoder();

const isWithin = (text: string, { start, end }: { readonly start: number; readonly end: number }) =>
  assert.ok(0 <= start && start <= end && end <= text.length, `${String(start)}–${String(end)}`);

const locators = fc.property(textOrPieces(locatorPieces), fc.nat(20), (text, offset) => {
  const match = matchLocator(text, Math.min(offset, text.length));
  if (match) assert.ok(match.locator.value.length > 0);
  parseLocator(text);
  const taken = takeLocator(text);
  assert.ok(taken.text.length <= text.length);
});

const citations = fc.property(textOrPieces(citationPieces), (text) => {
  for (const { span, parts } of findCitations(text)) {
    isWithin(text, span);
    for (const { citekeySpan, cite } of parts) {
      isWithin(text, citekeySpan);
      assert.ok(cite.citekey.length > 0);
    }
  }
  parseCitation(text);
  for (const { span } of findCitationProblems(text)) isWithin(text, span);
});

const queries = fc.property(textOrPieces(queryPieces), (text) => {
  assert.ok(parseSearch(text).words.length <= text.length + 1);
});

const notes = fc.property(
  fc.oneof(
    textOrPieces(notesPieces, 60).map((text) => utf8.encode(text)),
    fc.uint8Array({ maxLength: 300 }),
  ),
  fc.constantFrom(...notesNames),
  (bytes, name) => {
    const before = bytes.slice();
    const outline = readNotesFile(bytes, name);
    const { arguments: read, questions, sources } = outline;
    assert.deepEqual(bytes, before);
    const ids = new Set(read.map(({ id }) => id));
    assert.equal(ids.size, read.length);
    for (const argument of read) {
      const { text, parent, question, source } = argument;
      assert.ok(text.length > 0);
      assert.equal(textOfRange(bytes, outline, argument), text);
      assert.ok(parent === undefined || ids.has(parent));
      assert.ok(question === undefined || questions[question]);
      assert.ok(sources.some(({ id }) => id === source));
    }
  },
);

const bibliographies = fc.property(
  textOrPieces(bibliographyPieces, 40),
  fc.constantFrom('a.bib', 'a.json', 'a.yaml'),
  (text, name) => {
    const bibliography = readBibliography(text, name);
    for (const { citekey, span } of bibliography.entries) {
      isWithin(text, span);
      assert.ok(citekey.length > 0);
    }
    for (const { id } of bibliography.items()) assert.ok(id.length > 0);
    for (const { span, message } of bibliography.problems()) {
      isWithin(text, span);
      assert.ok(message.length > 0);
    }
  },
);

const essays = fc.property(textOrPieces(essayPieces, 40), (text) => {
  readEssayMetadata(text);
  isMarkedAsNotes(text);
  const essay = EssayDocument.read(text);
  for (const { span } of essay.sentences) isWithin(text, span);
  for (const { span } of [...essay.footnotes.references, ...essay.footnotes.definitions])
    isWithin(text, span);
  for (let offset = 0; offset <= text.length; offset += 7) essay.placeAt(offset);
});

const messages = fc.property(
  fc.oneof(
    fc.anything(),
    fc.record({
      id: fc.oneof(fc.nat(), fc.anything()),
      request: fc.record(
        {
          kind: fc.constantFrom('list', 'cards', 'otherSides', 'onCard', 'onPage'),
          query: fc.oneof(fc.string(), fc.anything()),
          argument: fc.oneof(fc.string(), fc.anything()),
          action: fc.oneof(fc.constantFrom('insert', 'leave', '__proto__'), fc.anything()),
          from: fc.oneof(fc.integer(), fc.anything()),
          to: fc.oneof(fc.integer(), fc.anything()),
          list: fc.oneof(fc.integer(), fc.anything()),
        },
        { requiredKeys: [] },
      ),
    }),
  ),
  (message) => {
    const call = readPanelCall(message);
    if (call) assert.ok(Number.isInteger(call.id) && call.id >= 0);
    readPageState(message);
  },
);

/** Bytes of `whole` that are changed, cut, doubled or replaced. */
const damaged = (whole: Uint8Array): fc.Arbitrary<Uint8Array> =>
  fc.oneof(
    fc.nat(whole.length).map((length) => whole.slice(0, length)),
    fc
      .array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 })
      .map((changes) => changes.reduce((bytes, [at, byte]) => bytes.with(at, byte), whole)),
    fc.uint8Array({ maxLength: 200 }),
  );

/** Damaged bytes are taken for nothing, unless what they hold is the same. */
const stored = (whole: Uint8Array, decode: (bytes: Uint8Array) => unknown) => {
  const held = decode(whole);
  assert.ok(held !== undefined);
  return fc.property(damaged(whole), (bytes) => {
    const read = decode(bytes);
    if (read !== undefined) assert.deepEqual(read, held);
  });
};

/** @param kept undamaged bytes of the index, and of a library under `key` */
export function fuzzedParsers(kept: {
  readonly index: Uint8Array;
  readonly library: Uint8Array;
  readonly key: string;
}): readonly FuzzedParser[] {
  const attached = (bytes: Uint8Array) => {
    const index = new LibraryIndex();
    const fingerprints = index.attach(bytes);
    return fingerprints && [fingerprints, index.search('Stalin', { mode: 'search' })];
  };
  const snapshot = stored(kept.index, attached);
  const library = stored(kept.library, (bytes) => {
    const contents = finish(decodeLibrary(bytes, kept.key));
    const index = contents && attached(contents.index);
    return index && [contents.files, index];
  });
  return [
    fuzzed('locators', 250_000, locators),
    fuzzed('citations', 220_000, citations),
    fuzzed('search queries', 200_000, queries),
    fuzzed('notes', 90_000, notes),
    fuzzed('bibliographies', 50_000, bibliographies),
    fuzzed('essays and their front matter', 60_000, essays),
    fuzzed('the panel’s messages', 100_000, messages),
    fuzzed('the index’s snapshot', 15_000, snapshot),
    fuzzed('the stored library', 15_000, library),
  ];
}
