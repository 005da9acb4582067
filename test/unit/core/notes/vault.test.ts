import assert from 'node:assert/strict';
import { readNotesFile } from '../../../../src/core/notes/readNotesFile';
import { textOfRange } from './textOfRange';

/** A small generator of numbers (Park and Miller), so that a failing file can be made again from its seed. */
function random(seed: number): (below: number) => number {
  let state = (seed * 48271 + 1) % 2147483647;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}

const fragments = [
  '# ', '## ', '### Why? ', '- ', '* ', '1. ', 'a) ', 'IV. ', '> ', '> [!quote] ', '\t', '    ', '  ', '| a | b |', '|---|---|', '---', '```', '%%', '<!--', '-->',
  '==', '**', '_', '`', '[[', ']]', '[[a|b]]', '![[x]]', '[x](y)', '(p. 63)', 'pp. 12–14', '63:', '(Kennedy 11)', '[@key, 12]', '@key', '(1949)', '第178页',
  '#tag', '^id', 'key:: value', 'TODO ', ':PROPERTIES:', ':END:', '#+BEGIN_QUOTE', '#+END_QUOTE', '* TODO x', '==========', '- Your Highlight on page 3 | Added',
  'Annotation 1:', 'Total annotations: 1', 'Quote: "q"', '## Highlights', '“q” ([A, 2000, p. 1](zotero://select/x))', 'The clerks kept the rolls', 'Почему?', '“',
  '”', '"', '(', ')', '[', ']', '\\', '&amp;', '&', '<b>', 'Doing so ', 'But ', '…', '→ ', '？', '\u00a0', '\u200b', '\ufeff', '\u2028', '\0', '😀', '\r', '\r\n', '\n', '\n', '\n', '\n\n', ' ', ' ',
]; // prettier-ignore

const names = ['notes.md', 'notes.txt', 'notes.org', 'My Clippings.txt', 'x.markdown'];

suite('A vault of mixed and broken syntax', () => {
  test('every file is read without an exception, each range gives its text, each parent stands before its child', function () {
    this.timeout(60_000);
    const files = Number(process.env.MARGINALIA_VAULT_FILES ?? 80);
    for (let seed = 1; seed <= files; seed++) {
      const next = random(seed);
      const length = 5 + next(120);
      const text = Array.from({ length }, () => fragments[next(fragments.length)]).join('');
      const bytes = new TextEncoder().encode(next(7) === 0 ? `---\n${text}` : text);
      const outline = readNotesFile(bytes, names[next(names.length)] ?? 'notes.md');
      const seen = new Set<string>();
      const sources = new Set(outline.sources.map(({ id }) => id));
      for (const argument of outline.arguments) {
        const about = `seed ${String(seed)}, ${argument.id}`;
        assert.equal(textOfRange(bytes, outline, argument), argument.text, about);
        assert.ok(argument.text !== '' && argument.handle !== '', about);
        assert.ok(sources.has(argument.source), about);
        for (const before of [argument.parent, argument.leansOn])
          assert.ok(before === undefined || seen.has(before), about);
        assert.ok(argument.question === undefined || outline.questions[argument.question], about);
        seen.add(argument.id);
      }
    }
  });
});
