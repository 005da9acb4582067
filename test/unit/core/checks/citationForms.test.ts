import assert from 'node:assert/strict';
import { EssayDocument } from '../../../../src/core/essay/essayDocument';
import { openInMemory } from '../../../support/sample';

const { marginalia } = openInMemory({
  'notes/Whitmore and Hale Notes.txt': `Whitmore and Hale Notes

Why did the railways fail?

Farmers in Alberta ploughed up the embankments when the company defaulted (p. 36)
The company "did not run trains so much as it ran rumours" (pp. 41-2)
Bondholders in Amsterdam organised the first committee of inspection (p. 107)
Parliament "was content to be deceived, provided that the deception was printed" (p. 119)
Strikes on the northern section delayed the bridge by two winters (p. 203)
Shareholders believed in the "spiritual superiority" of steam (p. 210)
`,
  'notes/okonkwo.md': `---
citekey: okonkwo2011
---
# Okonkwo, *Iron Promises* (2011)

## Qui paya la ligne ?

- « Six jours suffirent pour faire de la côte une ville ennemie » [p. 121]
- Missionaries bought up land along the surveyed route three years in advance [p. 64]
`,
  'references.bib': `@book{whitmore1988, author={Whitmore, Alan and Hale, Susan}, title={Rumours of Steam: Railways and Credit}, address={London}, publisher={Turnpike}, year={1988}}
@book{okonkwo2011, author={Okonkwo, Ada}, title={Iron Promises: Labour on the Coast Line}, address={Lagos}, publisher={Harmattan}, year={2011}}`,
});

async function findings(text: string): Promise<readonly string[]> {
  const essay = EssayDocument.read(`# Steam\n\nRailways were built.\n\n${text}\n\nSo much for steam.\n`);
  const { problems } = await marginalia.review(essay);
  return problems.map(({ code, span }) => `${code}: ${essay.text.slice(span.start, span.end)}`);
}

/** A citation that follows the words, by its page. */
const IN_TEXT: Readonly<Record<string, (page: string) => string>> = {
  Pandoc: (page) => `[@whitmore1988, p. ${page}]`,
  'Pandoc, with words around': (page) => `[see @whitmore1988, p. ${page}, for a longer account]`,
  MLA: (page) => `(Whitmore and Hale ${page})`,
  'MLA with a short title': (page) => `(Whitmore and Hale, *Rumours of Steam* ${page})`,
  APA: (page) => `(Whitmore & Hale, 1988, p. ${page})`,
  'Pandoc, with the page in German': (page) => `[@whitmore1988, S. ${page}]`,
  'Harvard with a colon': (page) => `(Whitmore and Hale 1988: ${page})`,
  'the author-date style of Chicago': (page) => `(Whitmore and Hale 1988, ${page})`,
  'a comparison': (page) => `(cf. Whitmore and Hale 1988, ${page})`,
  'an example': (page) => `(see e.g. Whitmore and Hale, 1988, p. ${page})`,
  'another work behind it': (page) => `(Whitmore and Hale ${page}; Ferguson 12)`,
  'in full': (page) =>
    `(Alan Whitmore and Susan Hale, *Rumours of Steam: Railways and Credit*, London: Turnpike, p. ${page})`,
};
const NOTES: Readonly<Record<string, (page: string) => string>> = {
  'a citekey': (page) => `@whitmore1988, p. ${page}.`,
  'two pages': (page) => `Whitmore and Hale, *Rumours of Steam*, ${page} and 300.`,
  'a German note': (page) => `Whitmore u. Hale, Rumours, S. ${page}, hier besonders Anm. 4.`,
  'a short note': (page) => `Whitmore and Hale, *Rumours of Steam*, ${page}.`,
};

const STATEMENT = 'In Alberta farmers ploughed up the embankments once the company had defaulted';
const OTHER = 'It was bondholders in Amsterdam who organised the first committee of inspection';
const QUOTED = 'was content to be deceived, provided that the deception was printed';

