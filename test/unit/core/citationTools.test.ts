import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/core/citation/textEdit';
import type { CitationChange } from '../../../src/core/citationTools';
import { EssayDocument } from '../../../src/core/essay/essayDocument';
import type { NoteRecord } from '../../../src/core/essay/notes/noteRecord';
import { openInMemory, SAMPLE_BIBLIOGRAPHY, sampleFiles } from '../../support/sample';

const FULL =
  'Vladislav Zubok and Constantine Pleshakov, *Inside the Kremlin’s Cold War: From Stalin to Khrushchev* (Cambridge, MA: Harvard University Press, 1996)';
const ENTRY =
  'Zubok, Vladislav, and Constantine Pleshakov. *Inside the Kremlin’s Cold War: From Stalin to Khrushchev*. Cambridge, MA: Harvard University Press, 1996.';
const PLAIN = `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <info><title>Plain</title><id>plain</id></info>
  <citation><layout prefix="(" suffix=")"><text variable="title"/></layout></citation>
  <bibliography><layout><text variable="title"/></layout></bibliography>
</style>`;

function desk(settings = {}, files = sampleFiles()) {
  const kept = new Map<string, NoteRecord>();
  const records = {
    read: (essay: string) => kept.get(essay),
    write: (essay: string, record: NoteRecord) => {
      kept.set(essay, JSON.parse(JSON.stringify(record)) as NoteRecord);
      return Promise.resolve();
    },
  };
  const { marginalia, workspace } = openInMemory(files, settings, records);
  const { citationTools } = marginalia;
  const read = (text: string) => EssayDocument.read(text, 'essay.md');
  const apply = async (text: string, change: Promise<CitationChange>) => {
    const { edits, messages, applied } = await change;
    await applied();
    return { text: applyEdits(text, edits), messages };
  };
  return { citationTools, workspace, read, apply };
}

suite('Citation tools', () => {
  test('the note that was observed is known again when its entry changes', async () => {
    const { citationTools, workspace, read, apply } = desk();
    const text = `A.[^1]\n\n[^1]: ${FULL}, 63.\n`;
    await citationTools.observe(read(text));
    const bib = String(sampleFiles()[SAMPLE_BIBLIOGRAPHY]).replace('Harvard University Press', 'HUP');
    workspace.change(SAMPLE_BIBLIOGRAPHY, bib);
    const tidied = await apply(text, citationTools.tidyFootnotes(read(text)));
    assert.equal(tidied.text, text.replace('Harvard University Press', 'HUP'));
    assert.deepEqual(tidied.messages, []);
  });

  test('the essay’s own style goes before the settings’, and one that can’t be used is said', async () => {
    const files = { ...sampleFiles(), 'plain.csl': PLAIN, 'broken.csl': '<style>' };
    const { citationTools, read, apply } = desk({ citationStyle: 'apa' }, files);
    const tidy = async (csl: string) => {
      const text = `---\ncsl: ${csl}\n---\nA.[^1]\n\n[^1]: ${FULL}, 63.\n`;
      const { text: tidied, messages } = await apply(text, citationTools.tidyFootnotes(read(text)));
      return [tidied.split('[^1]: ')[1], ...messages];
    };
    assert.deepEqual(await tidy('plain.csl'), [
      '(Inside the Kremlin’s Cold War: From Stalin to Khrushchev)\n',
    ]);
    assert.deepEqual(await tidy('mla'), ['(Zubok and Pleshakov 63)\n']);
    assert.deepEqual(await tidy('gone.csl'), [
      '(Zubok & Pleshakov, 1996, p. 63)\n',
      'The citation style gone.csl can’t be read; apa is used.',
    ]);
    const [broken, message] = await tidy('broken.csl');
    assert.equal(broken, `${FULL}, 63.\n`);
    assert.match(message ?? '', /can’t be used; Chicago’s notes are\. This CSL style is cut off/);
  });

  test('the settings can name a CSL file', async () => {
    const { citationTools, read, apply } = desk(
      { citationStyleFile: 'plain.csl' },
      {
        ...sampleFiles(),
        'plain.csl': PLAIN,
      },
    );
    const { text } = await apply(
      'A [@zubok1996].',
      citationTools.updateBibliography(read('A [@zubok1996].')),
    );
    assert.match(text, /\n\n# Bibliography\n\nInside the Kremlin’s Cold War: From Stalin to Khrushchev\n?$/);
  });

  test('the bibliography follows the style; the student’s paragraphs stay', async () => {
    const text = 'A [@zubok1996; @gone].\n\n# Works\n\n# Bibliography\n\nInterview.\n';
    const chicago = desk();
    const first = await chicago.apply(text, chicago.citationTools.updateBibliography(chicago.read(text)));
    assert.equal(
      first.text,
      `A [@zubok1996; @gone].\n\n# Works\n\n# Bibliography\n\n${ENTRY}\n\nInterview.\n`,
    );
    assert.deepEqual(first.messages, ['No bibliography has an entry “gone”.']);
    // Another window, without the record: the entry is recognised.
    const mla = desk({ citationStyle: 'modern-language-association' });
    const second = await mla.apply(first.text, mla.citationTools.updateBibliography(mla.read(first.text)));
    assert.equal(
      second.text,
      `A [@zubok1996; @gone].\n\n# Works\n\n# Bibliography\n\n${ENTRY.replace('Cambridge, MA: ', '')}\n\nInterview.\n`,
    );
  });

  test('resolved: every note and the bibliography written out', async () => {
    const { citationTools, read } = desk();
    const text =
      'A [@zubok1996, p. 3]. B.[^1] C [@gone].\n\n[^1]: Compare [@zubok1996, p. 5], which I doubt; [@gone].\n';
    const { text: resolved, messages } = await citationTools.resolved(read(text));
    assert.equal(
      resolved,
      `A.[^2] B.[^1] C [@gone].\n\n# Bibliography\n\n${ENTRY}\n\n[^2]: ${FULL}, 3.\n[^1]: Compare Zubok and Pleshakov, 5, which I doubt; [@gone].\n`,
    );
    assert.deepEqual(messages, ['No bibliography has an entry “gone”.']);
  });

  test('resolved in a style without notes: in the sentence', async () => {
    const { citationTools, read } = desk({ citationStyle: 'apa' });
    const { text } = await citationTools.resolved(
      read('A [see @zubok1996, p. 3]. As @zubok1996 [p. 5] say.\n'),
    );
    assert.match(
      text,
      /^A \(see Zubok & Pleshakov, 1996, p\. 3\)\. As Zubok & Pleshakov \(1996, p\. 5\) say\.\n\n# References\n/,
    );
  });
});
