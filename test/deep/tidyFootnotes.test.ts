import assert from 'node:assert/strict';
import { EssayDocument } from '../../src/core/essay/essayDocument';
import { emptyRecord } from '../../src/core/essay/notes/noteRecord';
import { Desk } from '../support/citationDesk';

suite('Tidy footnotes', () => {
  for (const lost of [false, true])
    test(`200 random orders of the paragraphs${lost ? ', the record lost' : ''}: one full note a work, at its first use`, () => {
      let seed = 7;
      const random = (below: number) => (seed = (seed * 48271) % 2147483647) % below;
      const own = ['I owe this to Dr Smith.', 'Compare my chapter 2 – *not* Zubok and Pleshakov.'];
      const paragraphs = Array.from(
        { length: 9 },
        (_, index) => `Paragraph ${index}.[^${2 * index + 1}] More.[^${2 * index + 2}]`,
      );
      const short: Readonly<Record<string, string>> = {
        zubok1996: 'Zubok and Pleshakov, *Inside the Kremlin’s Cold War*',
        gaddis2005: 'Gaddis, *The Cold War*',
        gaddis1997: 'Gaddis, *We Now Know*',
        leffler1984: 'Leffler, “The American Conception of National Security,”',
      };
      const full: Readonly<Record<string, RegExp>> = {
        zubok1996: /^Vladislav Zubok and .*Harvard University Press, 1996\), (\d+)\.$/,
        gaddis2005: /^John Gaddis, \*The Cold War: A New History\* \(Penguin, 2005\), (\d+)\.$/,
        gaddis1997: /^John Gaddis, \*We Now Know: Rethinking Cold War History\*, 1997, (\d+)\.$/,
        leffler1984: /^Melvyn Leffler, .*\*American Historical Review\*, 1984, (\d+)\.$/,
      };
      // Without the record “Gaddis, 5.” would be unclear.
      const ids = Object.keys(short).filter((id) => !lost || id !== 'gaddis1997');
      const keyOf = new Map<string, string>();
      const definitions = Array.from({ length: 18 }, (_, index) => {
        const label = index + 1;
        if (label % 7 === 0) return `[^${label}]: ${own[label % 2] ?? ''}`;
        const id = ids[random(ids.length)] ?? '';
        keyOf.set(String(100 + label), id);
        return `[^${label}]: ${short[id] ?? ''} ${100 + label}.`.replace('* ', '*, ').replace('”, ', '” ');
      });
      const desk = new Desk();
      let text = desk.tidy(`${paragraphs.join('\n\n')}\n\n${definitions.join('\n')}\n`);
      for (let round = 0; round < 200; round++) {
        const blocks = text.trimEnd().split('\n\n');
        for (let index = blocks.length - 1; index > 0; index--) {
          const other = random(index + 1);
          [blocks[index], blocks[other]] = [blocks[other] ?? '', blocks[index] ?? ''];
        }
        if (lost) desk.record = emptyRecord;
        text = desk.tidy(`${blocks.join('\n\n')}\n`);
        const { references, definitions: notes } = EssayDocument.read(text).footnotes;
        assert.deepEqual(
          references.map(({ label }) => label),
          references.map((_, index) => String(index + 1)),
        );
        assert.deepEqual(
          notes.map(({ label }) => label),
          references.map(({ label }) => label),
        );
        const seen = new Set<string>();
        for (const { text: note = '' } of references) {
          if (own.includes(note)) continue;
          const page = /(\d+)\.$/.exec(note)?.[1] ?? '';
          const id = keyOf.get(page) ?? '';
          assert.equal(full[id]?.test(note), !seen.has(id), note);
          seen.add(id);
        }
        assert.equal(references.filter(({ text: note = '' }) => own.includes(note)).length, 2);
        assert.equal(seen.size, new Set(keyOf.values()).size);
        if (round % 20 === 0) assert.equal(desk.tidy(text), text);
      }
    });
});
