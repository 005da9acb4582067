import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { createMarginalia } from '../../../src/core/marginalia';
import { english } from '../../../src/core/util/localize';
import { silentLogger } from '../../../src/core/util/logger';
import { VscodeNotesWorkspace } from '../../../src/host/vscode/notesWorkspace';
import { readSettings } from '../../../src/host/vscode/settings';
import { eventually, workspaceUri } from './editor';

/** An argument that a search has found: its words and where they stand. */
type Found = readonly string[];

/** What the running extension finds for each query, and how many arguments it has that the essay does not use. */
async function knownNow(queries: readonly string[], essay: string) {
  const call = async (name: string, input: object) => {
    const { content } = await vscode.lm.invokeTool(name, { input, toolInvocationToken: undefined });
    const [part] = content;
    assert.ok(part instanceof vscode.LanguageModelTextPart);
    return JSON.parse(part.value) as Record<string, unknown>;
  };
  const found: Found[] = [];
  for (const query of queries) {
    const { results } = await call('marginalia_search_notes', { query, limit: 30 });
    const entries = results as { readonly file: string; readonly line: number; readonly text: string }[];
    found.push(entries.map(({ file, line, text }) => `${file}:${String(line)} ${text}`).sort());
  }
  const { unused } = await call('marginalia_unused_arguments', { essay, limit: 1 });
  return { found, count: unused };
}

/** A Marginalia of its own on the folder that is open, which has read nothing yet. */
export function startAfresh() {
  const workspace = new VscodeNotesWorkspace();
  const marginalia = createMarginalia({
    workspace,
    settings: readSettings,
    logger: silentLogger,
    localize: english,
    readThesaurus: () => Promise.reject(new Error('not needed')),
  });
  return {
    marginalia,
    dispose: () => {
      marginalia.dispose();
      workspace.dispose();
    },
  };
}

/** The same of a Marginalia that reads everything for the first time. */
async function knownAfresh(queries: readonly string[]) {
  const fresh = startAfresh();
  try {
    const found: Found[] = [];
    for (const query of queries) {
      const results = await fresh.marginalia.search(query, { mode: 'search', limit: 30 });
      found.push(
        results
          .map(
            ({ argument: { file, argument } }) =>
              `${file.name}:${String(argument.range.start.line + 1)} ${argument.text}`,
          )
          .sort(),
      );
    }
    return { found, count: (await fresh.marginalia.library()).arguments.size };
  } finally {
    fresh.dispose();
  }
}

/**
 * Waits until the extension knows what one that is started now would know.
 * @param queries with at most 30 answers each
 * @returns the number of arguments
 */
export async function eventuallyAsAfresh(queries: readonly string[]): Promise<number> {
  const essay = 'unrelated.md';
  await vscode.workspace.fs.writeFile(
    workspaceUri(essay),
    new TextEncoder().encode('Nothing of that kind.\n'),
  );
  try {
    const expected = await knownAfresh(queries);
    await eventually(async () => {
      assert.deepEqual(await knownNow(queries, essay), expected);
      return true;
    });
    return expected.count;
  } finally {
    await vscode.workspace.fs.delete(workspaceUri(essay));
  }
}

/** The bytes of every file below a folder of the workspace, by path. */
export async function bytesBelow(path: string): Promise<ReadonlyMap<string, string>> {
  const bytes = new Map<string, string>();
  for (const [name, type] of await vscode.workspace.fs.readDirectory(workspaceUri(path))) {
    const inside = `${path}/${name}`;
    if (type & vscode.FileType.Directory)
      for (const [file, each] of await bytesBelow(inside)) bytes.set(file, each);
    else bytes.set(inside, String(await vscode.workspace.fs.readFile(workspaceUri(inside))));
  }
  return bytes;
}
