import assert from 'node:assert/strict';
import { readNotesFile } from '../../../../../../src/core/notes/readNotesFile';
import { finish } from '../../../../../../src/core/util/steps';
import { readHtml } from '../../../../../../src/core/notes/readers/exports/html';
import { readJson } from '../../../../../../src/core/notes/readers/exports/json';
import { textOfRange } from '../../textOfRange';
import { english, phrase } from '../../../../../../src/core/util/localize';

const encode = (text: string) => new TextEncoder().encode(text);
const read = (text: string, file: string) => readNotesFile(encode(text), file);

function told(text: string, file: string): readonly (readonly [string, string, string | null])[] {
  const outline = read(text, file);
  for (const argument of outline.arguments)
    assert.equal(textOfRange(encode(text), outline, argument), argument.text);
  return outline.arguments.map(({ text, kind, locator }) => [
    text,
    kind,
    locator ? `${locator.label} ${locator.value}` : null,
  ]);
}

const readwiseHead = 'Highlight,Book Title,Book Author,Note,Location Type,Location\n';

suite('Exports of reading apps', () => {
  test('the words of a highlight stay as they are, whatever they look like', () => {
    assert.deepEqual(
      told(
        `${readwiseHead}"TODO: *war* (see p. 4) #peace, p. 9",Rolls,Voss,"(Kennedy 11)",page,63\n`,
        'x.csv',
      ),
      [
        ['TODO: *war* (see p. 4) #peace, p. 9', 'quotation', 'page 63'],
        ['(Kennedy 11)', 'comment', null],
      ],
    );
    assert.deepEqual(
      told(
        '{"title":"Rolls","highlights":[{"text":"a \\"b\\" \\u2014 c\\\\d [[e]]","location":{"value":7}}]}',
        'x.json',
      ),
      [['a "b" — c\\d [[e]]', 'quotation', 'location 7']],
    );
    assert.deepEqual(
      told(
        '<div class="bookTitle">B</div><div class="noteHeading">Highlight (<span>pink</span>) - Page 3</div><div class="noteText">5 &lt; 6 &amp; &#8220;p. 7&#8221; <b>x</b></div>',
        'x.html',
      ),
      [['5 < 6 & “p. 7” x', 'quotation', 'page 3']],
    );
  });

  test('nothing is made up: no title, author or place that the export does not give', () => {
    const { sources, arguments: args } = read('Highlight,Title,Author\nrolls,,\n', 'my-highlights.csv');
    assert.deepEqual(
      sources.map(({ label, title, authors }) => [label, title, authors]),
      [['my highlights', undefined, []]],
    );
    assert.equal(args[0]?.locator, undefined);
  });

  test('books that take turns in an export stay apart', () => {
    const outline = read(`${readwiseHead}a,One,A,,,\nb,Two,B,,,\nc,One,A,,,\n`, 'x.csv');
    assert.deepEqual(
      outline.arguments.map(({ source }) => source),
      ['s1', 's2', 's1'],
    );
  });

  test('a table that breaks off within quotation marks says so once, and reads on before it', () => {
    const outline = read(`${readwiseHead}rolls,One,A,,,\n"bonds,One,A,,,\nmore\n`, 'x.csv');
    assert.deepEqual(
      outline.arguments.map(({ text }) => text),
      ['rolls'],
    );
    assert.deepEqual(
      outline.problems.map(({ line }) => line),
      [2],
    );
    assert.deepEqual(outline.skipped.at(-1), {
      line: 2,
      endLine: 4,
      reason: phrase('table that breaks off'),
    });
  });

  test('JSON of the wrong types is passed over', () => {
    const odd =
      '{"results":[{"title":5,"author":{},"highlights":[{"text":["x"]},7,null,"y",{"text":"rolls","note":3,"location":{},"tags":"a"}]},{"highlights":"none"}]}';
    assert.deepEqual(told(odd, 'x.json'), [['rolls', 'quotation', null]]);
    const annotations =
      '{"annotations":[{"uri":1,"target":"x"},{"uri":"u","target":[{"selector":5}],"text":7},{"uri":"u","target":[],"text":"rolls","references":"no"}]}';
    assert.deepEqual(told(annotations, 'x.json'), [['rolls', 'comment', null]]);
  });

  test('a file of these names that is no export is left out with its reason, and is no problem', () => {
    for (const [text, file, reason] of [
      ['a,b\n1,2\n', 'x.csv', /table that is no export/],
      ['{"compilerOptions":{}}', 'x.json', /no export/],
      ['[{"id":"a","author":[{"family":"Voss"}]}]', 'x.json', /a bibliography, not notes/],
      ['{"items":[]}', 'x.json', /a bibliography, not notes/],
      ['<p>Hello</p>', 'x.htm', /web page/],
      ['{"highlights": 3}', 'x.json', /no export/],
    ] as const) {
      const outline = read(text, file);
      assert.deepEqual([outline.arguments, outline.problems, outline.questions], [[], [], []]);
      assert.equal(outline.skipped.length, 1);
      assert.match(english(...(outline.skipped[0]?.reason ?? phrase(''))), reason);
    }
  });

  test('scripts and command links in a note are no text', () => {
    const html =
      '<div class="zotero-notes"><div class="zotero-note"><p>rolls <script>alert("x")</script><a href="command:quit">burnt</a> &lt;b&gt;</p></div></div>';
    assert.deepEqual(told(html, 'x.html'), [['rolls burnt <b>', 'paraphrase', null]]);
  });
});

