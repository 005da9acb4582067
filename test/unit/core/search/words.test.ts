import assert from 'node:assert/strict';
import { analyzerFor, languageOf } from '../../../../src/core/search/analysis';
import { wordsOf } from '../../../../src/core/search/words';

const texts = (text: string) => wordsOf(text).map((word) => word.text);
const stems = (text: string) =>
  analyzerFor('en')
    .terms(text)
    .map(({ stem }) => stem);

suite('Words', () => {
  test('are cut at hyphens and keep their offsets, without possessives and elided articles', () => {
    assert.deepEqual(texts('Sino-Soviet'), ['Sino', 'Soviet']);
    assert.deepEqual(texts("Stalin’s and Mao's"), ['Stalin', 'and', 'Mao']);
    assert.deepEqual(texts('l’empereur d’Autriche'), ['empereur', 'Autriche']);
    assert.deepEqual(
      wordsOf('– U.S. troops').map(({ text, start, end }) => [text, start, end]),
      [
        ['US', 2, 6],
        ['troops', 7, 13],
      ],
    );
  });

  test('tell names from openings', () => {
    assert.deepEqual(
      wordsOf('In Asia. He saw 1949, NATO and “Then”').map(({ writing }) => writing),
      ['opening', 'name', 'opening', 'plain', 'number', 'acronym', 'plain', 'name'],
    );
  });

  test('tell what a full stop cuts short from what ends a sentence', () => {
    const cutShort = (text: string) =>
      wordsOf(text).flatMap(({ text: word, isCutShort }) => (isCutShort ? [word] : []));
    assert.deepEqual(cutShort('The constit. silent, so the Engl. & Fr. (Pruss., Austr.) go on. He left.'), [
      'constit',
      'Engl',
      'Fr',
      'Pruss',
      'Austr',
    ]);
    assert.deepEqual(cutShort('Brill Apr. 1572, see vol. 2 and p. 4. The U.S. won. It ended in 1815. Then'), [
      'Apr',
    ]);
    assert.deepEqual(cutShort('France. Germany. '), []);
  });

  test('of scripts without spaces are segmented', () => {
    assert.ok(texts('毛泽东决定参战').length > 1);
    assert.ok(texts('ソ連は国連をボイコットした').length > 2);
  });
});

suite('Terms', () => {
  test('are Porter2 stems without stop words, accents folded', () => {
    assert.deepEqual(stems('The dying generously passed the buck'), ['die', 'generous', 'pass', 'buck']);
    assert.deepEqual(stems('A façade in Besançon'), ['facad', 'besancon']);
  });

  test('join names whose words mislead, and keep acronyms that look like stop words', () => {
    assert.deepEqual(stems('the United States, the US and us'), ['us', 'us']);
    assert.deepEqual(stems('the Second World War'), ['wwii']);
  });

  test('are stemmed in the language of the text', () => {
    assert.equal(
      languageOf(['Stalin wollte das Bündnis mit China festigen und er hatte nicht viel Zeit']),
      'de',
    );
    assert.equal(languageOf(['Сталин хотел укрепить союз с Китаем, но он не был в этом уверен']), 'ru');
    assert.equal(languageOf(['Stalin']), undefined);
    assert.deepEqual(
      analyzerFor('ru')
        .terms('революции')
        .map(({ stem }) => stem),
      analyzerFor('ru')
        .terms('революция')
        .map(({ stem }) => stem),
    );
  });
});
