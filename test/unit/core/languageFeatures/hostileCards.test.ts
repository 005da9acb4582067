import assert from 'node:assert/strict';
import { parser } from '@lezer/markdown';
import { argumentCard } from '../../../../src/core/languageFeatures/argumentCard';
import { citationCard } from '../../../../src/core/languageFeatures/citationCard';
import type { LibraryArgument } from '../../../../src/core/notes/libraryArgument';
import { english } from '../../../../src/core/util/localize';

const HOSTILE =
  '<img src=x onerror=alert(1)> [quit](command:workbench.action.quit) ![p](http://evil/p) `x` **b**';
const LOCATOR = { label: 'page', value: HOSTILE };
const RANGE = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
const FILE = { uri: 'file:///evil.md', name: HOSTILE };

/** An argument of which every text is hostile. */
const hostile: LibraryArgument = {
  id: HOSTILE,
  file: FILE,
  argument: {
    id: 'a1',
    text: HOSTILE,
    handle: HOSTILE,
    kind: 'paraphrase',
    range: RANGE,
    locator: LOCATOR,
    source: 's1',
  },
  question: { text: HOSTILE, level: 1, range: RANGE },
  source: {
    id: 's1',
    file: FILE,
    notes: { id: 's1', label: HOSTILE, authors: [], aliases: [] },
    resolution: { kind: 'ambiguous', candidates: [] },
  },
};

/** The links, pictures, HTML and code that a card shows. */
function markupIn(card: string): readonly string[] {
  const found: string[] = [];
  parser.parse(card).iterate({
    enter: ({ name, from, to }) => {
      if (/^(?:Link|Image|HTML|InlineCode|Autolink|URL|Fenced|CodeBlock)/.test(name))
        found.push(`${name}: ${card.slice(from, to)}`);
    },
  });
  return found;
}

suite('Cards of hostile notes', () => {
  for (const [name, options] of [
    ['an argument', {}],
    ['with words marked', { marked: ['img', 'command', HOSTILE] }],
    ['with points', { subPoints: Array.from({ length: 3 }, () => hostile) }],
    ['that others could be meant by', { alternatives: [hostile] }],
  ] as const)
    test(`${name}: all of it is text`, () => {
      const card = argumentCard({ ...hostile, leansOn: hostile }, { localize: english, ...options });
      assert.deepEqual(markupIn(card), []);
      assert.doesNotMatch(card, /\*\*b\*\*/);
    });

  for (const [name, cite] of [
    ['of a page', { citekey: HOSTILE, locator: LOCATOR }],
    ['of no page', { citekey: HOSTILE }],
  ] as const)
    for (const notes of [[hostile], []])
      test(`a citation ${name}, with ${notes.length} notes: key, page and notes are text`, () => {
        const card = citationCard([{ cite, notes, known: 2 }], { localize: english });
        assert.deepEqual(markupIn(card), []);
        assert.doesNotMatch(card, /\*\*b\*\*/);
      });
});
