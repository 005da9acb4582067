import * as vscode from 'vscode';
import { commandIds } from '../core/languageFeatures/commands';
import type { Marginalia } from '../core/marginalia';
import { isShownRight, outlineSteps } from '../core/notes/index';
import type { LibraryFile } from '../core/notes/library';
import { normalizedFile } from '../core/notes/normalizedFile';
import { Slices } from '../core/util/steps';
import { notesFileOf, openNotesDocument } from './shared/openNotes';

const SCHEME = 'marginalia-normalized';

/**
 * `Marginalia: Normalize Notes File…`: shows the notes beside their clean Markdown, and only then, if the student agrees,
 * rewrites a Markdown file in one step that can be undone, or writes a new one beside a file of another format.
 */
export function registerNormalizeNotes(marginalia: Marginalia): vscode.Disposable {
  const previews = new Map<string, string>();
  const normalize = async (chosen: unknown) => {
    const file = await pickFile(marginalia, chosen);
    if (file) await normalizeFile(file, previews);
  };
  return vscode.Disposable.from(
    vscode.commands.registerCommand(commandIds.normalizeNotes, normalize),
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      provideTextDocumentContent: (uri) => previews.get(uri.toString()) ?? '',
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => previews.delete(uri.toString())),
  );
}

/** The notes file that the command was called on, that is active, or that the student picks. */
async function pickFile(marginalia: Marginalia, chosen: unknown): Promise<LibraryFile | undefined> {
  const { files } = await marginalia.library();
  const active = vscode.window.activeTextEditor?.document;
  const uri = chosen instanceof vscode.Uri ? chosen.toString() : active && notesFileOf(active);
  const known = files.find(({ file }) => file.uri === uri);
  if (known) return known;
  const items = files.map((file) => ({ label: file.file.name, file }));
  const title = vscode.l10n.t('Which notes do you want as clean Markdown?');
  return (await vscode.window.showQuickPick(items, { title }))?.file;
}

async function normalizeFile({ file, outline }: LibraryFile, previews: Map<string, string>): Promise<void> {
  const say = (message: string) => void vscode.window.showInformationMessage(message);
  const document = await openNotesDocument(file.uri, outline);
  const original = document.getText();
  const uri = vscode.Uri.parse(file.uri, true);
  const bytes = await vscode.workspace.fs.readFile(uri);
  if (outline.text === undefined && !isShownRight(bytes, document.encoding)) {
    say(vscode.l10n.t('The editor shows {0} in the wrong encoding. Reopen it in its own first.', file.name));
    return;
  }
  const slices = new Slices();
  const read =
    outline.text === undefined
      ? await slices.finish(outlineSteps(original, nameOf(uri), document.encoding))
      : outline;
  const plan = await slices.finish(normalizedFile(file.name, read, original));
  if (plan.kind === 'unfaithful') {
    say(
      vscode.l10n.t(
        '{0} can’t be rewritten without changing what is read from it, so it stays as it is.',
        file.name,
      ),
    );
    return;
  }
  if (plan.kind === 'clean') {
    say(vscode.l10n.t('{0} is clean Markdown already.', file.name));
    return;
  }

  const target = plan.kind === 'replace' ? uri : await freeName(uri);
  const preview = uri.with({ scheme: SCHEME, path: target.path, query: String(Date.now()) });
  previews.set(preview.toString(), plan.text);
  const title = vscode.l10n.t('{0}: as it is ↔ as clean Markdown', file.name);
  await vscode.commands.executeCommand('vscode.diff', document.uri, preview, title, { preview: true });
  const agree =
    plan.kind === 'replace' ? vscode.l10n.t('Rewrite') : vscode.l10n.t('Create {0}', nameOf(target));
  const question =
    plan.kind === 'replace'
      ? vscode.l10n.t('Rewrite {0} as shown on the right? One undo takes it back.', file.name)
      : vscode.l10n.t('Write the clean notes to {0}? {1} stays as it is.', nameOf(target), file.name);
  if ((await vscode.window.showInformationMessage(question, agree)) !== agree) return;
  if (document.getText() !== original) {
    say(vscode.l10n.t('{0} has changed in the meantime: normalize it again.', file.name));
    return;
  }
  const edit = new vscode.WorkspaceEdit();
  if (plan.kind === 'replace') {
    edit.replace(uri, new vscode.Range(0, 0, document.lineCount, 0), plan.text);
  } else {
    edit.createFile(target, { contents: new TextEncoder().encode(plan.text), overwrite: false });
  }
  if (!(await vscode.workspace.applyEdit(edit))) {
    say(vscode.l10n.t('{0} could not be written.', nameOf(target)));
    return;
  }
  await vscode.window.showTextDocument(target, { preview: false });
  if (plan.kind === 'create') await offerToLeaveOut(uri);
}

/** Both files lie among the notes now, so their arguments would be found twice. */
async function offerToLeaveOut(uri: vscode.Uri): Promise<void> {
  const leaveOut = vscode.l10n.t('Leave Out {0}', nameOf(uri));
  const chosen = await vscode.window.showInformationMessage(
    vscode.l10n.t('Both files are read as notes now. Leave out the old one? It is not deleted.'),
    leaveOut,
  );
  const root = vscode.workspace.getWorkspaceFolder(uri);
  if (chosen !== leaveOut || !root) return;
  const configuration = vscode.workspace.getConfiguration('marginalia', root.uri);
  const before = configuration.get<unknown>('notes.exclude');
  const path = uri.path.slice(root.uri.path.length + 1).replace(/[\\*?[\]{}()!]/g, '\\$&');
  const target =
    (vscode.workspace.workspaceFolders?.length ?? 0) > 1
      ? vscode.ConfigurationTarget.WorkspaceFolder
      : vscode.ConfigurationTarget.Workspace;
  await configuration.update(
    'notes.exclude',
    [...(Array.isArray(before) ? (before as readonly unknown[]) : []), path],
    target,
  );
}

const nameOf = ({ path }: vscode.Uri) => path.slice(path.lastIndexOf('/') + 1);

/** A name beside the file that no other one has: `Voss.md`, else `Voss 2.md`. */
async function freeName(uri: vscode.Uri): Promise<vscode.Uri> {
  const stem = nameOf(uri).replace(/\.[^.]*$/, '');
  for (let number = 1; ; number++) {
    const name = number === 1 ? `${stem}.md` : `${stem} ${String(number)}.md`;
    const candidate = vscode.Uri.joinPath(uri, '..', name);
    const taken = await vscode.workspace.fs.stat(candidate).then(
      () => true,
      () => false,
    );
    if (!taken) return candidate;
  }
}
