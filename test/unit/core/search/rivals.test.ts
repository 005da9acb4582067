import assert from 'node:assert/strict';
import { amongRivals } from '../../../../src/core/search/rivals';

suite('Rivals', () => {
  const among = (...confidences: readonly number[]) =>
    amongRivals(confidences.map((confidence) => ({ confidence }))).map(({ confidence }) =>
      Number(confidence.toFixed(2)),
    );

  test('a match without a rival is as confident as before', () => {
    assert.deepEqual(among(0.8), [0.8]);
    assert.deepEqual(among(), []);
  });

  test('a match is less confident the closer the next one comes', () => {
    const firsts = [0, 0.2, 0.5, 0.7].map((rival) => among(0.7, rival)[0] ?? 0);
    assert.deepEqual(
      firsts,
      [...firsts].sort((a, b) => b - a),
    );
    assert.ok((firsts.at(-1) ?? 0) < 0.55);
  });

  test('two notes that both fit very well both stay confident', () => {
    assert.deepEqual(among(0.97, 0.97), [0.65, 0.65]);
  });

  test('a weaker match never becomes the more confident one', () => {
    const [first = 0, second = 0] = among(0.7, 0.69);
    assert.ok(second <= first);
  });
});
