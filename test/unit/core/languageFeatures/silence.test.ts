import assert from 'node:assert/strict';
import { EssayDocument } from '../../../../src/core/essay/essayDocument';
import { explainSilence, type SilenceFacts } from '../../../../src/core/languageFeatures/silence';
import { english } from '../../../../src/core/util/localize';
import { openInMemory, sampleFiles } from '../../../support/sample';

async function explain(facts: Partial<SilenceFacts>, files = sampleFiles()) {
  const library = await openInMemory(files).marginalia.library();
  return explainSilence({ library, whileTyping: true, hover: true, ...facts }, english);
}

const essay = { name: 'draft.md', languageId: 'markdown', isEssay: true };
const problems = (findings: Awaited<ReturnType<typeof explain>>) =>
  findings.filter(({ state }) => state === 'problem').map(({ text, remedy }) => [text, remedy?.command]);

suite('Why nothing is shown', () => {
  test('in the prose of an essay, with notes and bibliography, nothing is wrong', async () => {
    const findings = await explain({ document: essay, place: 'prose' });
    assert.deepEqual(problems(findings), []);
    assert.ok(findings.some(({ text }) => text === 'Your notes hold 31 arguments. Notes files: 1'));
  });

  test('another language mode, a notes file, and code are each said, with the remedy', async () => {
    const mode = await explain({ document: { ...essay, languageId: 'plaintext', isEssay: false } });
    assert.deepEqual(problems(mode), [
      [
        '“draft.md” is not in the language mode Markdown: Marginalia is silent here.',
        'workbench.action.editor.changeLanguageMode',
      ],
    ]);
    const notes = await explain({ document: { ...essay, isEssay: false } });
    assert.match(String(problems(notes)[0]?.[0]), /counts as notes/);
    const code = await explain({ document: essay, place: 'code' });
    assert.match(String(problems(code)[0]?.[0]), /in code/);
    assert.match(String(problems(await explain({}))[0]?.[0]), /No editor is active/);
  });

  test('missing notes and settings that are off are problems that lead to their remedy', async () => {
    const findings = await explain({ document: essay, place: 'prose', whileTyping: false, hover: false }, {});
    assert.deepEqual(
      problems(findings).map(([, command]) => command),
      [
        'workbench.action.openSettings',
        'marginalia.createNotesFolder',
        'workbench.action.openSettings',
        'workbench.action.openSettings',
      ],
    );
  });

  test('the nearest arguments are named, with what they share and whether they are shown', async () => {
    const { marginalia } = openInMemory(sampleFiles());
    const text = 'The Chinese had volunteers.\n\nStalin passes the buck to the Chinese with volunteers.';
    const draft = EssayDocument.read(text);
    const weak = await marginalia.nearMisses(draft, 5);
    assert.equal(weak?.words, 'The Chinese had volunteers.');
    const certain = await marginalia.nearMisses(draft, text.length);
    assert.ok(certain?.candidates[0]?.isShown);
    const findings = await explain({ document: essay, place: 'prose', compared: certain });
    const [first] = findings.filter(({ group }) => group === 'candidates');
    assert.match(first?.detail ?? '', /^\d+% certain: shown\. It shares: /);
    assert.equal(first?.remedy?.command, 'marginalia.openArgument');
    assert.equal(await marginalia.nearMisses(EssayDocument.read('# Title'), 3), undefined);
  });
});
