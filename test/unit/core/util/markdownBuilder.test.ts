import assert from 'node:assert/strict';
import { parser } from '@lezer/markdown';
import { escapeMarkdown, MarkdownBuilder } from '../../../../src/core/util/markdownBuilder';

const nodesOf = (markdown: string) => {
  const names = new Set<string>();
  parser.parse(markdown).iterate({ enter: ({ name }) => void names.add(name) });
  return names;
};

suite('Markdown of cards', () => {
  for (const hostile of [
    '[click](command:workbench.action.quit)',
    '![x](https://example.org/pixel.png)',
    '<img src=x onerror=alert(1)><script>alert(1)</script>',
    '**bold** _em_ `code` ~~gone~~',
    '# heading\n- list\n> quote\n\n---\n```\ncode\n```',
    '1. one\n    indented',
    '&lt;b&gt; &amp; &#60;',
    'https://example.org and <https://example.org>',
    '$(trash) $x$ | a | b |\n|---|---|',
    '[^1] [@key] [ref][ref]\n\n[ref]: command:quit',
    '\u2028split\u0000nul',
  ]) {
    test(`is plain text: ${JSON.stringify(hostile)}`, () => {
      const allowed = new Set(['Document', 'Paragraph', 'Escape', 'Entity']);
      assert.deepEqual(
        [...nodesOf(`x ${escapeMarkdown(hostile)}`)].filter((name) => !allowed.has(name)),
        [],
      );
      assert.deepEqual(
        [...nodesOf(escapeMarkdown(hostile))].filter((name) => !allowed.has(name)),
        [],
      );
    });
  }

  test('words are escaped wherever they go', () => {
    const hostile = '<img src=x> [x](command:quit) `a`';
    const built = new MarkdownBuilder()
      .text(hostile)
      .paragraph()
      .strong(hostile)
      .paragraph()
      .emphasis(hostile)
      .paragraph()
      .marked(hostile, ['img', 'command'])
      .bullet(hostile)
      .toString();
    const markup = ['Document', 'Paragraph', 'Escape', 'Entity', 'BulletList', 'ListItem', 'ListMark'];
    const allowed = new Set([...markup, 'StrongEmphasis', 'Emphasis', 'EmphasisMark']);
    assert.deepEqual(
      [...nodesOf(built)].filter((name) => !allowed.has(name)),
      [],
    );
  });

  test('a command’s arguments cannot end its link', () => {
    const link = new MarkdownBuilder()
      .command('Go (there)', 'marginalia.open', { id: `a)b](c "d' \n` })
      .toString();
    assert.match(link, /^\[Go \\\(there\\\)\]\(command:marginalia\.open\?[A-Za-z0-9%._~*-]+\)$/);
  });

  test('a command’s arguments survive VS Code’s decoding them twice', () => {
    const args = { id: 'file:///notes/Zubok%20and%2C 100% "sure".txt#a1' };
    const link = new MarkdownBuilder().command('Go', 'marginalia.open', args).toString();
    const query = /\?(.*)\)$/.exec(link)?.[1] ?? '';
    assert.deepEqual(JSON.parse(decodeURIComponent(decodeURIComponent(query))), args);
  });
});
