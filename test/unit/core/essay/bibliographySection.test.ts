import assert from 'node:assert/strict';
import { applyEdits } from '../../../../src/core/citation/textEdit';
import { updateBibliography } from '../../../../src/core/essay/bibliographySection';
import { EssayDocument } from '../../../../src/core/essay/essayDocument';

const entries = ['Gaddis, John. *We Now Know*.', 'Zubok, Vladislav. *Inside*.'];
const [gaddis = '', zubok = ''] = entries;

function updated(text: string, to: readonly string[] = entries, ours: readonly string[] = entries): string {
  const edits = updateBibliography(
    EssayDocument.read(text),
    to,
    (each) => ours.includes(each),
    'Bibliography',
  );
  return applyEdits(text, edits);
}

suite('Bibliography of an essay', () => {
  for (const [name, before, after] of [
    ['at the end', 'Text.', `Text.\n\n# Bibliography\n\n${gaddis}\n\n${zubok}`],
    [
      'before the notes',
      'T.[^1]\n\n[^1]: N.\n',
      `T.[^1]\n\n# Bibliography\n\n${gaddis}\n\n${zubok}\n\n[^1]: N.\n`,
    ],
    [
      'at the level of the sections',
      '# Title\n\n## One\n\nText.\n',
      `# Title\n\n## One\n\nText.\n\n## Bibliography\n\n${gaddis}\n\n${zubok}\n`,
    ],
    [
      'under the heading that is there',
      'T.\n\n## Works Cited {-}\n\n# Appendix\n\nA.\n',
      `T.\n\n## Works Cited {-}\n\n${gaddis}\n\n${zubok}\n\n# Appendix\n\nA.\n`,
    ],
    [
      'with the student’s own paragraphs behind it',
      `T.\n\nReferences\n----------\nInterview with Dr Smith.\n\n${zubok}\n\n[^1]: N.\n`,
      `T.\n\nReferences\n----------\n\n${gaddis}\n\n${zubok}\n\nInterview with Dr Smith.\n\n[^1]: N.\n`,
    ],
    [
      'with Windows line ends',
      'T.\r\n\r\n# References\r\n\r\nOwn.\r\n',
      `T.\r\n\r\n# References\r\n\r\n${gaddis}\r\n\r\n${zubok}\r\n\r\nOwn.\r\n`,
    ],
  ] as const) {
    test(name, () => {
      assert.equal(updated(before), after);
      assert.equal(updated(after), after);
    });
  }

  test('what is not cited any more goes', () => {
    const text = updated('Text.\n');
    assert.equal(updated(text, [zubok]), `Text.\n\n# Bibliography\n\n${zubok}\n`);
    assert.equal(updated(text, []), 'Text.\n\n# Bibliography\n');
    assert.equal(updated('Text.\n', []), 'Text.\n');
  });
});
