import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { applyEdits } from '../../src/core/citation/textEdit';
import { EssayDocument } from '../../src/core/essay/essayDocument';
import { wordingForms } from '../../src/core/languageFeatures/wording';
import type { CitationForm } from '../../src/core/settings';
import { openInMemory, SAMPLE_BIBLIOGRAPHY, sampleFiles } from '../support/sample';

/** Words that would mean something in Markdown, in a snippet or in pandoc. */
const NOTES =
  'He paid $5, *then* $6$ for `it` at C:\\new [see](x) <b> & _so_ on ^up^ ~down~ @zubok1996 } "quoted | words" #1';

const files = {
  'notes/zubok.txt': `Zubok and Pleshakov Notes\n\nWhat did it cost?\n\n${NOTES} (p. 63)\n`,
  'notes/references.bib': sampleFiles()[SAMPLE_BIBLIOGRAPHY] ?? '',
};

/** Where a draft's cursors stand; the bars of a table are doubled, because a single one is the cursor. */
const positions = {
  'an empty draft': '|',
  'the very end': 'First one.\n\n|',
  'the middle of a paragraph': 'First one. | Then more.\n\nLast.\n',
  'a bullet': '- One\n- |\n',
  'a nested list at the end': '1. One\n   - |',
  'a block quote': '> Said he. |\n\nMore.\n',
  'a table': '‖ a ‖ b ‖\n‖---‖---‖\n‖ x ‖ |‖\n',
  'behind a bracket': 'So it was (|) then.\n',
  'before a full stop': 'So it was |. Then.\n',
  'a draft with footnotes': 'One.[^1] |\n\n[^1]: Note.\n',
  'Windows line ends': 'First one.\r\n\r\n|\r\n',
  'several cursors': 'First one |\n\n- A bullet |\n\n> Said he (|).\n',
} as const;

interface PandocNode {
  readonly t: string;
  readonly c?: unknown;
}

/** Every node of pandoc's own reading, wherever it is nested. */
function nodes(value: unknown): readonly PandocNode[] {
  if (Array.isArray(value)) return value.flatMap(nodes);
  if (typeof value !== 'object' || value === null) return [];
  const own = 't' in value ? [value as PandocNode] : [];
  return [...own, ...Object.values(value).flatMap(nodes)];
}

function pandoc(markdown: string, to: string): string {
  const { stdout, status, stderr } = spawnSync('pandoc', ['-f', 'markdown-smart', '-t', to, '--wrap=none'], {
    input: markdown,
    encoding: 'utf8',
  });
  assert.equal(status, 0, stderr);
  return stdout;
}

const hasPandoc = spawnSync('pandoc', ['--version']).status === 0;

(hasPandoc ? suite : suite.skip)('Pandoc reads what is inserted', () => {
  const forms: readonly CitationForm[] = ['footnote', 'pandoc', 'inline'];
  for (const form of forms) {
    for (const wording of wordingForms) {
      for (const [place, marked] of Object.entries(positions)) {
        test(`${form}, ${wording}, ${place}`, async () => {
          const parts = marked.split('|');
          const text = parts.join('').replaceAll('‖', '|');
          const at = parts.slice(1).map((_, index) => {
            const offset = parts.slice(0, index + 1).join('').length;
            return { start: offset, end: offset };
          });
          const { marginalia } = openInMemory(files, { insertionCitation: form, insertionWording: wording });
          const [argument] = [...(await marginalia.library()).arguments.values()];
          assert.ok(argument);
          const edits = await marginalia.insertion(EssayDocument.read(text), argument.id, {
            kind: 'argument',
            at,
          });
          assert.ok(edits);
          const after = applyEdits(
            text,
            edits.map((edit) => ({ span: edit.span, newText: edit.text })),
          );
          const all = nodes(JSON.parse(pandoc(after, 'json')));
          // An empty bullet or cell is none to pandoc.
          const before = nodes(JSON.parse(pandoc(parts.join('x').replaceAll('‖', '|'), 'json')));
          const count = (type: string, within = all) => within.filter(({ t }) => t === type).length;
          assert.equal(count('Note') - count('Note', before), form === 'footnote' ? at.length : 0, after);
          assert.equal(count('Cite'), form === 'pandoc' ? at.length : 0, after);
          for (const type of [
            'Math',
            'Code',
            'CodeBlock',
            'Link',
            'RawInline',
            'Strikeout',
            'Superscript',
            'Subscript',
            'Header',
          ])
            assert.equal(count(type), 0, `${type} in ${after}`);
          for (const type of ['BulletList', 'OrderedList', 'BlockQuote', 'Table', 'LineBlock'])
            assert.equal(count(type), count(type, before), `${type} in ${after}`);
          const plain = pandoc(after, 'plain').replace(/\s+/g, ' ');
          const words = {
            notes: argument.argument.text,
            quotation: '"quoted | words"',
            stub: '',
            citation: '',
          };
          if (words[wording] !== '') assert.equal(plain.split(words[wording]).length - 1, at.length, after);
        });
      }
    }
  }
});