suite('JSON with offsets', () => {
  test('gives what JSON.parse gives, with the place of each text', () => {
    const text = '{"a": [1, -2.5e3, true, false, null, "b\\n\\u00e9"], "": {"c": {}}, "d": []}';
    const plain = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(plain)
        : typeof value !== 'object' || value === null
          ? value
          : 'span' in value && 'value' in value
            ? value.value
            : Object.fromEntries(
                [...(value as { properties: Map<string, unknown> }).properties].map(([key, each]) => [
                  key,
                  plain(each),
                ]),
              );
    const { value, brokenAt } = finish(readJson(text));
    assert.equal(brokenAt, undefined);
    assert.deepEqual(plain(value), JSON.parse(text));
  });

  test('keeps what stands before a mistake, however deep', () => {
    for (const text of ['{"a": ["b", ', '{"a": ["b", tru', '["x', '']) {
      const { brokenAt } = finish(readJson(text));
      assert.notEqual(brokenAt, undefined, text);
    }
    finish(readJson('['.repeat(50_000)));
    finish(readJson('{"a":'.repeat(50_000)));
  });
});

suite('HTML in lines', () => {
  const lines = (html: string) =>
    finish(readHtml(html)).map(({ text, tag, start, end }) => [text, tag, html.slice(start, end)]);

  test('cuts at blocks, and knows where the words stand', () => {
    assert.deepEqual(lines('<p> a <b>b</b> &amp; c</p>x<ul><li>d<li>e</ul>'), [
      ['a b & c', 'p', 'a <b>b</b> &amp; c'],
      ['x', '', 'x'],
      ['d', 'li', 'd'],
      ['e', 'li', 'e'],
    ]);
    assert.deepEqual(lines('<p>&ldquo;q&rdquo;</p>'), [['“q”', 'p', '&ldquo;q&rdquo;']]);
  });

  test('places hold across the pieces in which a long file is read', () => {
    const html = Array.from(
      { length: 4000 },
      (_, n) => `<p class="noteText">word ${String(n)} &amp; more</p>`,
    ).join('\n');
    for (const [text, , raw] of lines(html)) assert.equal(raw?.replace('&amp;', '&'), text);
    assert.equal(lines(html).length, 4000);
  });
});
