import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, eventually, openDraft, workspaceUri } from './support/editor';

const problemsOf = (document: vscode.TextDocument) =>
  vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'Marginalia');

const codesOf = (document: vscode.TextDocument) => problemsOf(document).map(({ code }) => code);

async function actionsAt(document: vscode.TextDocument, words: string): Promise<vscode.CodeAction[]> {
  const at = document.positionAt(document.getText().indexOf(words) + 1);
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    new vscode.Range(at, at),
  );
}

suite('Problems of the essay', () => {
  teardown(closeEditors);

  test('appear, are corrected by a quick fix, and are gone', async () => {
    const { document } = await openDraft(
      '# T\n\nHe said: “Let the Americans not be our neighbors in the far east” [@zubok1996, p. 3].\n',
    );
    await eventually(() => codesOf(document).includes('misquotation'));
    const [problem] = problemsOf(document);
    assert.equal(problem?.severity, vscode.DiagnosticSeverity.Warning);
    assert.equal(document.getText(problem.range), '“Let the Americans not be our neighbors in the far east”');
    assert.match(problem.relatedInformation?.[0]?.location.uri.path ?? '', /Zubok and Pleshakov Notes\.txt$/);
    const fix = (await actionsAt(document, '“Let')).find(({ title }) => title === 'Correct the Quotation');
    assert.ok(fix?.edit);
    await vscode.workspace.applyEdit(fix.edit);
    assert.ok(document.getText().includes('“Let the Americans be our neighbors in the far east”'));
    await eventually(() => codesOf(document).length === 0);
  });

  test('a sentence is cited by a quick fix', async () => {
    const { document } = await openDraft(
      '# T\n\nIt rained. Korea had to be captured before Japan could get back on its feet. Nobody came.\n',
    );
    await eventually(() => codesOf(document).includes('uncited-argument'));
    const cite = (await actionsAt(document, 'Korea')).find(({ title }) => title === 'Cite the Argument');
    assert.ok(cite?.command);
    await vscode.commands.executeCommand(
      cite.command.command,
      ...((cite.command.arguments ?? []) as unknown[]),
    );
    await eventually(() => document.getText().includes('back on its feet.[^1] Nobody'));
    await eventually(() => codesOf(document).length === 0);
  });

  test('are dismissed by their content, not by their place, and leave the essay alone', async () => {
    const { document } = await openDraft('# T\n\nSo it was [@nobody1900].\n');
    await eventually(() => codesOf(document).includes('unknown-citekey'));
    const before = document.getText();
    const dismiss = (await actionsAt(document, '@nobody')).find(({ title }) => title === 'Dismiss');
    assert.ok(dismiss?.command);
    await vscode.commands.executeCommand(
      dismiss.command.command,
      ...((dismiss.command.arguments ?? []) as unknown[]),
    );
    await eventually(() => codesOf(document).length === 0);
    assert.equal(document.getText(), before);

    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(2, 0), 'First this. And [@somebody1900] too.\n\n');
    await vscode.workspace.applyEdit(edit);
    await eventually(() => codesOf(document).length === 1);
    assert.match(problemsOf(document)[0]?.message ?? '', /somebody1900/);
  });

  test('a setting changes how loudly a check speaks', async () => {
    const configuration = vscode.workspace.getConfiguration('marginalia', null);
    const { document } = await openDraft('# T\n\nSo it was CITENEEDED.\n');
    await eventually(() => codesOf(document).includes('citation-needed'));
    try {
      await configuration.update('checks.citation-needed', 'off', vscode.ConfigurationTarget.Workspace);
      await eventually(() => codesOf(document).length === 0);
    } finally {
      await configuration.update('checks.citation-needed', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  test('are none in notes', async () => {
    const uri = workspaceUri('notes/extra.md');
    await vscode.workspace.fs.writeFile(
      uri,
      new TextEncoder().encode('# Extra Notes\n\n- So it was [@nobody1900] CITENEEDED\n'),
    );
    try {
      const document = await vscode.workspace.openTextDocument(uri);
      await vscode.window.showTextDocument(document);
      await new Promise((resolve) => setTimeout(resolve, 1500));
      assert.deepEqual(codesOf(document), []);
    } finally {
      await closeEditors();
      await vscode.workspace.fs.delete(uri);
    }
  });

  test('the report opens as a page', async () => {
    await openDraft('# T\n\nKorea had to be captured before Japan could get back on its feet.\n');
    await vscode.commands.executeCommand('marginalia.showHandInReport');
    await eventually(() =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .find(
          ({ label, input }) =>
            input instanceof vscode.TabInputWebview && label.startsWith('Before handing in'),
        ),
    );
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
});
