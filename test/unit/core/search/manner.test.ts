import assert from 'node:assert/strict';
import { mannerOf } from '../../../../src/core/search/manner';

suite('Manner of a text', () => {
  test('an author who speaks of the own text is heard', () => {
    for (const text of [
      'I shall argue that the blame lies elsewhere.',
      'But I doubt it.',
      'It is, as I’ve said, a matter of bread.',
      'A reader may wonder why.',
      'This essay asks what had changed.',
      'Let us look at the wages.',
      'Ich möchte zeigen, dass es anders war.',
      'Nous verrons que rien ne changea.',
    ])
      assert.ok(mannerOf(text).authorial, text);
  });

  test('kings, wars and countries are no authors', () => {
    for (const text of [
      'Charles I was executed in 1649.',
      'After World War I the empires fell.',
      'The US would not defend the south.',
      'Napoleon I met Alexander I on a raft.',
    ])
      assert.ok(!mannerOf(text).authorial, text);
  });

  test('a denial is heard', () => {
    assert.ok(mannerOf('He did not know.').negated);
    assert.ok(!mannerOf('He knew of the knot.').negated);
  });
});
