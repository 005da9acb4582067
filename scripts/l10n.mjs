// Collects the texts that the code shows into `l10n/bundle.l10n.json`, which translators start from: `npm run l10n`. They are
// the literals handed to `localize`, `vscode.l10n.t` and `phrase`; the tools that exist know the second of these only.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';

const calls = /(?:^|\.)(?:localize|phrase|l10n\.t)$/;

/** The texts of one file; `report` hears of calls whose text is no literal, which no translator would ever see. */
function textsOf(file, report) {
  const code = readFileSync(file, 'utf8');
  const found = [];
  if (!/localize|phrase|l10n/.test(code)) return found;
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest);
  const visit = (node) => {
    if (ts.isCallExpression(node) && calls.test(node.expression.getText(source).replace('this.#', '.'))) {
      const [text] = node.arguments;
      if (text && ts.isStringLiteralLike(text)) found.push(text.text);
      else if (text && !ts.isSpreadElement(text)) report(`${file}: ${text.getText(source)}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** All texts, sorted, and the calls that hide theirs. */
export function collectTexts() {
  const texts = new Set();
  const hidden = [];
  for (const name of readdirSync('src', { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.ts')) continue;
    for (const text of textsOf(`src/${name.replaceAll('\\', '/')}`, (call) => hidden.push(call)))
      texts.add(text);
  }
  const sorted = [...texts].sort();
  return { texts: Object.fromEntries(sorted.map((text) => [text, text])), hidden };
}

if (process.argv[1] && resolve(process.argv[1]) === import.meta.filename) {
  mkdirSync('l10n', { recursive: true });
  writeFileSync('l10n/bundle.l10n.json', `${JSON.stringify(collectTexts().texts, undefined, 2)}\n`);
}
