import assert from 'node:assert/strict';
import { CompletionRequests } from '../../../../src/core/editor/completionRequests';

/** Requests about one document, at a time that the test sets. */
function start() {
  const clock = { now: 1_000_000 };
  const document = { version: 1 };
  const requests = new CompletionRequests(() => clock.now);
  const type = (milliseconds = 0) => {
    document.version++;
    requests.typed();
    clock.now += milliseconds;
  };
  return { clock, document, requests, type };
}

suite('Whose a request for completions is', () => {
  test('the user’s, unless it was told to come', () => {
    const { requests, document, type } = start();
    type(1000);
    assert.equal(requests.isUnasked(document, 'invoked'), false);
    assert.equal(requests.isOurs(document), false);
    requests.expect(document);
    type(1000);
    assert.equal(requests.isUnasked(document, 'invoked'), true);
    assert.equal(requests.isOurs(document), true);
    assert.equal(requests.isUnasked({ version: 1 }, 'invoked'), false, 'another document');
  });

  test('a list that is filled anew is whose it was', () => {
    const { requests, document, type } = start();
    type(1000);
    requests.isUnasked(document, 'invoked');
    type();
    assert.equal(requests.isUnasked(document, 'incomplete'), false);
    requests.expect(document);
    requests.isUnasked(document, 'invoked');
    type();
    assert.equal(requests.isUnasked(document, 'incomplete'), true);
    assert.equal(
      requests.isUnasked(document, 'invoked'),
      true,
      'as when some extension registers completions',
    );
  });

  test('the editor’s own, where the answer came so late that the next word has been begun', () => {
    const { requests, document, type, clock } = start();
    requests.expect(document);
    requests.isUnasked(document, 'invoked');
    type(1000);
    assert.equal(requests.isUnasked(document, 'invoked'), true);
    clock.now += 10_000;
    type(1000);
    assert.equal(requests.isUnasked(document, 'invoked'), false);
  });

  test('the editor’s own, right after a letter, as behind the full stop that opens a list of paths', () => {
    const { requests, document, type, clock } = start();
    type(50);
    assert.equal(requests.isUnasked(document, 'invoked'), true);
    assert.equal(requests.isOurs(document), false);
    clock.now += 1000;
    assert.equal(
      requests.isUnasked(document, 'invoked'),
      false,
      'the second one is a key that is pressed again',
    );
  });

  test('the user’s, as soon as the user’s own key tells it', () => {
    const { requests, document, type } = start();
    requests.expect(document);
    requests.isUnasked(document, 'invoked');
    type();
    requests.expect(document);
    requests.expectUser();
    assert.equal(requests.isUnasked(document, 'invoked'), false);
    type();
    assert.equal(requests.isUnasked(document, 'incomplete'), false);
  });

  test('nobody’s, where a character stands in prose that triggers elsewhere', () => {
    const { requests, document } = start();
    assert.equal(requests.isUnasked(document, 'character'), true);
  });
});