suite('Forms of citation', () => {
  for (const [form, cite] of Object.entries(IN_TEXT)) {
    test(`${form}, before the full stop and behind it`, async () => {
      for (const [before, behind] of [
        [` ${cite('36')}`, ''],
        ['', ` ${cite('36')}`],
      ] as const) {
        const cited = `Dates matter. ${STATEMENT}${before}.${behind}`;
        assert.deepEqual(await findings(`${cited} That is odd.`), []);
        assert.deepEqual(await findings(`${cited} ${OTHER}.`), [`uncited-argument: ${OTHER}.`]);
      }
      for (const wrong of [` ${cite('236')}.`, `. ${cite('236')}`]) {
        const [found, ...others] = await findings(`Dates matter. ${STATEMENT}${wrong} That is odd.`);
        assert.match(found ?? '', /^locator-mismatch: (?:[pS]\. )?236$/);
        assert.deepEqual(others, []);
      }
    });

    test(`${form}, behind a quotation that ends like a sentence`, async () => {
      for (const quotation of [`“${QUOTED}!”`, `"${QUOTED} …"`, `« ${QUOTED}… »`, `“*${QUOTED}!*”`])
        assert.deepEqual(await findings(`It ${quotation} ${cite('119')}, which is odd.`), [], quotation);
    });
  }

  for (const [form, note] of Object.entries(NOTES)) {
    test(`${form} in a note`, async () => {
      const cited = (page: string) => `${STATEMENT}.[^1]\n\n[^1]: ${note(page)}`;
      assert.deepEqual(await findings(cited('36')), []);
      assert.match((await findings(cited('236'))).join(), /^locator-mismatch: [^,]*236[^,]*$/);
    });
  }

  test('the page of an argument that a sentence only shares its topic with is not held against it', async () => {
    const topic = 'Farmers in Alberta liked the company, which had never defaulted on a promise so far';
    assert.deepEqual(await findings(`${topic} (Whitmore and Hale 50).`), []);
  });

  test('ibid. in brackets is of the work cited before', async () => {
    const first = `${STATEMENT} (Whitmore and Hale 36).`;
    for (const again of ['(ibid., p. 107)', '(Ibid. 107)', '(*ibid.*: 107)', '(op. cit., p. 107)'])
      assert.deepEqual(await findings(`${first}\n\n${OTHER} ${again}.`), [], again);
    assert.deepEqual(await findings(`${first}\n\n${OTHER} (ibid., p. 170).`), ['locator-mismatch: p. 170']);
    assert.deepEqual(await findings(`${first}\n\n“${QUOTED}”, one reads (ibid., p. 119).`), []);
  });

  test('of several pages each answers for what is on it', async () => {
    for (const cite of ['(Whitmore and Hale 36; 107)', '(Whitmore and Hale 107; on the farmers see 36)']) {
      const text = `${STATEMENT}, and bondholders in Amsterdam organised the first committee of inspection`;
      assert.deepEqual(await findings(`${text} ${cite}.`), [], cite);
    }
  });

  test('a sentence may begin with a narrative citation', async () => {
    const named = `@whitmore1988 [p. 119] write that it “${QUOTED}”.`;
    assert.deepEqual(await findings(`${OTHER}. ${named}`), [`uncited-argument: ${OTHER}.`]);
  });

  test('a sentence that is marked for a citation is reported once', async () => {
    assert.deepEqual(await findings(`${OTHER} CITENEEDED. So it goes.`), ['citation-needed: CITENEEDED']);
    assert.deepEqual(await findings(`${OTHER}. [citation needed]`), ['citation-needed: [citation needed]']);
    assert.deepEqual(await findings(`${OTHER}. So it goes CITENEEDED.`), [
      `uncited-argument: ${OTHER}.`,
      'citation-needed: CITENEEDED',
    ]);
  });

  test('a page alone before another work, and a year alone, go on with the work before', async () => {
    const okonkwo = 'Missionaries bought up land along the surveyed route three years in advance';
    const start = `Okonkwo (2011) knows more. Whitmore and Hale (1988) say little. ${STATEMENT}`;
    for (const cite of ['(p. 36; compare Okonkwo 64)', '(36; cf. Okonkwo 2011, 64)']) {
      assert.deepEqual(await findings(`${start} ${cite}. ${OTHER} (107).`), [], cite);
      assert.deepEqual(await findings(`${start} ${cite}. ${OTHER} (170).`), ['locator-mismatch: 170'], cite);
    }
    const years = `${start} (1988, 36). ${okonkwo} (2011, 64). ${OTHER}`;
    assert.deepEqual(await findings(`${years} (1988, 107).`), []);
    assert.deepEqual(await findings(`${years} (1988, 170).`), ['locator-mismatch: 170']);
  });

  test('an unknown key covers what is on its page, and nothing that is on another', async () => {
    const closing = `${STATEMENT} [@whitmor1988, p. 36].`;
    assert.deepEqual(await findings(`${OTHER}. ${closing}`), [
      `uncited-argument: ${OTHER}.`,
      'unknown-citekey: @whitmor1988',
    ]);
    assert.deepEqual(await findings(`${OTHER}. So it goes [@whitmor1988, p. 36].`), [
      'unknown-citekey: @whitmor1988',
    ]);
  });
});

