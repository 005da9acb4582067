import assert from 'node:assert/strict';
import type { Citation } from '../../../../../src/core/citation/citation';
import { CitationFormatter } from '../../../../../src/core/citation/style/citationFormatter';
import type { CslItem } from '../../../../../src/core/citation/cslItem';
import { book, bundled, zubok } from '../fixtures';

const items = [
  zubok,
  book('cold', 'John Gaddis', 'The Cold War: A New History', 2005),
  book('smith', 'Ann Smith', 'War', 1990),
];
const chicago = bundled('chicago-fullnote-bibliography');

function formatterOf(list: readonly CslItem[], style = chicago): CitationFormatter {
  const formatter = new CitationFormatter(style);
  formatter.setItems(list);
  return formatter;
}

function page(citekey: string, value: string): Citation {
  return { cites: [{ citekey, locator: { label: 'page', value } }] };
}

/** A small generator of pseudo-random numbers, so that a failure can be seen again. */
function randomFrom(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state % limit;
  };
}

suite('CitationFormatter', () => {
  for (const style of ['chicago-fullnote-bibliography-with-ibid', 'chicago-author-date'])
    test(`an insertion reads as in a run formatted as a whole (${style})`, () => {
      const random = randomFrom(7);
      const formatter = formatterOf(items, bundled(style));
      const whole = formatterOf(items, bundled(style));
      let run: readonly Citation[] = [];
      for (let round = 0; round < 10; round++) {
        const citation = page(items[random(items.length)]?.id ?? '', String(random(99) + 1));
        const place = random(run.length + 1);
        const [before, after] = [run.slice(0, place), run.slice(place)];
        const { text, changed } = formatter.formatInsertion(before, citation, after, 'plain');
        const old = whole.formatRun(run, 'plain').citations;
        const expected = whole.formatRun([...before, citation, ...after], 'plain').citations;
        const texts = old.map(
          (each, index) => changed.find((change) => change.index === index)?.text ?? each,
        );
        assert.deepEqual(texts.toSpliced(place, 0, text), expected);
        // Half of the suggestions are not taken.
        if (random(2) === 0) run = [...before, citation, ...after];
      }
    });

  test('tells which later notes an insertion changes', () => {
    const run = [page('zubok1996', '1')];
    assert.deepEqual(formatterOf(items).formatInsertion([], page('zubok1996', '2'), run, 'plain').changed, [
      { index: 0, text: 'Zubok and Pleshakov, 1.' },
    ]);
  });

  test('an unknown citation changes nothing', () => {
    assert.deepEqual(formatterOf(items).formatInsertion([], page('nobody', '2'), [], 'plain'), {
      text: null,
      changed: [],
    });
  });

  test('an item that the processor stumbles over costs only itself', () => {
    const broken = { ...zubok, id: 'broken', title: { main: 'Inside' } } as unknown as CslItem;
    const formatter = formatterOf([broken, ...items]);
    const run = formatter.formatRun([page('broken', '1'), page('cold', '2')], 'plain');
    assert.deepEqual(run.citations, [null, 'John Gaddis, The Cold War: A New History, 2005, 2.']);
    assert.deepEqual(run.unknown, ['broken']);
    assert.equal(formatter.formatBibliography(['broken', 'cold'], 'plain').length, 1);
  });

  test('does not change the items or citations that it is given', () => {
    const frozen = structuredClone(zubok);
    const citation = page('zubok1996', '1');
    formatterOf([zubok]).formatRun([citation, citation], 'markdown');
    assert.deepEqual(zubok, frozen);
    assert.deepEqual(citation, page('zubok1996', '1'));
  });

  test('forgets items that are replaced', () => {
    const formatter = formatterOf(items);
    formatter.formatRun([page('cold', '2')], 'plain');
    formatter.setItems([book('cold', 'John Gaddis', 'Another Title', 2005)]);
    assert.match(formatter.formatRun([page('cold', '2')], 'plain').citations[0] ?? '', /Another Title/);
  });

  test('escapes what Markdown would take for markup in a title', () => {
    const item = book('odd', 'Ann Smith', 'A *star* [1962] of $5_ <b>bold</b>', 2000);
    assert.equal(
      formatterOf([item]).formatRun([page('odd', '2')], 'markdown').citations[0],
      'Ann Smith, *A \\*star\\* \\[1962\\] of \\$5\\_* ***Bold***, 2000, 2.',
    );
  });

  test('writes a title within an italic title upright', () => {
    const item = book('inner', 'Ann Smith', 'Reading <i>Hamlet</i> Again', 2000);
    assert.equal(
      formatterOf([item]).formatRun([page('inner', '2')], 'markdown').citations[0],
      'Ann Smith, *Reading* Hamlet *Again*, 2000, 2.',
    );
  });

  test('shortens names that end in “and others”', () => {
    const others = {
      ...book('team', 'Ann Smith', 'Work', 2000),
      author: [{ family: 'Smith', given: 'Ann' }, { literal: 'others' }],
    };
    assert.match(
      formatterOf([others]).formatRun([page('team', '2')], 'plain').citations[0] ?? '',
      /^Ann Smith et al\., /,
    );
  });

  test('prints a Kindle position as text', () => {
    const citation = { cites: [{ citekey: 'smith', locator: { label: 'location', value: '2853' } }] };
    assert.equal(
      formatterOf(items).formatRun([citation], 'plain').citations[0],
      'Ann Smith, War, 1990, loc. 2853.',
    );
  });

  test('keeps an author in the sentence apart from the brackets', () => {
    const citation = {
      cites: [{ citekey: 'smith', authorInText: true, locator: { label: 'page', value: '3' } }],
    };
    assert.equal(
      formatterOf(items, bundled('harvard-cite-them-right')).formatRun([citation], 'plain').citations[0],
      'Smith (1990, p. 3)',
    );
  });

  test('leaves an author who is named in the sentence out of the note, as pandoc does', () => {
    const citation = { cites: [{ citekey: 'smith', authorInText: true }] };
    assert.equal(formatterOf(items).formatRun([citation], 'plain').citations[0], 'War, 1990.');
  });

  test('formats fifty authors and scripts other than the Latin', () => {
    const many = {
      ...book('many', 'x', 'Work', 2000),
      author: Array.from({ length: 50 }, (_, index) => ({ family: `Name${index}`, given: 'A.' })),
    };
    const russian = book('ru', 'Анна Смирнова', 'Сталин и корейская война', 2000);
    const chinese = {
      ...book('zh', 'x', '朝鲜战争', 2000),
      author: [{ family: '沈', given: '志华' }],
      language: 'zh-CN',
    };
    const { citations } = formatterOf([many, russian, chinese]).formatRun(
      [page('many', '1'), page('ru', '2'), page('zh', '3')],
      'plain',
    );
    assert.match(citations[0] ?? '', /^A\. Name0 et al\./);
    assert.match(citations[1] ?? '', /^Анна Смирнова, Сталин и корейская война/);
    assert.match(citations[2] ?? '', /^沈志华/);
  });
});
