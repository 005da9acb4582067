import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { manifestTexts } from '../support/manifest';

type Texts = Readonly<Record<string, string>>;

const bundle = (name: string) => JSON.parse(readFileSync(`l10n/${name}.json`, 'utf8')) as Texts;

/** What a translation must keep: placeholders, icons, addresses, commands. */
const kept = (text: string) =>
  (text.match(/\{\d\}|\$\([a-z-]+\)|command:[^)\s]+|https?:[^)\s,]+/g) ?? []).sort();

/** What is wrong with a translation, compared with its original. */
function faults(original: Texts, translation: Texts): readonly string[] {
  const missing = Object.keys(original).filter((key) => !translation[key]?.trim());
  const extra = Object.keys(translation).filter((key) => !(key in original));
  const changed = Object.entries(original).filter(
    ([key, text]) => key in translation && kept(text).join(' ') !== kept(translation[key] ?? '').join(' '),
  );
  return [
    ...missing.map((key) => `not translated: ${key}`),
    ...extra.map((key) => `translated for nothing: ${key}`),
    ...changed.map(([key]) => `placeholders or links differ: ${key}`),
  ];
}

suite('Localization', () => {
  test('every text of the code is in the bundle, as a literal', async () => {
    // As the script collects them: it is a module of its own, and this bundle may not contain it.
    const { collectTexts } = (await import(join(process.cwd(), 'scripts/l10n.mjs'))) as {
      collectTexts: () => { readonly texts: Texts; readonly hidden: readonly string[] };
    };
    const { texts, hidden } = collectTexts();
    // The one place where the port is made.
    assert.deepEqual(hidden, ['src/composition.ts: message']);
    assert.deepEqual(bundle('bundle.l10n'), texts, 'run `npm run l10n`');
  });

  test('the German texts are complete and keep placeholders, icons and links', () => {
    assert.deepEqual(faults(bundle('bundle.l10n'), bundle('bundle.l10n.de')), []);
    assert.deepEqual(faults(manifestTexts(), manifestTexts('de')), []);
  });

  test('the German texts use German quotation marks, in pairs', () => {
    for (const text of [...Object.values(bundle('bundle.l10n.de')), ...Object.values(manifestTexts('de'))]) {
      assert.doesNotMatch(text.replace(/„[^“]*“/g, ''), /[“”„]/, text);
    }
  });

  test('the manifest shows no text of its own, and uses every text that it has', () => {
    const used = new Set<string>();
    const raw: string[] = [];
    const shown =
      /^(?:title|name|description|markdownDescription|altText|contents|displayName|userDescription)$/;
    const visit = (value: unknown, key: string, path: string) => {
      if (typeof value === 'string') {
        const [, text] = /^%(.+)%$/.exec(value) ?? [];
        if (text !== undefined) used.add(text);
        else if (isText(value, key, path, shown)) raw.push(`${path}: ${value}`);
      } else if (Array.isArray(value)) value.forEach((each) => visit(each, key, path));
      else if (typeof value === 'object' && value !== null)
        for (const [name, each] of Object.entries(value)) visit(each, name, `${path}.${name}`);
    };
    visit(JSON.parse(readFileSync('package.json', 'utf8')), '', '');
    assert.deepEqual(raw, []);
    assert.deepEqual([...used].sort(), Object.keys(manifestTexts()).sort());
  });

  test('no literal is handed to what VS Code shows', () => {
    const found = sourceFiles('src/features').flatMap(literalsShown);
    assert.deepEqual(found, []);
  });
});

/** Whether a string of the manifest is for people: names, ids and what only a model reads are not. */
function isText(value: string, key: string, path: string, shown: RegExp): boolean {
  if (/^\.(?:name|displayName)$/.test(path) || value === 'Marginalia') return false;
  if (path.includes('languageModelTools') && (key === 'name' || path.includes('inputSchema'))) return false;
  return shown.test(key) || /^enum(?:Descriptions|ItemLabels)$/.test(key);
}

const sourceFiles = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(folder, file));

/** Properties and methods of VS Code's API whose texts people read. */
const properties =
  /^(?:label|detail|description|tooltip|title|placeHolder|placeholder|prompt|message|text|name|buttons)$/;
const methods = /^(?:show(?:Information|Warning|Error)Message|setStatusBarMessage|createQuickPickSeparator)$/;

/** Literals with a word in them that a file hands to such a property or method. */
function literalsShown(file: string): readonly string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const report = (node: ts.Node) => {
    for (const text of textsIn(node)) {
      // Names stay as they are: "Marginalia", "name.md", "{0}".
      if (/\p{L}{2,}.*\s.*\p{L}{2,}/u.test(text)) found.push(`${file}: ${text}`);
    }
  };
  const visit = (node: ts.Node) => {
    if (ts.isPropertyAssignment(node) && properties.test(node.name.getText())) report(node.initializer);
    else if (
      ts.isBinaryExpression(node) &&
      node.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
      ts.isPropertyAccessExpression(node.left) &&
      properties.test(node.left.name.text)
    )
      report(node.right);
    else if (
      ts.isCallExpression(node) &&
      ts.isPropertyAccessExpression(node.expression) &&
      methods.test(node.expression.name.text)
    )
      node.arguments.forEach(report);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The literal texts of an expression, without those that are handed on to a function. */
function textsIn(node: ts.Node): readonly string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isTemplateExpression(node)) {
    return [node.head.text + node.templateSpans.map(({ literal }) => literal.text).join('{}')];
  }
  if (ts.isConditionalExpression(node)) return [...textsIn(node.whenTrue), ...textsIn(node.whenFalse)];
  if (ts.isBinaryExpression(node)) return [...textsIn(node.left), ...textsIn(node.right)];
  return [];
}
