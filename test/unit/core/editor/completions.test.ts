import assert from 'node:assert/strict';
import { EssayDocument } from '../../../../src/core/essay/essayDocument';
import type { Settings } from '../../../../src/core/settings';
import { neverCancelled } from '../../../../src/core/util/cancellation';
import { withCursor } from '../../../support/cursor';
import { type InMemoryFile } from '../../../support/inMemoryWorkspace';
import { openInMemory, SAMPLE_NOTES, sampleFiles } from '../../../support/sample';

const BIBLIOGRAPHY = `
@book{zubok1996, author = {Zubok, Vladislav and Pleshakov, Constantine}, title = {Inside the Kremlin's Cold War}, year = {1996}}
@book{gaddis2005, author = {Gaddis, John Lewis}, title = {The Cold War: A New History}, year = {2005}}
@article{weathersby1993, author = {Weathersby, Kathryn}, title = {Soviet Aims in Korea}, year = {1993}}
`;
const NOTES = `Zubok and Pleshakov Notes

What did Mao want?

Mao wanted air cover for his volunteers (p. 63)
Mao distrusted the Soviet promises of weapons (pp. 64-6)
Mao waited for Stalin (p. 9)
`;
const files = { 'notes/zubok.txt': NOTES, 'notes/references.bib': BIBLIOGRAPHY };

async function citesAt(marked: string) {
  const { text, offset } = withCursor(marked);
  const { marginalia } = openInMemory(files);
  const found = await marginalia.citationCompletions(EssayDocument.read(text), offset, neverCancelled);
  return found?.map(
    ({ insert, replaces }) => text.slice(0, replaces.start) + insert + text.slice(replaces.end),
  );
}

async function rowsAt(
  marked: string,
  {
    asked = true,
    settings = {},
    library = sampleFiles(),
  }: {
    readonly asked?: boolean;
    readonly settings?: Partial<Settings>;
    readonly library?: Readonly<Record<string, InMemoryFile>>;
  } = {},
) {
  const { text, offset } = withCursor(marked);
  const { marginalia } = openInMemory(library, settings);
  return marginalia.completions(EssayDocument.read(text), offset, { asked }, neverCancelled);
}

