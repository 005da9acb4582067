import assert from 'node:assert/strict';
import { bibliographySteps } from '../../src/core/citation/bibliography/bibliographySteps';
import { toCslItem } from '../../src/core/citation/bibliography/bibtexItem';

suite('A large bibliography', () => {
  test('10 MB of entries are read in many short steps, and a bad one costs itself', () => {
    const entry = (n: number) =>
      `@book{key${n},\n  author = {Doe, Jane},\n  title = {Book ${n}},\n  year = {1950},\n  abstract = {${'words '.repeat(170)}}\n}\n`;
    const count = 10_000;
    const text = Array.from({ length: count }, (_, n) =>
      n === 5000 ? '@book{bad, title = {\n' : entry(n),
    ).join('\n');
    assert.ok(text.length > 10_000_000);
    const steps = bibliographySteps(text, 'large.bib', toCslItem);
    let taken = 0;
    let next = steps.next();
    for (; next.done !== true; next = steps.next()) taken++;
    assert.ok(taken > count / 100, `${taken} steps`);
    const bibliography = next.value;
    assert.ok(bibliography.entries.length >= count - 1);
    assert.equal(bibliography.entry('key9999')?.item()?.title, 'Book 9999');
    assert.equal(bibliography.entry('key4999')?.item()?.title, 'Book 4999');
    assert.equal(bibliography.entry('key5001')?.item()?.title, 'Book 5001');
  });
});
