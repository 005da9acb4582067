import assert from 'node:assert/strict';
import { EssayDocument } from '../../../src/core/essay/essayDocument';
import type { Settings } from '../../../src/core/settings';
import { neverCancelled } from '../../../src/core/util/cancellation';
import { withCursor } from '../../support/cursor';
import { type InMemoryFile } from '../../support/inMemoryWorkspace';
import { openInMemory, SAMPLE_NOTES, sampleFiles } from '../../support/sample';

const FULL =
  'Vladislav Zubok and Constantine Pleshakov, *Inside the Kremlin’s Cold War: From Stalin to Khrushchev* (Cambridge, MA: Harvard University Press, 1996).';

/** What stands in the essay after the argument that begins with `beginning` is inserted at the cursor. */
async function inserted(
  marked: string,
  beginning: string,
  settings: Partial<Settings> = {},
  files: Readonly<Record<string, InMemoryFile>> = sampleFiles(),
): Promise<string | undefined> {
  const { marginalia } = openInMemory(files, settings);
  const { text, offset } = withCursor(marked);
  const all = [...(await marginalia.library()).arguments.values()];
  const chosen = all.find(({ argument }) => argument.text.startsWith(beginning));
  assert.ok(chosen);
  const at = { start: offset, end: offset };
  const edits = await marginalia.insertion(EssayDocument.read(text), chosen.id, { kind: 'argument', at });
  if (!edits) return undefined;
  let result = text;
  for (const { span, text: put } of [...edits].reverse())
    result = result.slice(0, span.start) + put + result.slice(span.end);
  return result;
}

async function completionsAt(marked: string, asked = false) {
  const { text, offset } = withCursor(marked);
  const { marginalia } = openInMemory();
  const essay = EssayDocument.read(text);
  return (await marginalia.completions(essay, offset, { asked }, neverCancelled)).map(
    ({ label, replaces }) => {
      return [text.slice(replaces.start, replaces.end), label] as const;
    },
  );
}

async function hoverAt(marked: string) {
  const { text, offset } = withCursor(marked);
  const { marginalia } = openInMemory();
  const hover = await marginalia.hover(EssayDocument.read(text), offset, neverCancelled);
  return hover && { phrase: text.slice(hover.span.start, hover.span.end), markdown: hover.markdown };
}

suite('Marginalia on the sample notes', () => {
  suite('inserts', () => {
    test('a full Chicago note first, a short one afterwards', async () => {
      const first = await inserted('|', 'Germany rearmed');
      assert.equal(first, `Germany rearmed[^1]\n\n[^1]: ${FULL}`);
      const second = await inserted(first?.replace('\n\n', ' |\n\n') ?? '', 'US signs');
      assert.equal(
        second,
        `Germany rearmed[^1] US signs security treaty with Japan[^2]\n\n[^1]: ${FULL}\n[^2]: Zubok and Pleshakov.`,
      );
    });

    test('a short title where another work was cited in between', async () => {
      const draft = `A.[^1] B.[^2] |\n\n[^1]: ${FULL}\n[^2]: The National Archives.\n`;
      const after = await inserted(draft, 'Germany rearmed');
      assert.match(after ?? '', /\[\^3\]: Zubok and Pleshakov, \*Inside the Kremlin’s Cold War\*\.\n$/);
    });

    test('Pandoc’s citation', async () => {
      const settings = { insertionCitation: 'pandoc' } as const;
      assert.equal(await inserted('|', 'Germany rearmed', settings), 'Germany rearmed [@zubok1996]');
    });

    test('the citation in the sentence', async () => {
      const settings = { insertionCitation: 'inline', citationStyle: 'modern-language-association' } as const;
      assert.equal(await inserted('|', 'Germany rearmed', settings), 'Germany rearmed (Zubok and Pleshakov)');
    });

    test('a footnote that cites what the notes call the source, without a bibliography', async () => {
      const files = { [SAMPLE_NOTES]: sampleFiles()[SAMPLE_NOTES] ?? '' };
      const footnote = await inserted('|', 'Germany rearmed', {}, files);
      assert.equal(footnote, 'Germany rearmed[^1]\n\n[^1]: Zubok and Pleshakov.');
      const pandoc = await inserted('|', 'Germany rearmed', { insertionCitation: 'pandoc' }, files);
      assert.equal(pandoc, 'Germany rearmed (Zubok and Pleshakov)');
    });

    test('no note into a note', async () => {
      const after = await inserted('A.[^1]\n\n[^1]: See |', 'Germany rearmed');
      assert.match(after ?? '', /^A\.\[\^1\]\n\n\[\^1\]: See Germany rearmed \(Vladislav Zubok .* 1996\)\)$/);
    });

    test('nothing into code or front matter', async () => {
      assert.equal(await inserted('```\n|\n```\n', 'Germany rearmed'), undefined);
      assert.equal(await inserted('---\ntitle: |\n---\n', 'Germany rearmed'), undefined);
    });
  });

  suite('completes', () => {
    const buck =
      'Stalin "passes the buck" to the Chinese – telling them to intervene militarily with "volunteers" under Chinese command';

    for (const [text, phrase] of [
      ['Stalin pass|', 'Stalin pass'],
      ['In the autumn Stalin pass|', 'Stalin pass'],
      ['stalin passes the bu|', 'stalin passes the bu'],
      ['- Stalin pass|', 'Stalin pass'],
    ] as const) {
      test(`${text} unasked, replacing “${phrase}”`, async () => {
        assert.deepEqual((await completionsAt(text))[0], [phrase, buck]);
      });
    }

    for (const [text, phrase] of [
      ['He wanted to firm up|', 'He wanted to firm up'],
      ['In 1950 US signs security tr|', 'US signs security tr'],
    ] as const) {
      test(`${text} leaves no opening word standing twice`, async () =>
        assert.equal((await completionsAt(text))[0]?.[0], phrase));
    }

    for (const text of [
      'Stalin|',
      'The link|',
      'a table of code|',
      'He said that the|',
      '`Stalin pass|`',
      '# Stalin pass|',
    ]) {
      test(`nothing unasked at ${text}`, async () => assert.deepEqual(await completionsAt(text), []));
    }

    test('weaker matches when asked', async () => {
      assert.ok((await completionsAt('Stalin|', true)).length > 1);
      assert.deepEqual(await completionsAt('Photosynthesis|', true), []);
    });
  });

  suite('hovers', () => {
    test('over a phrase that makes an argument, with its question and its source', async () => {
      const hover = await hoverAt(
        'By then Korea had to be captured before Ja|pan could get back on its feet.',
      );
      assert.equal(hover?.phrase, 'Korea had to be captured before Japan could get back on its feet');
      assert.match(hover.markdown, /Why did Stalin decide to reverse himself/);
      assert.match(hover.markdown, /\*Inside the Kremlin’s Cold War/);
    });

    test('showing what the argument leans on', async () => {
      const hover = await hoverAt(
        'Such weakness might tempt the Chinese to ex|ert their power in the region.',
      );
      assert.match(
        hover?.markdown ?? '',
        /putting the breaks[\s\S]*Doing so might \*\*tempt\*\* the \*\*Chinese/,
      );
    });

    test('over nothing else', async () => {
      assert.equal(await hoverAt('The weather in Moscow was cold th|at winter.'), undefined);
      assert.equal(
        await hoverAt('# Korea had to be captured before Ja|pan could get back on its feet'),
        undefined,
      );
    });
  });
});
