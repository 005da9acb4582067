import * as vscode from 'vscode';
import { commandIds } from '../core/languageFeatures/commands';
import type { Marginalia } from '../core/marginalia';
import type { Library } from '../core/notes/library';
import { emptyState } from '../core/panel/emptyState';
import { essaySelector } from './shared/essays';
import { followLibrary } from './shared/followLibrary';

/** Keeps the state of the library where it is seen but not in the way: a Markdown language status, and context keys. */
export function registerLibraryStatus(marginalia: Marginalia): vscode.Disposable {
  const status = vscode.languages.createLanguageStatusItem('marginalia.library', essaySelector);
  status.name = 'Marginalia';
  status.command = { title: vscode.l10n.t('Show Notes'), command: 'marginalia.notes.focus' };
  status.busy = true;
  const following = followLibrary(marginalia, (library) => {
    status.busy = !library.isComplete;
    status.text = vscode.l10n.t('{0} arguments in your notes', library.arguments.size);
    const problems = library.problems.length;
    status.detail =
      problems > 0 ? vscode.l10n.t('{0} places could not be read: see Problems', problems) : summary(library);
    status.severity =
      problems > 0 ? vscode.LanguageStatusSeverity.Warning : vscode.LanguageStatusSeverity.Information;
    void vscode.commands.executeCommand('setContext', 'marginalia.emptyState', emptyState(library));
  });
  return vscode.Disposable.from(status, following);
}

function summary(library: Library): string {
  if (!library.hasRoot) return vscode.l10n.t('Open a folder with your essay and your notes');
  if (library.files.length === 0) return vscode.l10n.t('Put reading notes into the folder “notes”');
  return vscode.l10n.t('{0} notes files, {1} bibliography entries', library.files.length, library.items.size);
}

/** `Marginalia: Create Notes Folder`, the next step where there is none. */
export function registerCreateNotesFolder(): vscode.Disposable {
  return vscode.commands.registerCommand(commandIds.createNotesFolder, async () => {
    const [root] = vscode.workspace.workspaceFolders ?? [];
    if (!root) return void vscode.commands.executeCommand('vscode.openFolder');
    const [name = 'notes'] =
      vscode.workspace.getConfiguration('marginalia', null).get<string[]>('notes.folders') ?? [];
    const folder = vscode.Uri.joinPath(root.uri, name);
    await vscode.workspace.fs.createDirectory(folder);
    await vscode.commands.executeCommand('revealInExplorer', folder);
  });
}
