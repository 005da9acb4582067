import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { EssayDocument } from '../../../../src/core/essay/essayDocument';
import { type ArgumentsPanel, StaleList } from '../../../../src/core/panel/argumentsPanel';
import type { ListAnswer } from '../../../../src/core/panel/protocol';
import { RememberedArguments } from '../../../../src/core/panel/rememberedArguments';
import type { InMemoryFile } from '../../../support/inMemoryWorkspace';
import { openInMemory, SAMPLE_DRAFT, sampleFiles } from '../../../support/sample';

const related = { kind: 'list', query: '', all: false, paused: false } as const;

function openPanel(files?: Readonly<Record<string, InMemoryFile>>) {
  const { marginalia, workspace } = openInMemory(files);
  const stored = new Map<string, unknown>();
  const storage = {
    get: (key: string) => stored.get(key),
    update: (key: string, value: unknown) => Promise.resolve(void stored.set(key, value)),
  };
  const remembered = (key: string) => new RememberedArguments(storage, key);
  const marks = { pinned: remembered('pinned'), leftOut: remembered('leftOut') };
  return { marginalia, workspace, marks, panel: marginalia.panel.arguments(marks) };
}

/** The list while the cursor stands behind `words` of the essay. */
async function listBehind(panel: ArgumentsPanel, text: string, words: string): Promise<ListAnswer> {
  const at = text.indexOf(words);
  assert.ok(at >= 0, words);
  panel.follow({ essay: EssayDocument.read(text), offset: at + words.length });
  return panel.list(related);
}

/** The texts of the section's cards. */
function section(answer: ListAnswer, kind: string): string[] {
  let from = 0;
  for (const { kind: own, count } of answer.sections) {
    if (own === kind) return answer.cards.slice(from, from + count).map(({ text }) => text);
    from += count;
  }
  return [];
}

