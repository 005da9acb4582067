import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { EssayDocument } from '../../src/core/essay/essayDocument';
import { notesReportText } from '../../src/core/languageFeatures/notesReportText';
import { notesTree } from '../../src/core/languageFeatures/notesTree';
import { explainSilence } from '../../src/core/languageFeatures/silence';
import { panelLabels } from '../../src/core/panel/labels';
import { essayTree } from '../../src/core/panel/essayTree';
import { defaultSeverities } from '../../src/core/checks/problem';
import { handInReport } from '../../src/core/report/handInReport';
import { reportMarkdown } from '../../src/core/report/reportMarkdown';
import { neverCancelled } from '../../src/core/util/cancellation';
import type { Localize } from '../../src/core/util/localize';
import { openInMemory, sampleFiles } from '../support/sample';

/**
 * A language in which every text stands between marks, and what is filled in outside of them: what then stands outside and
 * is not the student's was never translated.
 */
const pseudo: Localize = (message, ...args) =>
  `⟦${message.replace(/\{(\d+)\}/g, (_, index: string) => `⟧${String(args[Number(index)] ?? index)}⟦`)}⟧`;

const ESSAY = `---
bibliography: notes/references.bib
---

# Korea

Stalin passes the buck to the Chinese. He wanted to firm up the Soviet alliance with China [@zubok1996, p. 12].

They wrote that "Stalin passes the duck to the Chinese" [@nobody1900]. [@zubok1996; ] CITENEEDED [^1] [^2]

> The weather on the moon was splendid, and "nobody had ever seen a splendid weather like this" [@zubok1996].

[^2]:
[^2]: Twice.
[^3]: Unused.
`;

/** Notes and bibliographies with everything wrong that the readers say something about. */
const BROKEN: Readonly<Record<string, string | Uint8Array>> = {
  'notes/open.md': '---\ntitle: "x\nauthor: [\n---\n\n```\nAmes argued\n',
  'notes/never.md': '---\ntitle: x\n\n<!-- comment\n',
  'notes/log.org': '* Head\n:LOGBOOK:\nx\n\n#+begin_src\ny\n',
  'notes/picture.txt': new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d, 1, 2, 3]),
  'notes/bad.txt': new Uint8Array([
    0x41, 0x42, 0x20, 0xc3, 0x28, 0x20, 0xf0, 0x28, 0x43, 0xc3, 0xa9, 0x20, 0xc3, 0xa4,
  ]),
  'notes/broken.docx': new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]),
  'notes/table.csv': 'Highlight,Book Title\n"a,b\n',
  'notes/x.bib':
    '@book{a,\n title={T}\n@book{b c, title={U}}\n@book{a, title={V}}\n@book{, title={W}}\n x = {y},\n}\n',
  'notes/y.yaml': 'references:\n- title: x\n- id: z\n  title: [\n',
};

const words = (text: string) => text.match(/\p{L}{3,}/gu) ?? [];

/** Words that are the student's: in the essay, the notes, the bibliography, and in the names of files and formats. */
const given = new Set(
  [
    ESSAY,
    ...Object.keys(BROKEN),
    ...Object.values(BROKEN),
    ...Object.values(sampleFiles()),
    'notes references bib Markdown UTF draft end Readwise',
    // What the YAML parser says, in its own words.
    'Missing closing quote',
  ]
    .flatMap((text) => words(typeof text === 'string' ? text : new TextDecoder().decode(text as Uint8Array)))
    .map((word) => word.toLowerCase()),
);

/** The words of `text` that are neither marked as translated nor the student's. */
function raw(text: string): readonly string[] {
  // A word that is cut off is one of the student's.
  const outside = text.replace(/⟦[^⟦⟧]*⟧/g, ' ').replace(/\p{L}+…/gu, ' ');
  return words(outside.replace(/\(command:[^)]*\)|\]\([^)]*\)/g, ' ')).filter(
    (word) => !given.has(word.toLowerCase()),
  );
}

const assertMarked = (texts: readonly (string | undefined)[]) => {
  for (const text of texts) if (text !== undefined) assert.deepEqual(raw(text), [], text);
};

interface Row {
  readonly label: string;
  readonly description?: string;
  readonly tooltip?: string;
  readonly children: readonly Row[];
}
const rowTexts = ({ label, description, tooltip, children }: Row): readonly (string | undefined)[] => [
  label,
  description,
  tooltip,
  ...children.flatMap(rowTexts),
];

