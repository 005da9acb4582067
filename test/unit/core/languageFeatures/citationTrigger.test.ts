import assert from 'node:assert/strict';
import { EssayDocument } from '../../../../src/core/essay/essayDocument';
import { citationTriggerAt } from '../../../../src/core/languageFeatures/citationTrigger';
import { withCursor } from '../../../support/cursor';

function begun(marked: string) {
  const { text, offset } = withCursor(marked);
  const trigger = citationTriggerAt(EssayDocument.read(text), offset);
  return trigger && [trigger.kind, text.slice(trigger.span.start, trigger.span.end)];
}

suite('What is begun of a citation', () => {
  for (const [text, expected] of [
    ['@|', ['citekey', '@']],
    ['He hid [@zub|]', ['citekey', '@zub']],
    ['He hid [see -@zub|', ['citekey', '@zub']],
    ['(@kremlin cold|', ['citekey', '@kremlin cold']],
    ['[@a, p. 3; @zu|]', ['citekey', '@zu']],
    ['[@zubok1996,|]', ['locator', '']],
    ['[@zubok1996, |]', ['locator', ' ']],
    ['[@zubok1996, p. 6|]', ['locator', ' p. 6']],
    ['@zubok1996 [p. 6|]', ['locator', 'p. 6']],
    ['He hid.[^|]', ['footnote', '[^]']],
    ['He hid.[^1|', ['footnote', '[^1']],
    ['[^1]: See @zub|', ['citekey', '@zub']],
    ['me@uni|', undefined],
    ['\\@zub|', undefined],
    ['@zubok1996, who|', undefined],
    ['@zubok1996, 6|', undefined],
    ['[@zubok1996, see|]', undefined],
    ['[^1] and |', undefined],
    ['`@zub|`', undefined],
    ['```\n[^|\n```', undefined],
    ['---\nnocite: @|\n---\n', undefined],
    ['[text](https://a.org/@zub|)', undefined],
    ['@one two three four five|', undefined],
  ] as const) {
    test(`${JSON.stringify(text)} → ${JSON.stringify(expected)}`, () =>
      assert.deepEqual(begun(text), expected));
  }
});
