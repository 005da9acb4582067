import assert from 'node:assert/strict';
import type { LiveSegment } from '../../../../src/core/search/library';
import { buildSegment } from '../../../../src/core/search/segmentBuilder';
import { StemDirectory } from '../../../../src/core/search/stemPlaces';

function segment(file: string, texts: readonly string[]): LiveSegment {
  const args = texts.map((text, i) => ({ id: `${file}${i}`, file, text, handle: '', source: 'Hale' }));
  return { segment: buildSegment(file, 'en', args), buried: new Uint8Array(texts.length) };
}

suite('Places of a stem', () => {
  const segments = [
    segment('a', ['The canal was dug.', 'They dug for Stalin.']),
    segment('b', ['Nobody had dug.', 'He feared Stalin.', 'The canals of Mars']),
  ];

  test('are counted over all segments, with how the notes write it', () => {
    const directory = new StemDirectory(segments);
    assert.equal(directory.placesOf('canal').containing, 2);
    assert.equal(directory.placesOf('canal').isName, false);
    assert.equal(directory.placesOf('stalin').containing, 2);
    assert.equal(directory.placesOf('stalin').isName, true);
    assert.deepEqual([...directory.placesOf('nowhere').ranges], [0, 0, 0, 0]);
  });

  test('are looked up once in each segment, however often they are asked for', () => {
    const directory = new StemDirectory(segments);
    for (let time = 0; time < 10; time++) for (const stem of ['canal', 'nowhere']) directory.placesOf(stem);
    assert.equal(directory.lookedUp, 2 * segments.length);
  });
});
