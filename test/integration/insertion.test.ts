import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { argumentItemsAt, closeEditors, eventually, openDraft } from './support/editor';

const BUCK =
  'Stalin "passes the buck" to the Chinese – telling them to intervene militarily with "volunteers" under Chinese command';
const FULL =
  'Vladislav Zubok and Constantine Pleshakov, *Inside the Kremlin’s Cold War: From Stalin to Khrushchev* (Cambridge, MA: Harvard University Press, 1996).';

/** Accepts the first completion at the cursor, as VS Code does: its command, after its text. */
async function acceptFirst(editor: vscode.TextEditor): Promise<void> {
  const [item] = await eventually(async () => {
    const items = await argumentItemsAt(editor.document, editor.selection.active);
    return items.length > 0 ? items : undefined;
  });
  assert.ok(item?.command);
  await vscode.commands.executeCommand(
    item.command.command,
    ...((item.command.arguments ?? []) as readonly unknown[]),
  );
}

suite('Insertion', () => {
  teardown(closeEditors);

  for (const [where, before, after] of [
    ['at the very end', 'Stalin pass', `${BUCK}[^1]\n\n[^1]: ${FULL}`],
    [
      'in a list at the end',
      '# Plan\n\n- First\n  - Stalin pass',
      `# Plan\n\n- First\n  - ${BUCK}[^1]\n\n[^1]: ${FULL}`,
    ],
  ] as const) {
    test(`a completion ${where} puts in argument and note, and one undo takes both back`, async () => {
      const editor = await openDraft(before);
      await acceptFirst(editor);
      assert.equal(editor.document.getText(), after);
      assert.equal(
        editor.document
          .getText(new vscode.Range(new vscode.Position(0, 0), editor.selection.active))
          .slice(-4),
        '[^1]',
      );
      await vscode.commands.executeCommand('undo');
      assert.equal(editor.document.getText(), before);
    });
  }

  test('a second one gets the short note, in the middle of the text', async () => {
    const editor = await openDraft('Stalin pass');
    await acceptFirst(editor);
    await editor.edit((edit) => edit.insert(editor.selection.active, ' Mao wants to jump'));
    await acceptFirst(editor);
    assert.match(
      editor.document.getText(),
      /"military romanticism"\[\^2\]\n\n\[\^1\]: Vladislav .*\n\[\^2\]: Zubok and Pleshakov\.$/,
    );
    await vscode.commands.executeCommand('undo');
    assert.match(editor.document.getText(), /command\[\^1\] Mao wants to jump\n\n\[\^1\]: [^\n]*$/);
  });

  test('snippet characters and Windows line ends come out as themselves', async () => {
    const editor = await openDraft('A price of $1 and ${2} \\ \n\nStalin pass');
    await editor.edit((edit) => edit.setEndOfLine(vscode.EndOfLine.CRLF));
    await acceptFirst(editor);
    const text = editor.document.getText();
    assert.equal(text, `A price of $1 and \${2} \\ \r\n\r\n${BUCK}[^1]\r\n\r\n[^1]: ${FULL}`);
  });

  test('by setting, as Pandoc’s citation', async () => {
    const configuration = vscode.workspace.getConfiguration('marginalia', null);
    await configuration.update('insertion.citation', 'pandoc', vscode.ConfigurationTarget.Workspace);
    try {
      const editor = await openDraft('Stalin pass');
      await acceptFirst(editor);
      assert.equal(editor.document.getText(), `${BUCK} [@zubok1996]`);
    } finally {
      await configuration.update('insertion.citation', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  test('a source joins the citation that stands there, with one undo', async () => {
    const before =
      'Korea had to be captured before Japan could get back on its feet [see @roe2001, p. 3, top].';
    const editor = await openDraft(before);
    editor.selection = new vscode.Selection(0, 10, 0, 10);
    await vscode.commands.executeCommand('marginalia.insertCitation');
    assert.equal(editor.document.getText(), before.replace('top]', 'top; @zubok1996]'));
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), before);
  });

  test('the sentence at the cursor is cited by command', async () => {
    const editor = await openDraft(
      'Korea had to be captured before Japan could get back on its feet. It was.',
    );
    editor.selection = new vscode.Selection(0, 10, 0, 10);
    await vscode.commands.executeCommand('marginalia.insertCitation');
    assert.equal(
      editor.document.getText(),
      `Korea had to be captured before Japan could get back on its feet.[^1] It was.\n\n[^1]: ${FULL}`,
    );
  });
});
