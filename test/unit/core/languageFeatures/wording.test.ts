import assert from 'node:assert/strict';
import { quotedPhrase, wordsOf } from '../../../../src/core/languageFeatures/quotedPhrase';
import { argumentWords } from '../../../../src/core/languageFeatures/wording';
import type { Argument } from '../../../../src/core/notes/outline';
import { openInMemory, SAMPLE_NOTES, sampleFiles } from '../../../support/sample';

async function stubOf(beginning: string, files = sampleFiles()) {
  const { marginalia } = openInMemory(files);
  const all = [...(await marginalia.library()).arguments.values()];
  const shown = all.find(({ argument }) => argument.text.startsWith(beginning));
  assert.ok(shown);
  const words = argumentWords(shown, 'stub');
  return words && [words.text, words.text.slice(words.placeholder?.start, words.placeholder?.end)];
}

const place = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
const argument = (text: string, kind: Argument['kind'] = 'paraphrase'): Argument => {
  return { id: 'a1', text, handle: text, kind, range: place, source: 's1' };
};

suite('Wording', () => {
  test('a stub names the authors and leaves the wording to be rewritten', async () => {
    assert.deepEqual(await stubOf('He wanted to firm up'), [
      'Zubok and Pleshakov argue that he wanted to firm up the Soviet alliance with China',
      'he wanted to firm up the Soviet alliance with China',
    ]);
    assert.deepEqual(await stubOf('Stalin boycotts'), [
      "Zubok and Pleshakov argue that Stalin boycotts UN to show solidarity with China; didn't expect the US to appeal to the UN when the Korean war began.",
      "Stalin boycotts UN to show solidarity with China; didn't expect the US to appeal to the UN when the Korean war began.",
    ]);
  });

  test('a stub without a bibliography names whom the notes name, and nobody else', async () => {
    const [text = ''] =
      (await stubOf('Germany', { [SAMPLE_NOTES]: sampleFiles()[SAMPLE_NOTES] ?? '' })) ?? [];
    assert.match(
      text,
      /^(?:Zubok and Pleshakov argue that|According to Zubok and Pleshakov,) Germany rearmed$/,
    );
    const lecture = { 'notes/lecture.txt': 'Lecture 3\n\nWhat did Mao want?\n\nHe wanted air cover\n' };
    assert.match((await stubOf('He wanted', lecture))?.[0] ?? '', /^According to .*, he wanted air cover$/);
  });

  test('quotations are to the letter, and no paraphrase is made one', () => {
    assert.equal(quotedPhrase(argument('Stalin "passes the buck" to the Chinese')), '"passes the buck"');
    assert.equal(
      quotedPhrase(argument('He believed in “spiritual superiority” and «élan»')),
      '“spiritual superiority”',
    );
    assert.equal(quotedPhrase(argument('Germany rearmed')), undefined);
    assert.equal(quotedPhrase(argument('I doubt the "facts" here', 'comment')), undefined);
    assert.equal(quotedPhrase(argument('We won.', 'quotation')), '“We won.”');
    assert.equal(wordsOf(argument('"We won."', 'quotation')), '"We won."');
    assert.equal(wordsOf(argument('Germany rearmed')), 'Germany rearmed');
  });
});
