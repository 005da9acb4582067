import assert from 'node:assert/strict';
import { strToU8, zipSync } from 'fflate';
import type { NotesOutline } from '../../../../../src/core/notes/outline';
import { notesFileSteps, readNotesFile } from '../../../../../src/core/notes/readNotesFile';
import { textOfRange } from '../textOfRange';
import { phrase } from '../../../../../src/core/util/localize';

const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const run = (text: string) => `<w:r><w:t xml:space="preserve">${escape(text)}</w:t></w:r>`;
const paragraph = (content: string, properties = '') =>
  `<w:p><w:pPr>${properties}</w:pPr>${content.startsWith('<') ? content : run(content)}</w:p>`;
const styled = (style: string, content: string) => paragraph(content, `<w:pStyle w:val="${style}"/>`);
const reference = (id: number, kind = 'footnote') => `<w:r><w:${kind}Reference w:id="${String(id)}"/></w:r>`;
const table = (...rows: readonly (readonly string[])[]) =>
  `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;
const part = (name: string, content: string) =>
  strToU8(
    `<w:${name} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${content}</w:${name}>`,
  );

function docx(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const others = Object.entries(parts).map(
    ([name, content]) => [`word/${name}.xml`, part(name, content)] as const,
  );
  return zipSync({
    'word/document.xml': part('document', `<w:body>${body}</w:body>`),
    ...Object.fromEntries(others),
  });
}

function read(body: string, parts?: Readonly<Record<string, string>>): NotesOutline {
  const bytes = docx(body, parts);
  const outline = readNotesFile(bytes, 'Voss notes.docx');
  for (const argument of outline.arguments)
    assert.equal(textOfRange(bytes, outline, argument), argument.text);
  return outline;
}

const told = ({ arguments: args, questions }: NotesOutline) =>
  args.map(({ text, question, parent }) => [
    text,
    question === undefined ? null : questions[question]?.text,
    parent ?? null,
  ]);

suite('Word documents', () => {
  for (const id of ['Heading1', 'Titre1', 'berschrift1', 'Ttulo1', '标题 1', 'Заголовок 1']) {
    test(`a paragraph in the style ${id} is a heading, even if the style sheet is lost`, () => {
      assert.deepEqual(
        told(read(paragraph('Voss notes') + styled(id, 'Rolls') + paragraph('The clerks kept them'))),
        [['The clerks kept them', 'Rolls', null]],
      );
    });
  }

  test('what was deleted is not read, what was inserted or moved here is', () => {
    const body = paragraph(
      `${run('The king ')}<w:del><w:r><w:delText>never</w:delText></w:r></w:del><w:moveFrom>${run('gone')}</w:moveFrom><w:ins>${run('always')}</w:ins><w:moveTo>${run(' paid')}</w:moveTo>`,
    );
    assert.deepEqual(told(read(body)), [['The king always paid', null, null]]);
  });

  test('the page of a footnote that cites the work is the statement’s, other words hang on it', () => {
    const notes = [
      'Voss, The Salt Archive (London, 1999), 63–5.',
      'Ibid., 64.',
      'Nobody has counted them.',
      'Arden, On Rolls, 12.',
      'In 1644.',
      'p. xiv',
    ];
    const footnotes = notes
      .map((text, index) => `<w:footnote w:id="${String(index)}">${paragraph(text)}</w:footnote>`)
      .join('');
    const body = notes
      .map((_, index) => paragraph(run(`Claim ${'abcdef'[index] ?? ''} was made`) + reference(index)))
      .join('');
    const outline = read(body, {
      footnotes: `<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>${footnotes}`,
    });
    assert.deepEqual(
      outline.arguments.map(({ text, locator, parent }) => [text, locator?.value, parent]),
      [
        ['Claim a was made', '63–5', undefined],
        ['Claim b was made', '64', undefined],
        ['Claim c was made', undefined, undefined],
        ['Nobody has counted them.', undefined, 'a3'],
        ['Claim d was made', undefined, undefined],
        ['Claim e was made', undefined, undefined],
        ['In 1644.', undefined, 'a6'],
        ['Claim f was made', 'xiv', undefined],
      ],
    );
    assert.deepEqual(
      outline.skipped.map(({ reason }) => reason[0]),
      ['footnote', 'footnote', 'footnote that cites another work', 'footnote'],
    );
  });

  test('a page in the words goes before that of the footnote', () => {
    const outline = read(paragraph(run('The rolls burnt (p. 12)') + reference(1)), {
      footnotes: `<w:footnote w:id="1">${paragraph('p. 13')}</w:footnote>`,
    });
    assert.equal(outline.arguments[0]?.locator?.value, '12');
  });

  test('a note that is not in the document is said at its paragraph', () => {
    const outline = read(paragraph('One') + paragraph(run('The rolls burnt') + reference(7)));
    assert.deepEqual(
      outline.problems.map(({ line }) => line),
      [1],
    );
  });

  test('tables: key words are questions, rows without any are a statement with sub-points', () => {
    const cornell = table(
      ['Debt', 'Grain was dearer than debt in spring'],
      ['Why bonds?', 'No minister would pay'],
    );
    assert.deepEqual(told(read(paragraph('Voss notes') + cornell + paragraph('Behind the table'))), [
      ['Grain was dearer than debt in spring', 'Debt', null],
      ['No minister would pay', 'Why bonds?', null],
      ['Behind the table', null, null],
    ]);
    const wide = table(['The rolls were kept by clerks of the parish.', 'London', 'York']);
    assert.deepEqual(told(read(wide)), [
      ['The rolls were kept by clerks of the parish.', null, null],
      ['London', null, 'a1'],
      ['York', null, 'a1'],
    ]);
    const named = table(['Quote', 'My thoughts', 'Page'], ['No archive is innocent', 'too neat', '63']);
    assert.deepEqual(
      read(named).arguments.map(({ text, kind, locator }) => [text, kind, locator?.value]),
      [
        ['No archive is innocent', 'quotation', '63'],
        ['too neat', 'comment', undefined],
      ],
    );
  });

  test('a flat document stays flat around a table', () => {
    const outline = read(
      paragraph('Voss notes') + paragraph('Why did it end?') + paragraph('The rolls burnt') +
        table(['Debt', 'Grain was dearer than debt']) + paragraph('What came of it?') + paragraph('Nothing at all'),
    ); // prettier-ignore
    assert.deepEqual(
      outline.questions.map(({ text, level }) => [text, level]),
      [
        ['Why did it end?', 1],
        ['Debt', 2],
        ['What came of it?', 1],
      ],
    );
    assert.deepEqual(told(outline).at(-1), ['Nothing at all', 'What came of it?', null]);
  });

  test('lists go on counting across lists of the same kind, unless they restart', () => {
    const level = '<w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/></w:lvl>';
    const list = (id: number, override = '') =>
      `<w:num w:numId="${String(id)}"><w:abstractNumId w:val="0"/>${override}</w:num>`;
    const item = (id: number) =>
      paragraph('Rolls', `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${String(id)}"/></w:numPr>`);
    const { text } = read([1, 1, 2, 3, 3].map(item).join(''), {
      numbering: `<w:abstractNum w:abstractNumId="0">${level}</w:abstractNum>${list(1)}${list(2)}${list(3, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>')}`,
    });
    assert.deepEqual(text?.split('\n'), ['3. Rolls', '4. Rolls', '5. Rolls', '1. Rolls', '2. Rolls']);
  });

  test('pictures are said once, where the first of them stands; a box with text is no picture', () => {
    const picture = '<w:r><w:drawing><a:blip xmlns:a="a"/></w:drawing></w:r>';
    const box = `<w:r><w:drawing><w:txbxContent>${paragraph('Within the box')}</w:txbxContent></w:drawing></w:r>`;
    const outline = read(
      paragraph(run('One') + box) + paragraph(run('Two') + picture) + paragraph(run('Three') + picture),
    );
    assert.deepEqual(outline.problems, [
      {
        code: 'notes-file',
        line: 2,
        message: phrase('{0} pictures were left out, the first of them here.', 2),
      },
    ]);
    assert.deepEqual(
      told(outline).map(([text]) => text),
      ['Within the box', 'One', 'Two', 'Three'],
    );
  });

  test('a long document is unpacked and read in many steps', () => {
    const count = (paragraphs: number) => {
      const body = Array.from({ length: paragraphs }, (_, n) =>
        paragraph(`The clerks kept roll ${String(n * 7919)} of the parish`),
      ).join('');
      const steps = notesFileSteps(docx(body), 'notes.docx');
      let breaks = 0;
      for (let step = steps.next(); !step.done; step = steps.next()) breaks++;
      return breaks;
    };
    const [once, twice] = [count(500), count(1000)];
    assert.ok(once > 30, String(once));
    assert.ok(twice > once * 1.5 && twice < once * 2.5, `${String(once)} ${String(twice)}`);
  });
});
