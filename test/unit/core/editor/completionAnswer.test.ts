import assert from 'node:assert/strict';
import {
  answerCompletionRequest,
  type CompletionRequest,
  type CompletionSource,
} from '../../../../src/core/editor/completionAnswer';
import { EssayDocument } from '../../../../src/core/essay/essayDocument';
import type { CancellationToken } from '../../../../src/core/util/cancellation';
import { neverCancelled } from '../../../../src/core/util/cancellation';
import { withCursor } from '../../../support/cursor';

const span = (start: number) => ({ start, end: start + 1 });

interface Found {
  /** Where the phrases begin that arguments complete. */
  readonly phrases?: readonly number[];
  /** Where the citation begins that works complete. */
  readonly citation?: number;
}

function sourceOf({ phrases = [], citation }: Found, asks: boolean[] = []): CompletionSource {
  return {
    completions(_essay, _offset, { asked }) {
      asks.push(asked);
      const row = { argument: 'a', label: 'A', description: '', confidence: 1 };
      return Promise.resolve(phrases.map((at) => ({ ...row, replaces: span(at) })));
    },
    citationCompletions: () =>
      Promise.resolve(
        citation === undefined
          ? undefined
          : [{ label: '@a', description: '', insert: '@a', replaces: span(citation) }],
      ),
  };
}

async function answer(
  marked: string,
  found: Found,
  request: Partial<CompletionRequest> = {},
  token: CancellationToken = neverCancelled,
) {
  const { text, offset } = withCursor(marked);
  const asks: boolean[] = [];
  const all = { asked: false, byCharacter: false, trigger: ';;', suggestsWords: false, ...request };
  const given = await answerCompletionRequest(
    sourceOf(found, asks),
    EssayDocument.read(text),
    offset,
    all,
    token,
  );
  return { kind: given?.kind, rows: given && 'rows' in given ? given.rows.length : 0, given, asks };
}

suite('A request for completions', () => {
  test('in a citation gets works, and Enter may take one', async () => {
    const { given, asks } = await answer('See [@a|', { citation: 5, phrases: [0] });
    assert.equal(given?.kind === 'citations' && given.isTriggered, true);
    assert.deepEqual(asks, []);
  });

  test('in prose gets arguments, which Enter leaves alone', async () => {
    const { given } = await answer('Stalin p|', { phrases: [0] }, { asked: true });
    assert.equal(given?.kind === 'arguments' && !given.isTriggered && given.rows.length, 1);
  });

  test('behind the trigger gets arguments that Enter may take', async () => {
    const { given } = await answer('So ;;stalin|', { phrases: [3] });
    assert.equal(given?.kind === 'arguments' && given.isTriggered, true);
  });

  test('that a character of the trigger makes in prose is left to others', async () => {
    const { kind, asks } = await answer('Stalin p;|', { phrases: [0] }, { byCharacter: true });
    assert.equal(kind, undefined);
    assert.deepEqual(asks, []);
    const whole = await answer('So ;;|', { phrases: [3] }, { byCharacter: true });
    assert.equal(whole.kind, 'arguments');
    const none = await answer('So ;|', { phrases: [3] }, { byCharacter: true, trigger: '' });
    assert.equal(none.kind, undefined);
  });

  test('that nobody made, with nothing to offer, is met with silence', async () => {
    assert.equal((await answer('The weather|', {})).kind, 'silence');
  });

  test('with nothing to offer is left to others where the user asked, or wants words', async () => {
    for (const wish of [{ asked: true }, { suggestsWords: true }]) {
      const { kind, rows } = await answer('The weather|', {}, wish);
      assert.deepEqual([kind, rows], ['arguments', 0]);
    }
  });

  test('that is cancelled gets no answer', async () => {
    const cancelled = { isCancellationRequested: true };
    assert.equal((await answer('See [@a|', { citation: 5 }, {}, cancelled)).kind, undefined);
    assert.equal((await answer('Stalin p|', { phrases: [0] }, {}, cancelled)).kind, undefined);
  });
});
