import assert from 'node:assert/strict';
import { ArgumentIndex, type SearchMode } from '../../../../src/core/search/index';

function indexOf(file: string, texts: readonly string[]): ArgumentIndex {
  const index = new ArgumentIndex();
  index.update(
    file,
    texts.map((text, i) => ({ id: `${file}${i}`, file, text, handle: '', source: file })),
  );
  return index;
}

const best = (index: ArgumentIndex, query: string, mode: SearchMode) =>
  index.search(query, { mode })[0]?.argument.text;

suite('Other languages', () => {
  test('Russian is stemmed, typed and searched', () => {
    const texts = [
      'Сталин боялся войны с Америкой',
      'Мао хотел вступить в войну',
      'Крестьяне требовали земли и хлеба',
    ];
    const index = indexOf('ru', texts);
    assert.equal(best(index, 'крестьянин требует землю', 'search'), texts[2]);
    assert.equal(best(index, 'Мао хотел вст', 'typing'), texts[1]);
  });

  test('Chinese is segmented', () => {
    const texts = ['毛泽东决定派志愿军参战', '斯大林担心与美国发生战争', '日本签订了安全条约'];
    const index = indexOf('zh', texts);
    assert.equal(best(index, '安全条约', 'search'), texts[2]);
    assert.equal(best(index, '斯大林担心战争', 'sentence'), texts[1]);
  });

  test('French is found with and without its accents', () => {
    const texts = [
      'La défaite de l’empereur a ruiné la noblesse',
      'Le roi hésita puis céda aux députés',
      'Le pain était trop cher',
    ];
    const index = indexOf('fr', texts);
    assert.equal(best(index, 'defaite empereur', 'search'), texts[0]);
    assert.equal(best(index, 'Le roi avait hésité avant de céder', 'sentence'), texts[1]);
  });

  test('whatever is asked, it is answered in bounded time', () => {
    const index = indexOf('en', ['Stalin passes the buck', 'Mao wants to jump into the fray']);
    for (const query of [
      'word '.repeat(50_000),
      'x'.repeat(200_000),
      '"'.repeat(1000),
      '-'.repeat(1000),
      '\u0000\ud800',
    ])
      for (const mode of ['typing', 'sentence', 'search'] as const) index.search(query, { mode });
  });
});
