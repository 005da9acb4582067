import assert from 'node:assert/strict';
import { ArgumentIndex, type SearchableArgument } from '../../../../src/core/search/index';
import { Library } from '../../../../src/core/search/library';
import { buildSegment } from '../../../../src/core/search/segmentBuilder';
import { finish } from '../../../../src/core/util/steps';

const words =
  'alliance bomb treaty volunteer boycott socialism neighbour attrition revolt harvest plague wage'.split(
    ' ',
  );

function argumentsOf(file: string, count: number): SearchableArgument[] {
  return Array.from({ length: count }, (_, i) => ({
    id: `${file}#${i}`,
    file,
    text: `The ${words[(i * 5) % 12]} and the ${words[(i * 7 + file.length) % 12]} of ${file} number${i}`,
    handle: '',
    source: file,
  }));
}

const queries = ['alliance treaty', 'plague wage number3', 'boycott f20', 'revolt harvest bomb'];

/** Everything an index answers to the queries, in a form that doesn't depend on the order of its segments. */
function answers(index: ArgumentIndex): unknown {
  return queries.map((query) =>
    index
      .search(query, { mode: 'search', limit: 1000 })
      .map(({ argument, score }) => `${argument.id} ${score.toFixed(4)}`)
      .sort(),
  );
}

suite('Library', () => {
  test('has few segments at rest, and leaves a large one alone for the sake of small ones', () => {
    const library = new Library();
    const add = (file: string, count: number) =>
      library.add(buildSegment(file, 'en', argumentsOf(file, count)));
    for (let f = 0; f < 15; f++) add(`f${f}`, 100);
    finish(library.settle());
    assert.equal(library.segments.length, 1);
    const [large] = library.segments;
    for (let saved = 0; saved < 20; saved++) {
      add(`s${saved}`, 60);
      finish(library.settle());
      assert.ok(library.segments.length <= 4, `${library.segments.length} segments`);
      if (saved < 5) assert.ok(library.segments.some((live) => live === large));
    }
    assert.equal(library.size, 15 * 100 + 20 * 60);
  });

  test('answers the same however its segments were merged, files replaced and removed', () => {
    const changing = new ArgumentIndex({ language: 'en' });
    const fresh = new ArgumentIndex({ language: 'en' });
    for (let f = 0; f < 90; f++) changing.update(`f${f}`, argumentsOf(`f${f}`, 5));
    const merge = changing.merge();
    for (let f = 0; f < 30; f++) {
      if (f % 3 === 0) merge.next();
      changing.update(`f${f}`, argumentsOf(`f${f}`, 3));
      changing.remove(`f${89 - f}`);
    }
    while (!merge.next().done);
    changing.compact();
    for (let f = 0; f < 60; f++) fresh.update(`f${f}`, argumentsOf(`f${f}`, f < 30 ? 3 : 5));
    fresh.compact();
    assert.equal(changing.size, fresh.size);
    assert.deepEqual([...changing.files()].sort(), [...fresh.files()].sort());
    assert.deepEqual(answers(changing), answers(fresh));
  });

  test('passes over nothing that belongs to the best, though it does not read every posting', () => {
    const index = new ArgumentIndex({ language: 'en' });
    for (let f = 0; f < 40; f++) index.update(`f${f}`, argumentsOf(`f${f}`, 30));
    index.compact();
    for (const query of queries) {
      const all = index.rank(query, 2000);
      assert.deepEqual(
        index.rank(query, 5).map(({ score }) => score.toFixed(4)),
        all.slice(0, 5).map(({ score }) => score.toFixed(4)),
      );
    }
  });

  test('is sampled evenly, whatever its segments, and without what was removed', () => {
    const library = new Library();
    const add = (file: string, count: number) =>
      library.add(buildSegment(file, 'en', argumentsOf(file, count)));
    add('a', 400);
    add('b', 40);
    library.compact();
    library.remove('b');
    add('c', 60);
    const sampled = library.sample(100).map((place) => library.argumentAt(place).file);
    const of = (file: string) => sampled.filter((each) => each === file).length;
    assert.ok(of('a') >= 90 && of('a') <= 110);
    assert.equal(of('b'), 0);
    assert.ok(of('c') >= 13 && of('c') <= 17);
    assert.equal(library.sample(1000).length, 460);
  });

  test('widens the related list by what the best answers share', () => {
    const index = new ArgumentIndex({ language: 'en' });
    for (let f = 0; f < 20; f++) index.update(`f${f}`, argumentsOf(`f${f}`, 20));
    const related = index.related('alliance treaty', 100);
    assert.ok(related.length > 10);
    assert.ok(related[0]?.argument.text.includes('alliance'));
    assert.deepEqual(index.related('', 10), []);
  });
});