suite('Pseudo-locale', () => {
  const checks = Object.fromEntries(Object.keys(defaultSeverities).map((code) => [code, 'warning']));
  const { marginalia } = openInMemory(
    { ...sampleFiles(), ...BROKEN },
    { checks: checks as typeof defaultSeverities },
    undefined,
    { localize: pseudo },
  );
  const essay = EssayDocument.read(ESSAY, 'draft.md');
  suiteTeardown(() => marginalia.dispose());

  test('what the readers and bibliographies say', async () => {
    const { problems } = await marginalia.library();
    const files = new Set(problems.map(({ file }) => file.name));
    for (const file of ['open.md', 'log.org', 'picture.txt', 'bad.txt', 'broken.docx', 'table.csv', 'x.bib'])
      assert.ok(files.has(`notes/${file}`), file);
    assertMarked(problems.map(({ message }) => message));
  });

  test('problems of the essay, with their ways out', async () => {
    const { problems } = await marginalia.review(essay);
    assert.ok(new Set(problems.map(({ code }) => code)).size >= 10, problems.map(({ code }) => code).join());
    assertMarked(problems.flatMap(({ message, fixes }) => [message, ...fixes.map(({ title }) => title)]));
  });

  test('cards over the words and over citations', async () => {
    const places = ['passes the buck', '@zubok1996, p. 12', '@nobody1900'];
    for (const place of places) {
      const hover = await marginalia.hover(essay, ESSAY.indexOf(place) + 2, neverCancelled);
      assert.ok(hover, place);
      assertMarked([hover.markdown]);
    }
  });

  test('rows of the trees', async () => {
    const library = await marginalia.library();
    const { problems } = await marginalia.review(essay);
    const tree = essayTree({
      essay,
      library,
      uses: await marginalia.panel.coverage(essay),
      groupBy: 'question',
      isLeftOut: () => false,
      problems,
      bibliography: [],
      localize: pseudo,
    });
    assertMarked(tree.flatMap(rowTexts));
    assertMarked(notesTree(library, pseudo, () => 'unused').flatMap(rowTexts));
  });

  test('reports and explanations', async () => {
    const library = await marginalia.library();
    const review = await marginalia.review(essay);
    assertMarked([notesReportText(library, pseudo).text]);
    assertMarked([reportMarkdown(handInReport('draft.md', review, review.problems, pseudo))]);
    const document = { name: 'draft.md', languageId: 'markdown', isEssay: true };
    const facts = { document, place: 'prose', library, whileTyping: true, hover: true } as const;
    assertMarked(
      explainSilence(facts, pseudo).flatMap(({ text, detail, remedy }) => [text, detail, remedy?.title]),
    );
  });

  test('forms of the best argument, and actions', async () => {
    const typed = EssayDocument.read('Stalin passes the b', 'draft.md');
    const found = await marginalia.completions(typed, 19, { asked: true }, neverCancelled);
    assert.ok(found.length > 1);
    // A stub is text of the essay, so its language is not that of VS Code.
    const rows = found.filter(({ wording }) => wording !== 'stub');
    assertMarked(rows.flatMap(({ label, description }) => [label, description]));
    const at = ESSAY.indexOf('passes the buck');
    const actions = await marginalia.language.actions(essay, { start: at, end: at });
    assertMarked(actions.map(({ title }) => title));
  });

  test('the page of the panel takes its texts from its labels alone', () => {
    assertMarked(Object.values(panelLabels(pseudo)));
    for (const file of ['argumentsPage', 'cardView', 'hintView', 'cardList']) {
      const code = readFileSync(`src/panel/${file}.ts`, 'utf8');
      // Between the tags of a template there is nothing but what is filled in.
      const texts = [...code.matchAll(/>([^<>$`{}]*\p{L}{3,}[^<>$`{}]*)<\//gu)].map(([, text]) =>
        text?.trim(),
      );
      const labels = [...code.matchAll(/(?:title|aria-label|placeholder|label)="([^"$]*\p{L}{3,}[^"$]*)"/gu)];
      assert.deepEqual([...texts, ...labels.map(([, text]) => text)], [], file);
    }
  });

  test('a raw text would be found', () => {
    assert.deepEqual(raw(`${pseudo('All {0}', 'nevertheless')} · ${pseudo('Well')}`), ['nevertheless']);
  });
});
