import assert from 'node:assert/strict';
import { splitSentences } from '../../../../src/core/text/sentences';

const split = (text: string) => splitSentences(text).map(({ start, end }) => text.slice(start, end));

suite('Sentences', () => {
  for (const [name, sentences] of [
    ['full stops, questions and exclamations', ['He came.', 'Did he win?', 'He did!', 'So ended 1950.']],
    ['initials and titles', ['J. F. Kennedy met Gen. MacArthur and Dr. Rhee.', 'Mr. Acheson stayed.']],
    [
      'a title before a name, not before a sentence',
      ['See vol. 2, p. 63, for St. Petersburg.', 'It rained.'],
    ],
    [
      'words that are abbreviations only before a number',
      ['The answer was no.', 'Poor art.', 'See no. 5, p. xii.'],
    ],
    ['acronyms inside a sentence', ['The U.S. Army left the U.S. in haste.']],
    ['an acronym at the end', ['Rhee relied on the U.S.', 'The Americans left.']],
    ['numbers', ['War cost $3.5 billion in World War I.', 'Costs rose.']],
    ['closing quotation marks', ['He said, “Let the Americans be our neighbors.”', 'Then he left.']],
    ['a question within a sentence', ['"Why not?" he asked.', 'Nobody knew.']],
    [
      'a quotation that ends like a sentence, before its citation',
      ['He asked "Why?" (Hale 23).', '"Never!" (Hale 1999, p. 24), he said.', 'Then "they left…" .', 'Why?'],
    ],
    ['a remark in brackets of its own', ['He came.', '(Nobody saw him.)', 'He went.']],
    [
      'guillemets with spaces',
      ['Il dit : « Que faire ? »', 'On rit.', '« Non ! », dit-elle. »', '« Rien. » (Hale 3).', 'Il partit.'],
    ],
    ['an ellipsis that goes on', ['He wavered… and gave in.', 'Mao did not.']],
    ['Chinese and Japanese', ['毛泽东出兵。', '为什么？', '不知道。']],
    ['Cyrillic', ['Сталин колебался.', 'Мао вступил в войну.']],
    ['no final stop', ['First.', 'Second without a stop']],
  ] as const) {
    test(name, () =>
      assert.deepEqual(split(sentences.join(/\p{Script=Han}/u.test(sentences[0]) ? '' : ' ')), sentences),
    );
  }

  test('white space around sentences belongs to none', () => {
    assert.deepEqual(split('  One.\n  Two.  '), ['One.', 'Two.']);
    assert.deepEqual(split(' \n '), []);
  });
});
