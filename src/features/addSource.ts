import * as vscode from 'vscode';
import { isObject } from '../core/citation/bibliography/cslItemReader';
import { newItem, type SourceForm, sourceKinds } from '../core/citation/bibliography/newItem';
import { commandIds } from '../core/languageFeatures/commands';
import type { Marginalia } from '../core/marginalia';
import type { LibraryBibliography } from '../core/notes/library';

/** `Marginalia: Add Source…`: a small form, and a new entry in one of the student's bibliographies. */
export function registerAddSource(marginalia: Marginalia): vscode.Disposable {
  return vscode.commands.registerCommand(commandIds.addSource, async (given: unknown) => {
    const { bibliographies, items, files } = await marginalia.library();
    const form = isSourceForm(given) ? given : await askForSource(labelOf(given, files));
    if (!form) return;
    const file = await pickFile(bibliographies, fileOf(given));
    if (!file) return;
    const { appendEntry, suggestCitekey } = await import('../core/citation/bibliography/appendEntry');
    const draft = newItem(form, 'new');
    const item = newItem(form, suggestCitekey(draft, new Set(items.keys())));
    const document = await openOrCreate(file.uri);
    const edit = appendEntry(document.getText(), file.format, item);
    if (!edit) {
      void vscode.window.showWarningMessage(
        vscode.l10n.t('{0} is no list of entries, so nothing can be added to it.', file.name),
      );
      return;
    }
    const change = new vscode.WorkspaceEdit();
    const range = new vscode.Range(document.positionAt(edit.span.start), document.positionAt(edit.span.end));
    change.replace(document.uri, range, edit.newText);
    if (!(await vscode.workspace.applyEdit(change))) return;
    await document.save();
    vscode.window.setStatusBarMessage(
      vscode.l10n.t('{0} has been added to {1}.', `@${item.id}`, file.name),
      5000,
    );
  });
}

interface BibliographyFile {
  readonly uri: vscode.Uri;
  readonly name: string;
  readonly format: LibraryBibliography['format'];
}

function isSourceForm(value: unknown): value is SourceForm {
  return isObject(value) && typeof value.title === 'string' && typeof value.kind === 'string';
}

/** The bibliography that a caller has decided on. */
function fileOf(given: unknown): string | undefined {
  return isObject(given) && typeof given.file === 'string' ? given.file : undefined;
}

/** What the notes call the source that the command was called on. */
function labelOf(
  chosen: unknown,
  files: readonly {
    readonly sources: readonly { readonly id: string; readonly notes: { readonly label: string } }[];
  }[],
): string {
  const { sourceId } = (chosen ?? {}) as { readonly sourceId?: unknown };
  const source = files.flatMap(({ sources }) => sources).find(({ id }) => id === sourceId);
  return source?.notes.label ?? '';
}

async function askForSource(label: string): Promise<SourceForm | undefined> {
  const title = label === '' ? vscode.l10n.t('Add Source') : vscode.l10n.t('Add Source: {0}', label);
  const picked = await vscode.window.showQuickPick(
    sourceKinds.map((each) => ({ label: kindName(each), value: each })),
    { title, placeHolder: vscode.l10n.t('What is it?') },
  );
  if (!picked) return undefined;
  const kind = picked.value;
  const ask = (prompt: string, placeHolder: string, value = '') =>
    vscode.window.showInputBox({ title, prompt, placeHolder, value, ignoreFocusOut: true });
  const optional = vscode.l10n.t('Leave it empty if you don’t know it.');
  const authors = await ask(
    vscode.l10n.t('Authors, separated by semicolons. {0}', optional),
    'Zubok, Vladislav; Pleshakov, Constantine',
  );
  if (authors === undefined) return undefined;
  const name = await ask(
    vscode.l10n.t('The title, with the subtitle after a colon.'),
    'Inside the Kremlin’s Cold War: From Stalin to Khrushchev',
  );
  if (name === undefined || name.trim() === '') return undefined;
  const year = await ask(vscode.l10n.t('The year. {0}', optional), '1996');
  if (year === undefined) return undefined;
  const isPart = kind !== 'book' && kind !== 'thesis' && kind !== 'webpage';
  const container = isPart
    ? await ask(vscode.l10n.t('The journal, newspaper or book that it is in. {0}', optional), '')
    : '';
  if (container === undefined) return undefined;
  const publisher =
    kind === 'article-journal' || kind === 'article-newspaper'
      ? ''
      : await ask(
          vscode.l10n.t('Place and publisher. {0}', optional),
          'Cambridge, MA: Harvard University Press',
        );
  if (publisher === undefined) return undefined;
  return { kind, authors, title: name, year, container, publisher };
}

function kindName(kind: SourceForm['kind']): string {
  const names: Readonly<Record<SourceForm['kind'], string>> = {
    book: vscode.l10n.t('Book'),
    chapter: vscode.l10n.t('Chapter of a Book'),
    'article-journal': vscode.l10n.t('Journal Article'),
    'article-newspaper': vscode.l10n.t('Newspaper Article'),
    thesis: vscode.l10n.t('Thesis'),
    webpage: vscode.l10n.t('Web Page'),
  };
  return names[kind];
}

/** The only bibliography, the one that the student picks, or, where there is none, a new one in the notes' place. */
async function pickFile(
  bibliographies: readonly LibraryBibliography[],
  chosen: string | undefined,
): Promise<BibliographyFile | undefined> {
  const files = bibliographies.map(({ file, format }): BibliographyFile => {
    return { uri: vscode.Uri.parse(file.uri, true), name: file.name, format };
  });
  if (files.length === 0) {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    if (folder)
      return {
        uri: vscode.Uri.joinPath(folder.uri, 'references.bib'),
        name: 'references.bib',
        format: 'biblatex',
      };
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Open the folder in which your essay lies: the bibliography is kept there.'),
    );
    return undefined;
  }
  const known = files.length === 1 ? files[0] : files.find(({ uri }) => uri.toString() === chosen);
  if (known) return known;
  const picked = await vscode.window.showQuickPick(
    files.map((file) => ({ label: file.name, file })),
    { title: vscode.l10n.t('Which bibliography takes the new source?') },
  );
  return picked?.file;
}

async function openOrCreate(uri: vscode.Uri): Promise<vscode.TextDocument> {
  try {
    await vscode.workspace.fs.stat(uri);
  } catch {
    await vscode.workspace.fs.writeFile(uri, new Uint8Array());
  }
  return vscode.workspace.openTextDocument(uri);
}
