import assert from 'node:assert/strict';
import { applyEdits } from '../../../../src/core/citation/textEdit';
import { EssayDocument } from '../../../../src/core/essay/essayDocument';
import { LineMap } from '../../../../src/core/text/lineMap';
import { neverCancelled } from '../../../../src/core/util/cancellation';
import { withCursor } from '../../../support/cursor';
import { openInMemory, SAMPLE_NOTES, sampleFiles } from '../../../support/sample';

const BIBLIOGRAPHY = `@book{zubok1996,
  author = {Zubok, Vladislav and Pleshakov, Constantine},
  title = {Inside the Kremlin's Cold War},
}
@incollection{chapter1, crossref = {zubok1996}, title = {One}}
@book{zubok1996b, author = {Zubok, Vladislav}, title = {Other}}
`;
const NOTES = `---
citekey: zubok1996
---
# Zubok and Pleshakov, Inside the Kremlin's Cold War

## What did Mao want?

- Mao wanted air cover for his volunteers (p. 63)
- He distrusted the Soviet promises of weapons, see @zubok1996 and @zubok1996b (p. 64)
`;
const DRAFT = `---
nocite: '@zubok1996'
---
Mao wanted air cover for his volunteers [@zubok1996, p. 63].[^1]

Code: \`@zubok1996\`, mail a@zubok1996.

[^1]: See @zubok1996 and [@zubok1996b].
`;
const files = {
  'notes/zubok.md': NOTES,
  'notes/references.bib': BIBLIOGRAPHY,
  'draft.md': DRAFT,
  'other.md': 'Nothing.\n',
};

const cut = (
  uri: string,
  range: { start: { line: number; character: number }; end: { line: number; character: number } },
) => {
  const text = files[uri as keyof typeof files];
  const lines = new LineMap(text);
  return text.slice(lines.offsetAt(range.start), lines.offsetAt(range.end));
};

const at = (piece: string) => DRAFT.indexOf(piece) + 2;

