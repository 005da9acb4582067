import assert from 'node:assert/strict';
import { findCitationProblems } from '../../../../../src/core/citation/pandoc/citationProblems';
import { applyEdits } from '../../../../../src/core/citation/textEdit';
import { english } from '../../../../../src/core/util/localize';

suite('findCitationProblems', () => {
  for (const [text, place, message] of [
    ['So [@a, p. 3, @b].', '@b', /semicolons/],
    ['So [@a; see below].', 'see below', /names no source/],
    ['So [@a; ].', ' ', /semicolon too many/],
    ['So [see @a, p. 3 and on.', '[see @a', /never closed/],
    ['So.^[See [@a, p. 3, @b]; and Voss.]', '@b', /semicolons/],
    ['So [@a, p. 3.\n\nNext [x].', '[@a', /never closed/],
  ] as const)
    test(text, () => {
      const [problem, ...others] = findCitationProblems(text);
      assert.deepEqual(others, []);
      assert.match(problem ? english(...problem.message) : '', message);
      assert.equal(text.slice(problem?.span.start, problem?.span.end), place);
    });

  for (const text of [
    'So [@a, p. 3; see @b]. [a link](x) and [x][y] and [^1] and `[@a` and \\[@a',
    'Write to me [me@uni.edu].',
    '[an open bracket. And then @a says',
    '[@a](http://x.org) [@a]{.x}',
    'A note.^[See @a, 44; and later, p. 45.] Another.^[See [@a, 44]; and Voss.]',
  ])
    test(`nothing wrong with ${text}`, () => assert.deepEqual(findCitationProblems(text), []));

  test('offers the semicolon for the comma', () => {
    const text = 'So [@a, p. 3, see also @b].';
    const fix = findCitationProblems(text)[0]?.fix;
    assert.ok(fix);
    assert.equal(applyEdits(text, [fix]), 'So [@a, p. 3; see also @b].');
  });
});
