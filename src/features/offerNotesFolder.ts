import * as vscode from 'vscode';
import { likelyNotes } from '../core/notes/likelyNotes';
import type { FindFiles } from './shared/findFiles';

const ANSWERED = 'offeredNotesFolder';
/** Files that are looked at for names of notes. */
const MAX_FILES = 200;

/**
 * Where nothing has been found in the notes folders, but other files of the workspace are named like reading notes, asks
 * once whether they are. The answer is remembered for the workspace.
 */
export async function offerNotesFolder(
  hasNotes: () => Promise<boolean>,
  state: vscode.Memento,
  findFiles: FindFiles = vscode.workspace.findFiles,
): Promise<void> {
  const [root] = vscode.workspace.workspaceFolders ?? [];
  if (!root || state.get(ANSWERED)) return;
  if (await hasNotes()) return;
  const found = await findFiles(
    new vscode.RelativePattern(root, '**/*.{txt,md,docx,org}'),
    '**/{node_modules,.*}/**',
    MAX_FILES,
  );
  const likely = likelyNotes(found.map((uri) => vscode.workspace.asRelativePath(uri, false)));
  if (!likely || likely.folder === '') return;
  const yes = vscode.l10n.t('Read as Notes');
  const never = vscode.l10n.t('Don’t Ask Again');
  const answer = await vscode.window.showInformationMessage(
    vscode.l10n.t(
      'The folder “{0}” looks like reading notes. Shall Marginalia read it, so that its arguments are at hand while you write?',
      likely.folder,
    ),
    yes,
    never,
  );
  if (answer === undefined) return;
  await state.update(ANSWERED, true);
  if (answer !== yes) return;
  const settings = vscode.workspace.getConfiguration('marginalia', root.uri);
  const folders = settings.get<readonly string[]>('notes.folders') ?? [];
  await settings.update('notes.folders', [...folders, likely.folder], vscode.ConfigurationTarget.Workspace);
}
