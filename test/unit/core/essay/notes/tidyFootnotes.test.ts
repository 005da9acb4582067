import assert from 'node:assert/strict';
import { emptyRecord } from '../../../../../src/core/essay/notes/noteRecord';
import { chicago, Desk, withIbid, works } from '../../../../support/citationDesk';
import { zubok } from '../../citation/fixtures';

const FULL =
  'Vladislav Zubok and Constantine Pleshakov, *Inside the Kremlin’s Cold War: From Stalin to Khrushchev* (Cambridge, MA: Harvard University Press, 1996)';

suite('Tidy footnotes', () => {
  test('full and short forms follow the order of the text, and so do the numbers', () => {
    const desk = new Desk();
    const tidied = desk.tidy(
      `B.[^2] A.[^1] C.[^7]\n\n[^1]: ${FULL}, 63.\n[^2]: Zubok and Pleshakov, 64.\n[^7]: John Gaddis, *We Now Know: Rethinking Cold War History*, 1997, 5.\n`,
    );
    assert.equal(
      tidied,
      `B.[^1] A.[^2] C.[^3]\n\n[^1]: ${FULL}, 64.\n[^2]: Zubok and Pleshakov, 63.\n[^3]: John Gaddis, *We Now Know: Rethinking Cold War History*, 1997, 5.\n`,
    );
    assert.equal(desk.tidy(tidied), tidied);
    assert.deepEqual(desk.left, []);
  });

  test('the student’s own notes keep their words, names of notes stay, and several paragraphs move as one', () => {
    const text = [
      'One.[^9] Two.[^why] Three.[^2] Four.[^1]',
      '',
      '[^1]: Zubok and Pleshakov, 3.',
      '[^2]: I owe this to my *tutor*; see [^9].',
      '',
      '    And a second paragraph.',
      '[^why]: Zubok and Pleshakov, 5, but I doubt it.',
      `[^9]: See ${FULL}, 7; Leffler, “The American Conception of National Security,” 12.`,
      '',
    ].join('\n');
    const desk = new Desk();
    const tidied = desk.tidy(text);
    assert.equal(
      tidied,
      [
        'One.[^1] Two.[^why] Three.[^2] Four.[^3]',
        '',
        `[^1]: See ${FULL}, 7; Melvyn Leffler, “The American Conception of National Security,” *American Historical Review*, 1984, 12.`,
        '[^why]: Zubok and Pleshakov, 5, but I doubt it.',
        '[^2]: I owe this to my *tutor*; see [^1].',
        '',
        '    And a second paragraph.',
        '[^3]: Zubok and Pleshakov, *Inside the Kremlin’s Cold War*, 3.',
        '',
      ].join('\n'),
    );
    assert.equal(desk.tidy(tidied), tidied);
  });

  test('what several works could be is left, and said', () => {
    const desk = new Desk();
    const text = `A.[^1] B.[^2]\n\n[^1]: Gaddis, 5.\n[^2]: Ibid., 7.\n`;
    assert.equal(desk.tidy(text), text);
    assert.deepEqual(desk.left, ['unclear: Gaddis, 5.', 'unclear: Ibid., 7.']);
  });

  test('ibid. is resolved by the record, whatever has been moved', () => {
    const desk = new Desk();
    desk.style = withIbid;
    const first = desk.tidy(
      `A.[^1] B.[^2]\n\nC.[^3]\n\n[^1]: ${FULL}, 63.\n[^2]: Ibid., 64.\n[^3]: John Gaddis, *We Now Know: Rethinking Cold War History*, 1997, 5.\n`,
    );
    const moved = first.replace('A.[^1] B.[^2]\n\nC.[^3]', 'A.[^1]\n\nC.[^3] B.[^2]');
    const tidied = desk.tidy(moved);
    assert.match(tidied, /\[\^3\]: Zubok and Pleshakov, \*Inside the Kremlin’s Cold War\*, 64\.\n$/);
    // Undone, the older labels and texts count again.
    assert.equal(desk.tidy(moved), tidied);
    desk.record = emptyRecord;
    desk.tidy(moved);
    assert.deepEqual(desk.left, ['unclear: Ibid., 64.']);
  });

  test('the student’s full note is the first mention, a passing remark is none', () => {
    const own = 'Like Zubok and Pleshakov, I think';
    const desk = new Desk();
    assert.match(
      desk.tidy(`A.[^1] B.[^2]\n\n[^1]: ${own}.\n[^2]: Zubok and Pleshakov, 5.\n`),
      /\[\^2\]: Vladislav/,
    );
    const full = `${own}: see V. Zubok and C. Pleshakov, Inside the Kremlin's Cold War (Harvard 1996)`;
    assert.match(
      desk.tidy(`A.[^1] B.[^2]\n\n[^1]: ${full}.\n[^2]: Zubok and Pleshakov, 5.\n`),
      /\[\^2\]: Zubok and Pleshakov, 5\./,
    );
  });

  test('Pandoc’s citations count as notes and are left', () => {
    const text = 'A [@zubok1996, p. 3]. B.[^1]\n\n[^1]: Zubok and Pleshakov, 5.\n';
    const desk = new Desk();
    assert.equal(desk.tidy(text), text);
  });

  test('undefined, unused and repeated notes are left where they are', () => {
    const text = 'A.[^1] B.[^5]\n\n[^1]: Mine.\n[^1]: Yours.\n[^8]: Never used.\n';
    assert.equal(new Desk().tidy(text), 'A.[^1] B.[^2]\n\n[^1]: Mine.\n[^1]: Yours.\n[^3]: Never used.\n');
  });

  test('a corrected title and another style, there and back: all of ours follow, none of the student’s', () => {
    const desk = new Desk();
    const article =
      'Melvyn Leffler, “The American Conception of National Security,” *American Historical Review*, 1984, 12';
    const text = `A.[^1] B.[^2] C.[^3] D.[^4]\n\n[^1]: ${FULL}, 63.\n[^2]: My own “view,” p. 5.\n[^3]: See also ${article}; Zubok and Pleshakov, *Inside the Kremlin’s Cold War*, 101–5.\n[^4]: Zubok and Pleshakov, *Inside the Kremlin’s Cold War*, chap. 2.\n`;
    const first = desk.tidy(text);
    desk.items = works.map((work) =>
      work === zubok ? { ...work, title: 'Inside the Kremlin: A History' } : work,
    );
    const corrected = desk.tidy(first);
    assert.equal(
      corrected,
      first
        .replaceAll(
          '*Inside the Kremlin’s Cold War: From Stalin to Khrushchev*',
          '*Inside the Kremlin: A History*',
        )
        .replaceAll('*Inside the Kremlin’s Cold War*', '*Inside the Kremlin*'),
    );
    desk.style = 'mla';
    const mla = desk.tidy(corrected);
    assert.match(mla, /\[\^1\]: \(Zubok and Pleshakov 63\)\n\[\^2\]: My own “view,” p\. 5\.\n/);
    desk.locale = 'en-GB';
    desk.style = 'harvard-cite-them-right';
    const harvard = desk.tidy(mla);
    assert.doesNotMatch(harvard.replace('My own “view,” p. 5.', ''), /“/);
    desk.style = chicago;
    desk.locale = undefined;
    assert.equal(desk.tidy(harvard), corrected);
    desk.items = works;
    assert.equal(desk.tidy(corrected), first);
  });

  test('a note whose page was added after it was written is still ours when its entry changes', () => {
    const desk = new Desk();
    const text = desk.tidy(`A.[^1]\n\n[^1]: ${FULL}.\n`);
    desk.items = [{ ...zubok, publisher: 'HUP' }];
    assert.equal(
      desk.tidy(text.replace('1996).', '1996), 77.')),
      `A.[^1]\n\n[^1]: ${FULL.replace('Harvard University Press', 'HUP')}, 77.\n`,
    );
  });

  test('a note that the student edits becomes the student’s', () => {
    const desk = new Desk();
    const text = desk.tidy(`A.[^1] B.[^2]\n\n[^1]: ${FULL}, 63.\n[^2]: Zubok and Pleshakov, 64.\n`);
    const edited = text.replace('Pleshakov, 64.', 'Pleshakov, 64, which I doubt.');
    desk.items = [{ ...zubok, title: 'Other' }];
    assert.match(desk.tidy(edited), /Other[^]*\[\^2\]: Zubok and Pleshakov, 64, which I doubt\.\n$/);
  });

  test('a work that has left the bibliography is said, and its note stays', () => {
    const desk = new Desk();
    const text = desk.tidy(`A.[^1]\n\n[^1]: ${FULL}, 63.\n`);
    desk.items = [];
    assert.equal(desk.tidy(text), text);
    assert.deepEqual(desk.left, [`unknown: ${FULL}, 63.`]);
  });
});
