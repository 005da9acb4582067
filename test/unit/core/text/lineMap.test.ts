import assert from 'node:assert/strict';
import { LineMap } from '../../../../src/core/text/lineMap';

suite('LineMap', () => {
  const text = 'one\r\ntwo\n\nfour\rfive';
  const lines = new LineMap(text);

  test('knows every kind of line break', () => {
    assert.deepEqual(
      Array.from({ length: lines.lineCount }, (_, line) => lines.lineText(line)),
      ['one', 'two', '', 'four', 'five'],
    );
  });

  test('positions and offsets are each other’s inverse, except inside a line break', () => {
    for (let offset = 0; offset <= text.length; offset++) {
      const { line, character } = lines.positionAt(offset);
      if (character <= lines.lineText(line).length) assert.equal(lines.offsetAt({ line, character }), offset);
    }
  });

  test('clamps what lies outside of the text', () => {
    assert.deepEqual(lines.positionAt(999), { line: 4, character: 4 });
    assert.equal(lines.offsetAt({ line: 1, character: 99 }), 'one\r\ntwo'.length);
    assert.equal(lines.offsetAt({ line: 99, character: 0 }), text.length);
  });
});
