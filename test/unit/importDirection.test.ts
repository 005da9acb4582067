import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, posix } from 'node:path';

/** What each room of `src/` may import, besides itself: the first entry that a path starts with is its room. */
const rooms: readonly { readonly room: string; readonly mayImport: readonly string[] }[] = [
  { room: 'core/util', mayImport: [] },
  { room: 'core/text', mayImport: ['core/util'] },
  { room: 'core/citation', mayImport: ['core/util', 'core/text'] },
  { room: 'core/notes', mayImport: ['core/util', 'core/text', 'core/citation'] },
  { room: 'core/search', mayImport: ['core/util', 'core/text', 'core/citation', 'core/notes'] },
  { room: 'core/essay', mayImport: ['core/util', 'core/text', 'core/citation', 'core/notes', 'core/search'] },
  {
    room: 'core/checks',
    mayImport: ['core/util', 'core/text', 'core/citation', 'core/notes', 'core/search', 'core/essay'],
  },
  {
    room: 'core/languageFeatures',
    mayImport: ['core/util', 'core/text', 'core/citation', 'core/notes', 'core/search', 'core/essay'],
  },
  {
    room: 'core/panel',
    mayImport: [
      ...['core/util', 'core/text', 'core/citation', 'core/notes', 'core/search', 'core/essay'],
      'core/languageFeatures',
    ],
  },
  { room: 'core', mayImport: ['core'] },
  { room: 'features', mayImport: ['core'] },
  { room: 'host', mayImport: ['core'] },
  { room: 'panel', mayImport: ['core/util', 'core/panel'] },
  { room: 'composition.ts', mayImport: ['core', 'features', 'host/vscode'] },
  { room: 'entry', mayImport: ['core', 'features/shared', 'host/vscode', 'composition'] },
  { room: 'extension.ts', mayImport: ['entry', 'features', 'composition'] },
  { room: 'commandLine', mayImport: ['core', 'host/node'] },
  { room: 'cli.ts', mayImport: ['commandLine'] },
];

const isIn = (path: string, room: string) => path === room || path.startsWith(`${room}/`);

/** Every breach of the house's one direction in the text of the file at `path` (relative to `src/`). */
function breaches(path: string, text: string): string[] {
  const room = rooms.find((candidate) => isIn(path, candidate.room));
  if (!room) return [`${path} stands in no room of the house`];
  const found: string[] = [];
  for (const [, specifier = ''] of text.matchAll(/(?:\bfrom|\bimport|\brequire)\s*\(?\s*['"]([^'"]+)['"]/g)) {
    const breach = `${path} imports ${specifier}`;
    if (specifier.startsWith('.')) {
      const target = posix.normalize(posix.join(posix.dirname(path), specifier));
      const sibling = room.room === 'features' && !isIn(target, 'features/shared');
      const own = isIn(target, room.room) && !sibling;
      if (!own && !room.mayImport.some((allowed) => isIn(target, allowed))) found.push(breach);
    } else if (specifier === 'vscode') {
      const knowing = ['features', 'host/vscode', 'entry', 'composition.ts', 'extension.ts'];
      if (!knowing.some((each) => isIn(path, each))) found.push(breach);
    } else if (isBuiltin(specifier)) {
      if (
        !isIn(path, 'host/node') &&
        path !== 'host/vscode/pandoc.ts' &&
        !isIn(path, 'commandLine') &&
        path !== 'cli.ts'
      )
        found.push(breach);
    }
  }
  return found;
}

suite('Import direction', () => {
  test('every import in src/ follows the arrows of the house', () => {
    const root = join(process.cwd(), 'src');
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\.[cm]?[jt]sx?$/.test(file),
    );
    assert.ok(files.length > 0);
    const found = files.flatMap((file) =>
      breaches(file.replaceAll('\\', '/'), readFileSync(join(root, file), 'utf8')),
    );
    assert.deepEqual(found, []);
  });

  for (const [path, line] of [
    ['core/search/ranking.ts', `import * as vscode from 'vscode';`],
    ['core/search/ranking.ts', `import type { Uri } from 'vscode';`],
    ['core/notes/decode.ts', `import { readFileSync } from 'node:fs';`],
    ['core/notes/decode.ts', `const fs = require('fs');`],
    ['core/notes/decode.ts', `await import("node:fs/promises")`],
    ['core/notes/decode.ts', `import { rank } from '../search/ranking';`],
    ['core/marginalia.ts', `import { log } from '../host/vscode/log';`],
    ['features/hover.ts', `import { registerCompletions } from './completions';`],
    ['features/hover.ts', `import { log } from '../host/vscode/log';`],
    ['host/vscode/log.ts', `import { registerHover } from '../../features/hover';`],
    ['drawer.ts', ``],
  ] as const) {
    test(`is breached by ${path}: ${line}`, () => assert.equal(breaches(path, line).length, 1));
  }
});
