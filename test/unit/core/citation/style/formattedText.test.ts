import assert from 'node:assert/strict';
import {
  capitalizeFirst,
  escapeMarkdown,
  marks,
  writeFormatted,
} from '../../../../../src/core/citation/style/formattedText';
import { deriveShortTitle } from '../../../../../src/core/citation/style/processorItem';
import { looksForeign } from '../../../../../src/core/citation/style/titleLanguage';

suite('escapeMarkdown', () => {
  for (const [text, expected] of [
    ['plain, (1996): text—here’s “one”', 'plain, (1996): text—here’s “one”'],
    ['a*b', 'a\\*b'],
    ['snake_case and _em_', 'snake_case and \\_em\\_'],
    ['[sic] `code`', '\\[sic\\] \\`code\\`'],
    ['<b> 1 < 2', '\\<b> 1 < 2'],
    ['AT&T &amp; co', 'AT&T \\&amp; co'],
    ['see @key, me@uni.edu', 'see \\@key, me@uni.edu'],
    ['C:\\x', 'C:\\\\x'],
  ] as const)
    test(text, () => assert.equal(escapeMarkdown(text), expected));
});

suite('writeFormatted', () => {
  const { italicOn, italicOff, uprightOn, uprightOff } = marks;

  test('keeps spaces out of emphasis', () => {
    assert.equal(writeFormatted(`A${italicOn} title ${italicOff}end`, 'markdown'), 'A *title* end');
    assert.equal(
      writeFormatted(`${italicOn}a ${uprightOn}b${uprightOff} c${italicOff}`, 'markdown'),
      '*a* b *c*',
    );
    assert.equal(writeFormatted(`${italicOn}${italicOff}x`, 'markdown'), 'x');
  });

  test('escapes what would start a list, a heading or a quotation', () => {
    assert.equal(writeFormatted('1984. London', 'markdown'), '1984\\. London');
    assert.equal(writeFormatted('# x', 'markdown'), '\\# x');
    assert.equal(writeFormatted('1984. London', 'plain'), '1984. London');
  });
});

test('capitalizeFirst looks past quotation marks and formatting', () => {
  assert.equal(capitalizeFirst('“de Gaulle'), '“De Gaulle');
  assert.equal(capitalizeFirst(`${marks.italicOn}étude`), `${marks.italicOn}Étude`);
  assert.equal(capitalizeFirst('1984, the'), '1984, the');
});

test('deriveShortTitle takes what stands before the colon', () => {
  assert.equal(deriveShortTitle('Inside: From Stalin'), 'Inside');
  assert.equal(deriveShortTitle('<i>Hamlet: A</i> Play: So'), 'Hamlet');
  assert.equal(deriveShortTitle('No colon'), undefined);
  assert.equal(deriveShortTitle('At 10:30'), undefined);
});

test('looksForeign tells titles that are plainly not English', () => {
  for (const title of ['Сталин и война', '毛泽东', 'Histoire de la révolution', 'Die Geschichte der DDR'])
    assert.equal(looksForeign(title), true, title);
  for (const title of ['The Cold War', 'Lives of Charles de Gaulle', 'We Now Know', ''])
    assert.equal(looksForeign(title), false, title);
});