suite('Completions', () => {
  suite('of citekeys', () => {
    for (const [typed, first] of [
      ['[@zub|]', '[@zubok1996]'],
      ['[@pleshakov|]', '[@zubok1996]'],
      ['[@kremlin cold|]', '[@zubok1996]'],
      ['@2005|', '@gaddis2005'],
      ['@gadis|', '@gaddis2005'],
      ['See @war new|', 'See @gaddis2005'],
    ] as const) {
      test(typed, async () => assert.equal((await citesAt(typed))?.[0], first));
    }

    test('what the essay cites comes first, in notes and in Pandoc’s syntax', async () => {
      assert.match(
        (await citesAt('So [@weathersby1993, p. 3]. And [@|]'))?.[0] ?? '',
        /And \[@weathersby1993\]$/,
      );
      const note = 'So.[^1] And @|\n\n[^1]: John Lewis Gaddis, *The Cold War: A New History* (2005).\n';
      assert.match((await citesAt(note))?.[0] ?? '', /And @gaddis2005\n/);
    });

    test('nothing for what no work has, and prose behind a citation is prose', async () => {
      assert.deepEqual(await citesAt('@photosynthesis|'), []);
      assert.equal(await citesAt('@gaddis2005 thinks of photosynthesis|'), undefined);
    });
  });

  suite('of pages', () => {
    test('those that the notes name, in the order of the book', async () => {
      assert.deepEqual(await citesAt('So it was [@zubok1996,|]'), [
        'So it was [@zubok1996, p. 9]',
        'So it was [@zubok1996, p. 63]',
        'So it was [@zubok1996, pp. 64-6]',
      ]);
      assert.deepEqual(await citesAt('[@zubok1996, p. 6|]'), [
        '[@zubok1996, p. 63]',
        '[@zubok1996, pp. 64-6]',
      ]);
    });

    test('that of the argument which the sentence makes first', async () => {
      const [first] = (await citesAt('Mao distrusted the Soviet promises of weapons [@zubok1996, |]')) ?? [];
      assert.match(first ?? '', /, pp\. 64-6\]$/);
    });

    test('none for a source without pages', async () =>
      assert.deepEqual(await citesAt('[@gaddis2005, |]'), []));
  });

  test('of footnotes', async () => {
    assert.deepEqual(await citesAt('A.[^1] B.[^|]\n\n[^1]: One.\n[^2]: Two.\n'), [
      'A.[^1] B.[^2]\n\n[^1]: One.\n[^2]: Two.\n',
      'A.[^1] B.[^1]\n\n[^1]: One.\n[^2]: Two.\n',
    ]);
  });

  suite('of arguments', () => {
    test('behind the trigger, in any order of the words, whatever stands before it', async () => {
      const text = 'In 1950 the time had come, ;;feet japan|';
      const [first] = await rowsAt(text, { asked: false });
      assert.match(first?.label ?? '', /^Korea had to be captured before Japan/);
      assert.equal(first?.replaces.start, text.indexOf(';;'));
    });

    test('behind the trigger alone, what the sentence is about', async () => {
      const [first] = await rowsAt('The boycott of the UN showed solidarity with China ;;|', {
        asked: false,
      });
      assert.match(first?.label ?? '', /^Stalin boycotts UN/);
    });

    test('the trigger can be another one, or none', async () => {
      assert.equal(
        (await rowsAt('So //feet japan|', { settings: { completionTrigger: '//' } })).length > 0,
        true,
      );
      assert.deepEqual(await rowsAt('So ;;zzz|', { settings: { completionTrigger: '' } }), []);
    });

    test('at most ten, the best one in other forms at the end', async () => {
      const rows = await rowsAt('Stalin|');
      assert.equal(rows.length, 10);
      const passed = await rowsAt('Stalin pass|');
      const forms = passed.filter(({ wording }) => wording !== undefined);
      assert.deepEqual(
        forms.map(({ wording, label }) => [wording, label.slice(0, 34)]),
        [
          ['stub', 'Zubok and Pleshakov argue that Sta'],
          ['quotation', '"passes the buck"'],
          ['citation', 'Only the citation of “Stalin "pass'],
        ],
      );
      const plain = await rowsAt('Korea had to be captured|');
      assert.ok(!plain.some(({ wording }) => wording === 'quotation'));
    });

    test('the settings’ form is not offered twice', async () => {
      const rows = await rowsAt('Stalin pass|', { settings: { insertionWording: 'stub' } });
      assert.deepEqual(
        rows.flatMap(({ wording }) => wording ?? []),
        ['notes', 'quotation', 'citation'],
      );
    });

    test('those that the essay makes already come later', async () => {
      const library = {
        'notes/a.txt':
          'Smith Notes\n\nWhy?\n\nThe grain harvest failed in Ukraine\n\nThe grain harvest failed in Siberia\n',
      };
      const order = async (draft: string) =>
        (await rowsAt(draft, { library })).flatMap(({ label, wording }) =>
          wording ? [] : [label.slice(29)],
        );
      const fresh = await order('The grain harvest fai|');
      const [first = ''] = fresh;
      const used = await order(`The grain harvest failed in ${first}.\n\nThe grain harvest fai|`);
      assert.deepEqual(used, fresh.toReversed());
    });

    test('the essay’s question decides between equals', async () => {
      const library = {
        'notes/a.txt':
          'Smith Notes\n\nHow did the Tsar tax his peasants?\n\nThe grain was sold\n\nWhat did women wear at the court?\n\nThe grain was sold abroad\n',
      };
      const first = async (front: string) => (await rowsAt(`${front}The grain was|`, { library }))[0]?.label;
      assert.equal(
        await first('---\nquestion: "How heavy was the tax on peasants?"\n---\n\n'),
        'The grain was sold',
      );
      assert.equal(await first('# What women wore at court\n\n'), 'The grain was sold abroad');
    });

    test('none in a link, in code or in front matter', async () => {
      for (const text of [
        '[Stalin pass|](a.md)',
        '`Stalin pass|`',
        '---\ntitle: Stalin pass|\n---\n',
        '`;;feet|`',
      ])
        assert.deepEqual(await rowsAt(text), [], text);
    });

    test('in a table, a quote and behind a bracket', async () => {
      for (const text of ['| a | b |\n|---|---|\n| Stalin pass| |', '> - Stalin pass|', '(Stalin pass|'].map(
        (t) => t,
      )) {
        const at = text.indexOf('Stalin pass') + 'Stalin pass'.length;
        const { marginalia } = openInMemory({ [SAMPLE_NOTES]: sampleFiles()[SAMPLE_NOTES] ?? '' });
        const essay = EssayDocument.read(text.slice(0, at) + text.slice(at + 1));
        const [first] = await marginalia.completions(essay, at, { asked: false }, neverCancelled);
        assert.match(first?.label ?? '', /^Stalin "passes the buck"/, text);
      }
    });
  });
});