suite('Quotations and what stands around them', () => {
  test('a word that only ends like a contraction is no lost denial', async () => {
    assert.deepEqual(await findings(`It “${QUOTED}” (Whitmore and Hale 119).`), []);
    const split =
      '« Six jours suffirent », dit-elle, « pour faire de la côte une ville ennemie » [@okonkwo2011, p. 121].';
    assert.deepEqual(await findings(split), []);
    const within =
      '« Six jours suffirent, écrit-elle, pour faire de la côte une ville ennemie » [@okonkwo2011, p. 121].';
    assert.deepEqual(await findings(within), []);
    assert.deepEqual(await findings(within.replace('écrit-elle', 'note Okonkwo')), []);
    assert.match(String(await findings(within.replace('écrit-elle', 'sans doute'))), /^misquotation: /);
    const lost = 'The company “run trains so much as it ran rumours” (Whitmore and Hale 41–2).';
    assert.deepEqual(await findings(lost), ['misquotation: “run trains so much as it ran rumours”']);
  });

  test('emphasis just inside the marks is no space', async () => {
    for (const [open, close] of [
      ['"*', '*"'],
      ["'*", "*'"],
      ['“_', '_”'],
      ['*"', '"*'],
      ['**“', '”**'],
    ] as const) {
      const quoted = (words: string) => `One may doubt that ${open}${words}${close}, as "they" say`;
      assert.deepEqual(await findings(`${quoted(QUOTED)} (Whitmore and Hale 119).`), [], open);
      const [found] = await findings(
        `${quoted(QUOTED.replace('content', 'happy'))} (Whitmore and Hale 119).`,
      );
      assert.match(found ?? '', /^misquotation: /, open);
    }
  });

  test('of two words one may be the counterpart of the notes’ word, or has nothing to do with it', async () => {
    assert.deepEqual(await findings('Its “spiritual inferiority” was plain (Whitmore and Hale 210).'), [
      'misquotation: “spiritual inferiority”',
    ]);
    assert.deepEqual(
      await findings('Its “spiritual” and “spiritual needs” were few (Whitmore and Hale 210).'),
      [],
    );
  });

  test('many words that the notes do not mark as quoted are misattributed just as well', async () => {
    const words = 'bought up land along the surveyed route three years in advance';
    assert.deepEqual(await findings(`Some “${words}” (Whitmore and Hale 64).`), [
      `misattributed-quotation: “${words}”`,
    ]);
    assert.deepEqual(await findings('Some “bought up land” early (Whitmore and Hale 64).'), []);
  });
});
