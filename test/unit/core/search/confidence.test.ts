import assert from 'node:assert/strict';
import { ArgumentIndex, isConfident } from '../../../../src/core/search/index';
import { zubokNotes } from './zubokNotes';

const index = new ArgumentIndex({ synonyms: [['Uncle Joe', 'Stalin']] });
index.update('zubok.txt', zubokNotes);
const best = (query: string) => index.search(query, { mode: 'sentence' })[0];

suite('Sentence confidence', () => {
  test('shows the argument that a sentence makes', () => {
    const match = best('The Soviets had the deterrent of the atomic bomb by 1949.');
    assert.equal(match?.argument.text, 'As of 1949, Soviets have deterrent of the bomb');
    assert.ok(isConfident(match, 'sentence'));
  });

  test('is silent where only names and the topic are shared', () => {
    for (const sentence of [
      'Stalin died in March 1953.',
      'The Korean War cost millions of lives.',
      'China and Japan are neighbours.',
      'Historians disagree about Mao.',
    ]) {
      const match = best(sentence);
      assert.ok(!match || !isConfident(match, 'sentence'), sentence);
    }
  });

  test('takes names of one state for each other', () => {
    const match = best('Washington concluded a security treaty with Tokyo.');
    assert.equal(match?.argument.text, 'US signs security treaty with Japan');
    assert.ok(match.why.includes('US') && match.why.includes('Japan'));
  });

  test('is silent when a near copy denies, or gives another number', () => {
    for (const sentence of [
      'Stalin did not pass the buck to the Chinese by telling them to intervene militarily with volunteers under Chinese command.',
      'As of 1962, Soviets have deterrent of the bomb.',
    ]) {
      const match = best(sentence);
      assert.ok(match && !isConfident(match, 'sentence'), sentence);
    }
  });

  test('sinks when a number differs', () => {
    const right = best('By 1949 the Soviets had the bomb as a deterrent.');
    const wrong = best('By 1962 the Soviets had the bomb as a deterrent.');
    assert.ok(right && wrong && right.confidence > wrong.confidence);
  });
});
