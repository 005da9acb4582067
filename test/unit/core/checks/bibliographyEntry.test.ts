import assert from 'node:assert/strict';
import { EssayDocument } from '../../../../src/core/essay/essayDocument';
import { openInMemory } from '../../../support/sample';

const BIB = `@book{whole1999, author = {Harlow, Ada}, title = {Broken Water}, year = {1999}}
@book{edited1999, editor = {Harlow, Ada}, title = {Broken Water}, year = {1999}}
@book{nobody, title = {Other Rivers}, year = {2001}}
@book{untitled, author = {Pell, Ivor}, year = {2001}}
@book{undated, author = {Pell, Ivor}, title = {Other Rivers}}
@book{forthcoming, author = {Pell, Ivor}, title = {Other Rivers}, year = {forthcoming}}
@article{nowhere, author = {Pell, Ivor}, title = {Weirs}, year = {2001}}
@online{page, author = {Pell, Ivor}, title = {Weirs}, url = {https://example.org}}
@book{bare, publisher = {Tern}}
`;

suite('An entry that the essay cites', () => {
  const { marginalia } = openInMemory({ 'references.bib': BIB });
  const messages = async (text: string) =>
    (await marginalia.review(EssayDocument.read(text))).problems
      .filter(({ code }) => code === 'bibliography-entry')
      .map(({ message, span }) => [text.slice(span.start, span.end), message] as const);

  for (const [citekey, lacking] of [
    ['nobody', 'an author or editor'],
    ['untitled', 'a title'],
    ['undated', 'a date'],
    ['nowhere', 'the title of the journal or book that it is in'],
    ['bare', 'a title, an author or editor, a date'],
  ] as const) {
    test(`and that lacks ${lacking} is said to, at its first citation only`, async () => {
      assert.deepEqual(await messages(`One says so [@${citekey}, p. 3]. Again [@${citekey}, p. 4].`), [
        [`@${citekey}`, `The entry “${citekey}” of your bibliography lacks: ${lacking}. Complete it there.`],
      ]);
    });
  }

  for (const citekey of ['whole1999', 'edited1999', 'forthcoming', 'page'])
    test(`and that has what its type needs is not mentioned: ${citekey}`, async () => {
      assert.deepEqual(await messages(`One says so [@${citekey}, p. 3].`), []);
    });
});
