import * as vscode from 'vscode';
import { commandIds } from '../core/languageFeatures/commands';

/** `Marginalia: Copy MCP Configuration`: what a client needs to start `marginalia mcp` for this folder. */
export function registerCopyAssistantConfiguration(extension: vscode.Uri): vscode.Disposable {
  return vscode.commands.registerCommand(commandIds.copyAssistantConfiguration, async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    if (folder?.uri.scheme !== 'file' || extension.scheme !== 'file') {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Open a folder on this computer first: an assistant reads the notes of one folder.'),
      );
      return;
    }
    const notes = vscode.workspace
      .getConfiguration('marginalia', folder.uri)
      .get<readonly string[]>('notes.folders', [])
      .flatMap((name) => ['--notes', vscode.Uri.joinPath(folder.uri, name).fsPath]);
    const server = {
      command: 'node',
      args: [vscode.Uri.joinPath(extension, 'dist', 'cli.js').fsPath, 'mcp', ...notes],
      cwd: folder.uri.fsPath,
    };
    await vscode.env.clipboard.writeText(JSON.stringify({ mcpServers: { marginalia: server } }, null, 2));
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        'Copied. Paste it into your assistant’s MCP configuration: it can then read your notes, and change nothing.',
      ),
    );
  });
}