suite('Language answers', () => {
  suite('definition', () => {
    test('of a citation is its entry and the notes at its page', async () => {
      const { marginalia } = openInMemory(files);
      const found = await marginalia.language.definition(EssayDocument.read(DRAFT), at('@zubok1996, p'));
      assert.deepEqual(
        found?.places.map(({ uri, range }) => [uri, cut(uri, range).slice(0, 20)]),
        [
          ['notes/references.bib', 'zubok1996'],
          ['notes/zubok.md', 'Mao wanted air cover'],
        ],
      );
    });

    test('of a footnote’s mark is its text', async () => {
      const { marginalia } = openInMemory(files);
      const found = await marginalia.language.definition(
        EssayDocument.read(DRAFT),
        DRAFT.indexOf('[^1]') + 1,
      );
      assert.match(DRAFT.slice(found?.here?.start, found?.here?.end), /^\[\^1\]: See/);
    });

    test('of a sentence is the line of the notes', async () => {
      const { marginalia } = openInMemory(files);
      const found = await marginalia.language.definition(EssayDocument.read(DRAFT), at('air cover'));
      assert.deepEqual(
        found?.places.map(({ uri, range }) => cut(uri, range).slice(0, 20)),
        ['Mao wanted air cover'],
      );
    });
  });

  suite('references', () => {
    test('of a citation are all its citations and its entry', async () => {
      const { marginalia } = openInMemory(files);
      const essay = EssayDocument.read(DRAFT);
      const found = await marginalia.language.references(essay, at('@zubok1996, p'), neverCancelled);
      assert.deepEqual(
        found.map(({ uri, range }) => [uri, range.start.line]),
        [
          ['notes/references.bib', 0],
          ['draft.md', 1],
          ['draft.md', 3],
          ['draft.md', 7],
        ],
      );
    });

    test('from the notes to every essay, and a lens that counts them', async () => {
      const { marginalia } = openInMemory(files);
      const line = NOTES.split('\n').findIndex((text) => text.includes('air cover'));
      const found = await marginalia.language.referencesFromNotes(
        'notes/zubok.md',
        { line, character: 5 },
        neverCancelled,
      );
      assert.deepEqual(
        found.map(({ uri, range }) => cut(uri, range)),
        ['Mao wanted air cover for his volunteers'],
      );
      const lenses = await marginalia.language.usesOfNotes('notes/zubok.md', neverCancelled);
      assert.deepEqual(
        lenses.map(({ title, range }) => [title, range.start.line]),
        [['used 1× in draft.md', line]],
      );
    });

    test('files that the settings don’t count as essays are left out', async () => {
      const { marginalia, workspace } = openInMemory(files);
      workspace.isEssay = ({ uri }) => uri !== 'draft.md';
      assert.deepEqual(await marginalia.language.usesOfNotes('notes/zubok.md', neverCancelled), []);
    });
  });

  suite('renaming a citekey', () => {
    async function renamed(newKey: string) {
      const { marginalia } = openInMemory(files);
      const result = await marginalia.language.renameCitekey('zubok1996', newKey, neverCancelled);
      if ('problem' in result) return result.problem;
      return Object.fromEntries(
        Object.entries(files).map(([uri, text]) => {
          const lines = new LineMap(text);
          const edits = result.edits
            .filter((edit) => edit.uri === uri)
            .map(({ range, newText }) => {
              return {
                span: { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) },
                newText,
              };
            });
          return [uri, applyEdits(text, edits)];
        }),
      );
    }

    test('reaches essays, bibliographies and notes, and nothing that only looks like it', async () => {
      const after = await renamed('zp96');
      assert.deepEqual(after, {
        'notes/zubok.md': NOTES.replace('citekey: zubok1996', 'citekey: zp96').replace(
          '@zubok1996 and',
          '@zp96 and',
        ),
        'notes/references.bib': BIBLIOGRAPHY.replace('@book{zubok1996,', '@book{zp96,').replace(
          '{zubok1996}',
          '{zp96}',
        ),
        'draft.md': DRAFT.replace("'@zubok1996'", "'@zp96'")
          .replace('[@zubok1996,', '[@zp96,')
          .replace('See @zubok1996 ', 'See @zp96 '),
        'other.md': 'Nothing.\n',
      });
    });

    async function refusal(newKey: string): Promise<string> {
      const result = await renamed(newKey);
      return typeof result === 'string' ? result : '';
    }

    test('refuses what is taken or no citekey', async () => {
      assert.match(await refusal('zubok1996b'), /already/);
      for (const wrong of ['', 'two words', 'a,b', 'a{b', 'a..b'])
        assert.match(await refusal(wrong), /can’t be a citekey/, wrong);
    });

    test('starts on a key in an essay or a bibliography only', async () => {
      const { marginalia } = openInMemory(files);
      const essay = EssayDocument.read(DRAFT);
      assert.equal(marginalia.language.citekeyInEssay(essay, at('@zubok1996, p'))?.citekey, 'zubok1996');
      assert.equal(marginalia.language.citekeyInEssay(essay, at('air cover')), undefined);
      assert.equal(marginalia.language.citekeyInEssay(essay, at('`@zubok1996`')), undefined);
      const inBib = (line: number, character: number) =>
        marginalia.language.citekeyInBibliography('notes/references.bib', { line, character });
      assert.equal((await inBib(0, 8))?.citekey, 'zubok1996');
      assert.equal(await inBib(1, 8), undefined);
    });
  });

  test('links lead from citekeys to their entries', async () => {
    const { marginalia } = openInMemory(files);
    const links = await marginalia.language.links(EssayDocument.read(DRAFT));
    assert.deepEqual(
      links.map(({ span, target }) => [DRAFT.slice(span.start, span.end), target.range.start.line]),
      [
        ['@zubok1996', 0],
        ['@zubok1996', 0],
        ['@zubok1996', 0],
        ['@zubok1996b', 5],
      ],
    );
  });

  test('arguments are found among the workspace’s symbols', async () => {
    const { marginalia } = openInMemory();
    const [first] = await marginalia.language.symbols('passes buck');
    assert.match(first?.name ?? '', /^Stalin "passes the buck"/);
    assert.equal(first?.uri, SAMPLE_NOTES);
  });

  suite('actions', () => {
    async function actionsAt(marked: string, library = sampleFiles()) {
      const { text, offset } = withCursor(marked);
      const { marginalia } = openInMemory(library);
      const essay = EssayDocument.read(text);
      const actions = await marginalia.language.actions(essay, { start: offset, end: offset });
      return { marginalia, essay, actions };
    }

    test('on a sentence: cite it, replace it by a quotation', async () => {
      const { actions } = await actionsAt('In the end Stalin passes the bu|ck to the Chinese.');
      assert.deepEqual(
        actions.map(({ title, kind }) => [title.slice(0, 40), kind]),
        [
          ['Cite Zubok and Pleshakov: Stalin "passes', 'rewrite'],
          ['Replace by quotation: "passes the buck"', 'rewrite'],
        ],
      );
    });

    for (const [marked, after] of [
      [
        'Stalin hid the Soviet hand in Korea CITENEEDED|. So.',
        'Stalin hid the Soviet hand in Korea.[^1] So.',
      ],
      [
        'Stalin hid the Soviet hand in Korea [citation| needed]. So.',
        'Stalin hid the Soviet hand in Korea.[^1] So.',
      ],
      [
        'Stalin hid the Soviet hand in Korea. (TODO ci|te) So.',
        'Stalin hid the Soviet hand in Korea.[^1] So.',
      ],
      [
        'Stalin hid the Soviet hand in Korea ??|? and so on.',
        'Stalin hid the Soviet hand in Korea[^1] and so on.',
      ],
    ] as const) {
      test(`on a mark: ${marked}`, async () => {
        const { actions, essay, marginalia } = await actionsAt(marked);
        assert.match(actions[0]?.title ?? '', /Stalin is determined to avoid war with the US, so he hides/);
        assert.ok(actions.every(({ kind }) => kind === 'fix'));
        const { argument, replacing } = actions[0]?.args as {
          argument: string;
          replacing: { start: number; end: number };
        };
        const edits = await marginalia.insertion(essay, argument, { kind: 'mark', at: replacing });
        const result = applyEdits(
          essay.text,
          (edits ?? []).map(({ span, text }) => ({ span, newText: text })),
        );
        assert.equal(result.split('\n')[0], after);
      });
    }

    test('nothing on other words, in code, or on a question with three marks in a link', async () => {
      assert.deepEqual((await actionsAt('The weather was co|ld.')).actions, []);
      assert.deepEqual((await actionsAt('`CITENEEDED|`')).actions, []);
    });
  });

  suite('ghost text', () => {
    async function ghostAt(marked: string) {
      const { text, offset } = withCursor(marked);
      const { marginalia } = openInMemory();
      return (await marginalia.language.ghostText(EssayDocument.read(text), offset, neverCancelled))?.ending;
    }

    test('ends the argument that is begun word for word', async () => {
      assert.equal(await ghostAt('So US signs security tr|'), 'eaty with Japan');
    });

    test('is silent where the words differ or little is typed', async () => {
      assert.equal(await ghostAt('Stalin|'), undefined);
      assert.equal(await ghostAt('security treaty US sig|'), undefined);
    });
  });
});
