import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { argumentItemsAt, closeEditors, eventually, openDraft, workspaceUri } from './support/editor';

const KOREA = 'Korea had to be captured before Japan could get back on its feet';

type Located = readonly (vscode.Location | vscode.LocationLink)[];
const uriOf = (place: vscode.Location | vscode.LocationLink) =>
  ('targetUri' in place ? place.targetUri : place.uri).path.split('/').at(-1);

const ask = <T>(command: string, ...args: readonly unknown[]) =>
  vscode.commands.executeCommand<T>(command, ...args);

async function withSetting(name: string, value: unknown, body: () => Promise<void>): Promise<void> {
  const configuration = vscode.workspace.getConfiguration('marginalia', null);
  await configuration.update(name, value, vscode.ConfigurationTarget.Workspace);
  try {
    await body();
  } finally {
    await configuration.update(name, undefined, vscode.ConfigurationTarget.Workspace);
  }
}

suite('Language features', () => {
  teardown(closeEditors);

  test('definition, references and hover of a citation and of a sentence', async () => {
    const { document } = await openDraft(`${KOREA} [@zubok1996, p. 63].\n`);
    const citation = new vscode.Position(0, KOREA.length + 6);
    const definitions = await eventually(async () => {
      const found = await ask<Located>('vscode.executeDefinitionProvider', document.uri, citation);
      return found.length > 0 ? found : undefined;
    });
    assert.deepEqual(definitions.map(uriOf), ['references.bib']);
    const sentence = new vscode.Position(0, 20);
    const lines = await ask<Located>('vscode.executeDefinitionProvider', document.uri, sentence);
    assert.deepEqual(lines.map(uriOf), ['Zubok and Pleshakov Notes.txt']);

    const references = await ask<Located>('vscode.executeReferenceProvider', document.uri, sentence);
    const name = document.uri.path.split('/').at(-1);
    assert.ok(
      references.map(uriOf).includes(name) && references.map(uriOf).includes('Zubok and Pleshakov Notes.txt'),
    );

    const hovers = await ask<readonly vscode.Hover[]>('vscode.executeHoverProvider', document.uri, citation);
    const text = hovers
      .flatMap(({ contents }) => contents.map((each) => (each as vscode.MarkdownString).value))
      .join('\n');
    assert.match(text, /Harvard University Press, 1996\), 63/);
  });

  test('a citekey is renamed in essay and bibliography, and completed by its author', async () => {
    const { document } = await openDraft('So [@zubok1996].\n');
    const position = new vscode.Position(0, 6);
    const edit = await eventually(() =>
      ask<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', document.uri, position, 'zp96'),
    );
    const files = edit
      .entries()
      .map(([uri, edits]) => [uri.path.split('/').at(-1), edits.map(({ newText }) => newText)]);
    assert.deepEqual(
      files
        .filter(([name]) => name === 'references.bib' || name === document.uri.path.split('/').at(-1))
        .sort(),
      [
        [document.uri.path.split('/').at(-1), ['zp96']],
        ['references.bib', ['zp96']],
      ].sort(),
    );

    const draft = await openDraft('So [@plesh');
    const list = await ask<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      draft.document.uri,
      draft.selection.active,
      '@',
    );
    assert.ok(list.items.some(({ insertText }) => insertText === '@zubok1996'));
  });

  test('arguments among the workspace’s symbols, links on citekeys', async () => {
    const { document } = await openDraft('So [@zubok1996].\n');
    const symbols = await eventually(async () => {
      const found = await ask<readonly vscode.SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        'passes the buck',
      );
      return found.some(({ containerName }) => containerName === 'Zubok and Pleshakov') ? found : undefined;
    });
    assert.ok(symbols.some(({ name }) => name.startsWith('Stalin "passes the buck"')));
    const links = await ask<readonly vscode.DocumentLink[]>('vscode.executeLinkProvider', document.uri);
    assert.ok(
      links.some(({ target }) => target?.path.endsWith('references.bib') && target.fragment === 'L1'),
    );
  });

  test('lenses above the notes, only by setting', async () => {
    const draft = await openDraft(`${KOREA}.\n`);
    const notes = await vscode.workspace.openTextDocument(
      workspaceUri('notes/Zubok and Pleshakov Notes.txt'),
    );
    const lenses = () => ask<readonly vscode.CodeLens[]>('vscode.executeCodeLensProvider', notes.uri);
    assert.deepEqual(
      (await lenses()).filter(({ command }) => command?.title.startsWith('used')),
      [],
    );
    await withSetting('codeLens', true, async () => {
      const found = await eventually(async () => {
        const all = await lenses();
        return all.find(({ range }) => notes.lineAt(range.start).text.startsWith('Korea had to be captured'));
      });
      assert.match(found.command?.title ?? '', /^used \d+× in .*\.md/);
      assert.ok(found.command?.title.includes(draft.document.uri.path.split('/').at(-1) ?? '?'));
    });
  });

  test('a mark for a missing citation becomes one, and one undo brings it back', async () => {
    const before = 'Stalin hid the Soviet hand in Korea CITENEEDED. So.\n';
    const editor = await openDraft(before);
    const range = new vscode.Range(0, 40, 0, 40);
    const action = await eventually(async () => {
      const found = await ask<readonly vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        editor.document.uri,
        range,
      );
      return found.find(({ title }) => title.startsWith('Cite Zubok and Pleshakov'));
    });
    assert.ok(action.command);
    await ask(action.command.command, ...((action.command.arguments ?? []) as readonly unknown[]));
    assert.match(
      editor.document.getText(),
      /^Stalin hid the Soviet hand in Korea\.\[\^1\] So\.\n\n\[\^1\]: Vladislav/,
    );
    await ask('undo');
    assert.equal(editor.document.getText(), before);
  });

  test('a phrase is replaced by the quotation, to the letter', async () => {
    const editor = await openDraft('In the end Stalin passes the buck to the Chinese.');
    editor.selection = new vscode.Selection(0, 30, 0, 30);
    await eventually(async () => {
      await ask('marginalia.replaceByQuotation');
      return editor.document.getText().includes('[^1]');
    });
    assert.match(editor.document.getText(), /"passes the buck"[.]?\[\^1\]/);
  });

  for (const [wording, expected] of [
    ['stub', /^Zubok and Pleshakov argue that Stalin "passes the buck" .*\[\^1\]\n\n\[\^1\]: Vladislav/],
    ['quotation', /^"passes the buck"\[\^1\]\n\n/],
    ['citation', /^Stalin pass\[\^1\]\n\n/],
  ] as const) {
    test(`by setting, the ${wording} comes in, as one step`, async () => {
      await withSetting('insertion.wording', wording, async () => {
        const editor = await openDraft('Stalin pass');
        await accept(editor);
        assert.match(editor.document.getText(), expected);
        if (wording === 'stub') assert.match(editor.document.getText(editor.selection), /^Stalin "passes/);
        await ask('undo');
        assert.equal(editor.document.getText(), 'Stalin pass');
      });
    });
  }

  test('at several cursors the words come to each, and share one note', async () => {
    const editor = await openDraft('Stalin pass\n\nStalin pass');
    editor.selections = [new vscode.Selection(2, 11, 2, 11), new vscode.Selection(0, 11, 0, 11)];
    await accept(editor);
    const text = editor.document.getText();
    assert.match(
      text,
      /^Stalin "passes[^\n]*\[\^1\]\n\nStalin "passes[^\n]*\[\^1\]\n\n\[\^1\]: Vladislav[^\n]*$/,
    );
    await ask('undo');
    assert.equal(editor.document.getText(), 'Stalin pass\n\nStalin pass');
  });

  test('ghost text is off by default; taken, it comes with its citation and goes with one undo', async () => {
    await withSetting('ghostText', true, async () => {
      const editor = await openDraft('US signs security tr');
      await ask('editor.action.inlineSuggest.trigger');
      await eventually(async () => {
        await ask('editor.action.inlineSuggest.commit');
        return editor.document.getText().includes('[^1]: ');
      });
      assert.match(
        editor.document.getText(),
        /^US signs security treaty with Japan\[\^1\]\n\n\[\^1\]: Vladislav/,
      );
      await ask('undo');
      assert.equal(editor.document.getText(), 'US signs security tr');
    });
  });

  test('another extension that asks right after a list of ours has come gets its answer', async () => {
    const editor = await openDraft('');
    // A list comes for the phrase; what asks next about this document is taken for VS Code itself.
    for (const letter of 'Stalin passes the bu')
      await editor.edit((edit) => edit.insert(editor.selection.active, letter));
    await new Promise((resolve) => setTimeout(resolve, 500));
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'zzz '));
    const answer = vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      editor.document.uri,
      new vscode.Position(0, 3),
    );
    const late = new Promise((resolve) => setTimeout(resolve, 20_000, 'never'));
    assert.notEqual(await Promise.race([answer, late]), 'never');
  });

  test('untitled drafts are essays; files outside of the globs are none', async () => {
    const untitled = await vscode.workspace.openTextDocument({
      language: 'markdown',
      content: 'Stalin pass',
    });
    await vscode.window.showTextDocument(untitled);
    const items = await eventually(async () => {
      const found = await argumentItemsAt(untitled, new vscode.Position(0, 11));
      return found.length > 0 ? found : undefined;
    });
    assert.ok(items.length > 0);
    await withSetting('essays', ['essays/**'], async () => {
      const editor = await openDraft('Stalin pass');
      assert.deepEqual(await argumentItemsAt(editor.document, editor.selection.active), []);
    });
  });
});

/** Takes the first argument, as VS Code does: its command, after its text. */
async function accept(editor: vscode.TextEditor): Promise<void> {
  const [item] = await eventually(async () => {
    const items = await argumentItemsAt(editor.document, editor.selection.active);
    return items.length > 0 ? items : undefined;
  });
  assert.ok(item?.command);
  await ask(item.command.command, ...((item.command.arguments ?? []) as readonly unknown[]));
}
