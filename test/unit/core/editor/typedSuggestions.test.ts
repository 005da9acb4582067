import assert from 'node:assert/strict';
import { type SuggestWidget, TypedSuggestions } from '../../../../src/core/editor/typedSuggestions';

interface Draft {
  version: number;
  text: string;
}

/** Types into a draft whose phrases, by the text that they end with, begin where the test says. */
function start(phrases: Readonly<Record<string, number>> = {}, pages: readonly string[] = []) {
  const draft: Draft = { version: 1, text: '' };
  const clock = { now: 1_000_000 };
  const events: string[] = [];
  const note = (event: string) => Promise.resolve(events.push(event));
  const known = new Map(Object.entries(phrases));
  const widget: SuggestWidget<Draft> = {
    open(document) {
      suggestions.isUnasked(document, 'invoked');
      return note(`open at “${document.text}”`);
    },
    close: () => note('close'),
    setOurs: (isOurs) => note(isOurs ? 'ours' : 'not ours'),
    setTriggered: (isTriggered) => note(isTriggered ? 'triggered' : 'not triggered'),
    cursorIn: (document) => (document === draft ? draft.text.length : undefined),
    findPhrase: ({ text }) => Promise.resolve(known.get(text)),
    hasPages: ({ text }) => Promise.resolve(pages.includes(text)),
  };
  const suggestions: TypedSuggestions<Draft> = new TypedSuggestions(widget, () => clock.now);
  const type = (text: string, isOn = true) => {
    draft.version++;
    draft.text += text;
    return suggestions.typed({ document: draft, text, cursor: draft.text.length, isOn });
  };
  const opened = () => events.filter((event) => event.startsWith('open'));
  return { suggestions, draft, clock, events, known, type, opened };
}

suite('Lists that open while typing', () => {
  test('a confident match opens one, whose keys work before it is there', async () => {
    const { type, events } = start({ ab: 0 });
    await type('a');
    assert.deepEqual(events, []);
    await type('b');
    assert.deepEqual(events, ['ours', 'open at “ab”']);
  });

  for (const [what, text, isOn] of [
    ['a space', ' ', true],
    ['a full stop', '.', true],
    ['pasted text', 'ab', true],
    ['a letter, if the settings want none', 'b', false],
  ] as const) {
    test(`${what} opens none`, async () => {
      const { type, events } = start({ [text]: 0 });
      await type(text, isOn);
      assert.deepEqual(events, []);
    });
  }

  test('a letter that is typed over before it is answered opens none', async () => {
    const { type, opened } = start({ a: 0, ab: 0 });
    await Promise.all([type('a'), type('b')]);
    assert.deepEqual(opened(), ['open at “ab”']);
  });

  test('a list that the editor has filled by itself is not opened again', async () => {
    const { type, suggestions, draft, opened } = start({ a: 0, ab: 0 });
    await type('a');
    const typed = type('b');
    suggestions.isUnasked(draft, 'incomplete');
    await typed;
    assert.deepEqual(opened(), ['open at “a”']);
  });

  test('a phrase whose list was closed stays closed, the next phrase does not', async () => {
    const { type, suggestions, draft, opened } = start({ a: 0, ab: 0, abc: 0, 'abc d': 4 });
    await type('a');
    suggestions.answered(draft, 0, false);
    await type('b');
    await type('c');
    assert.deepEqual(opened(), ['open at “a”']);
    await type(' ');
    await type('d');
    assert.deepEqual(opened(), ['open at “a”', 'open at “abc d”']);
  });

  test('notes that are read later answer the last letter, unless the cursor has left it', async () => {
    const { type, suggestions, draft, known, clock, opened } = start();
    await type('a');
    known.set('a', 0);
    await suggestions.libraryChanged();
    assert.deepEqual(opened(), ['open at “a”']);
    await suggestions.libraryChanged();
    assert.equal(opened().length, 1, 'once');

    await type('b');
    draft.text += 'c';
    known.set('abc', 0);
    await suggestions.libraryChanged();
    assert.equal(opened().length, 1, 'the cursor is elsewhere');

    await type('d');
    known.set('abcd', 0);
    clock.now += 60_000;
    await suggestions.libraryChanged();
    assert.equal(opened().length, 1, 'too late');
  });

  test('a letter from before there was anybody to take it is answered, unless that is long ago', async () => {
    const { suggestions, draft, clock, opened, known } = start({ a: 0 });
    draft.text = 'a';
    const keystroke = { document: draft, text: 'a', cursor: 1, isOn: true };
    await suggestions.typedEarlier(keystroke, clock.now - 60_000);
    await suggestions.typedEarlier({ ...keystroke, isOn: false }, clock.now);
    await suggestions.typedEarlier({ ...keystroke, text: ' ' }, clock.now);
    await suggestions.typedEarlier({ ...keystroke, cursor: 0 }, clock.now);
    assert.deepEqual(opened(), []);
    await suggestions.typedEarlier(keystroke, clock.now - 5000);
    assert.deepEqual(opened(), ['open at “a”']);

    draft.text = 'ab';
    draft.version++;
    await suggestions.typedEarlier({ ...keystroke, text: 'b', cursor: 2 }, clock.now - 5000);
    assert.equal(opened().length, 1, 'nothing has been read yet');
    known.set('ab', 0);
    await suggestions.libraryChanged();
    assert.deepEqual(opened(), ['open at “a”', 'open at “ab”']);
  });

  test('a comma opens the pages of a citation, also where lists while typing are off', async () => {
    const { type, opened } = start({}, ['[@a,']);
    await type('[@a', false);
    await type(',', false);
    assert.deepEqual(opened(), ['open at “[@a,”']);
  });

  test('nothing to list closes a list of ours, and no other', async () => {
    const { type, suggestions, draft, events } = start({ a: 0 });
    assert.equal(await suggestions.withdraw(draft), false);
    assert.deepEqual(events, ['not triggered']);
    await type('a');
    assert.equal(await suggestions.withdraw(draft), true);
    assert.deepEqual(events, ['not triggered', 'ours', 'open at “a”', 'close', 'not ours', 'not triggered']);
  });

  test('Enter takes a row only of a list that a trigger has opened', () => {
    const { suggestions, draft, events } = start();
    suggestions.answered(draft, 0, false);
    suggestions.answered(draft, undefined, true);
    assert.ok(!events.includes('triggered'));
    suggestions.answered(draft, 0, true);
    assert.ok(events.includes('triggered'));
  });

  test('who asks is not taken for the editor, even right after a letter', async () => {
    const { type, suggestions, draft } = start();
    await type('a');
    suggestions.expectUser();
    assert.equal(suggestions.isUnasked(draft, 'invoked'), false);
  });
});