suite('Arguments panel', () => {
  const draft = readFileSync(SAMPLE_DRAFT, 'utf8');

  // Labelled by reading draft and notes, before the list was looked at: the arguments that the sentence makes, by how
  // they begin; of those named in `either`, one place among the loosely related will do.
  const sentences: readonly { at: string; makes: readonly string[]; either?: readonly string[] }[] = [
    { at: 'In the spring of 1950', makes: [] },
    { at: 'Only a year before', makes: [] },
    { at: 'This essay asks', makes: [] },
    {
      at: 'The Soviet Union now had',
      makes: ['American officials indicate', 'US might not defend'],
      either: ['As of 1949, Soviets have deterrent'],
    },
    { at: 'Time mattered as well', makes: ['Korea had to be captured'] },
    { at: 'None of this made', makes: [] },
    { at: 'Ideology pulled', makes: [], either: ['Re-division of spheres'] },
    { at: 'Stalin feared ceding', makes: ['Stalin feared "putting the breaks"'] },
    { at: 'When the North Korean army', makes: ['North Korean army is pushed back'] },
    { at: 'Stalin was determined', makes: ['Stalin is determined to avoid war'] },
    { at: 'Mao, for his part', makes: ['BUT – he wants the best deal'] },
  ];

  test('the list follows the sentences of the sample draft', async () => {
    const { panel } = openPanel();
    for (const { at, makes, either = [] } of sentences) {
      const answer = await listBehind(panel, draft, at);
      const fits = section(answer, 'fits');
      const loose = section(answer, 'loose');
      for (const opening of makes)
        assert.ok(
          fits.some((text) => text.startsWith(opening)),
          `${at}: ${fits.join(' | ')}`,
        );
      for (const opening of either)
        assert.ok(
          [...fits, ...loose].some((text) => text.startsWith(opening)),
          `${at}: ${loose.join(' | ')}`,
        );
      if (makes.length === 0 && either.length === 0) assert.deepEqual(fits, [], at);
      if (makes.length > 0) assert.ok(fits[0]?.startsWith(makes[0] ?? ''), `${at}: ${fits[0]}`);
      assert.ok(answer.sentence?.startsWith(at), answer.sentence);
    }
  });

  test('a card shows what it leans on, its points, its question, and what the essay does with it', async () => {
    const { panel, marginalia } = openPanel();
    await listBehind(panel, draft, 'Time mattered');
    await new Promise<void>((resolve) => marginalia.panel.onDidChangeCoverage(resolve));
    const { cards } = await panel.list({ ...related, query: 'Stalin feared putting the breaks' });
    const card = cards.find(({ text }) => text.startsWith('Stalin feared "putting'));
    assert.deepEqual(
      card?.points.map(({ text }) => text),
      ['Doing so might tempt the Chinese to exert their power in the region'],
    );
    assert.match(card?.question ?? '', /^Why did Stalin decide/);
    assert.equal(card?.source, 'Zubok and Pleshakov');
    assert.equal(card?.use, 'uncited');
    assert.deepEqual(card?.why.slice(0, 2), ['Stalin', 'feared']);
    const [korea] = (await panel.list({ ...related, query: 'captured before Japan' })).cards;
    assert.equal(korea?.use, 'uncited');
    const [point] = (await panel.list({ ...related, query: '"Doing so might tempt"' })).cards;
    assert.match(point?.leansOn.join() ?? '', /^Stalin feared/);
  });

  test('conditions alone list all that meet them; `used:` follows the essay', async () => {
    const { panel } = openPanel();
    await listBehind(panel, draft, 'Time mattered');
    const count = async (query: string) => (await panel.list({ ...related, query })).sections[0]?.count ?? 0;
    assert.equal(await count('source:zubok'), 31);
    assert.equal((await count('used:yes')) + (await count('used:no')), 31);
    assert.ok((await count('used:yes')) >= 5);
  });

  test('says what is missing', async () => {
    const hint = async (files: Readonly<Record<string, InMemoryFile>>) =>
      (await openPanel(files).panel.list(related)).hint;
    assert.equal(await hint({}), 'notesFolderMissing');
    assert.equal(await hint({ 'notes/empty.txt': '' }), 'noNotes');
    assert.equal(await hint(sampleFiles()), 'noEssay');
    const { panel } = openPanel();
    assert.equal((await panel.list({ ...related, query: 'zzzyx' })).hint, 'noMatch');
    assert.equal((await listBehind(panel, draft, 'Only a year')).hint, 'nothingRelated');
    assert.equal((await panel.list({ ...related, all: true })).sections[0]?.count, 31);
  });

  test('following says whether anything else is asked now', () => {
    const { panel } = openPanel();
    const essay = EssayDocument.read(draft);
    const at = (words: string) => ({ essay, offset: draft.indexOf(words) });
    assert.equal(panel.follow(at('Time mattered')), true);
    assert.equal(panel.follow(at('mattered as well')), false);
    assert.equal(panel.follow(at('None of this')), true);
    assert.equal(panel.follow(undefined), true);
    assert.equal(panel.follow(undefined), false);
  });

  test('more cards of a list; a list of notes that are gone is out of date', async () => {
    const { panel, workspace } = openPanel();
    const { list, cards } = await panel.list(related);
    assert.deepEqual(await panel.cards(list, 5, 7), cards.slice(5, 7));
    await assert.rejects(panel.cards(list + 1, 0, 1), StaleList);
    workspace.change('notes/Zubok and Pleshakov Notes.txt', undefined);
    await assert.rejects(panel.cards(list, 0, 1), StaleList);
  });

  test('pinned arguments stay on top, known by their words', async () => {
    const { panel, marks, marginalia, workspace } = openPanel();
    const library = await marginalia.library();
    const pinned = [...library.arguments.values()].find(({ argument }) =>
      argument.text.includes('military romanticism'),
    );
    assert.ok(pinned);
    await marks.pinned.remember(pinned, true);
    workspace.change('notes/A new book.txt', 'Kennedy Notes\n\nWhy?\n\nGermany wanted a place in the sun\n');
    const answer = await panel.list(related);
    assert.deepEqual(section(answer, 'pinned'), [pinned.argument.text]);
    assert.equal(answer.cards[0]?.isPinned, true);
    await marks.pinned.remember(pinned, false);
    assert.deepEqual(section(await panel.list(related), 'pinned'), []);
  });

  test('both sides: what other sources say under the same question or one like it', async () => {
    const notes = (author: string, question: string, line: string) =>
      `${author} Notes\n\n${question}\n\n${line}\n`;
    const { panel } = openPanel({
      'notes/a.txt': notes(
        'Kennedy',
        'Why did Britain go to war in 1914?',
        'Naval rivalry made Germany an enemy',
      ),
      'notes/b.txt': notes('Ferguson', 'Why did Britain enter the war in 1914?', 'Grey misread German aims'),
      'notes/c.txt': notes(
        'Clark',
        'Why did Austria hold back in 1908?',
        'Conrad lacked the emperor’s consent',
      ),
    });
    const { cards } = await panel.list(related);
    const kennedy = cards.find(({ source }) => source === 'Kennedy');
    assert.equal(kennedy?.otherSources, 1);
    const others = await panel.otherSides(kennedy?.argument ?? '');
    assert.deepEqual(
      others.map(({ source, text }) => [source, text]),
      [['Ferguson', 'Grey misread German aims']],
    );
    assert.equal(cards.find(({ source }) => source === 'Clark')?.otherSources, 0);
  });
});
