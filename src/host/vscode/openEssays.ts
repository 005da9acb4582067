import * as vscode from 'vscode';
import { EssayDocument } from '../../core/essay/essayDocument';
import { DisposableStore } from '../../core/util/disposable';
import { isEssayFile } from './essayFiles';
import { isMarkedDocument } from './markedFiles';

/** The essays that are open: Markdown documents outside of the notes, read anew only where they were edited. */
export class OpenEssays implements vscode.Disposable {
  readonly #disposables = new DisposableStore();
  readonly #read = new WeakMap<
    vscode.TextDocument,
    { readonly version: number; readonly essay: EssayDocument }
  >();
  /** Whether a document is an essay by its place, so that a keystroke need not ask the settings. */
  #places = new WeakMap<vscode.TextDocument, boolean>();
  #last: vscode.Uri | undefined;

  constructor() {
    const forget = () => (this.#places = new WeakMap());
    for (const subscription of [
      vscode.workspace.onDidChangeConfiguration(forget),
      vscode.workspace.onDidChangeWorkspaceFolders(forget),
      vscode.workspace.onDidOpenTextDocument(forget),
      vscode.workspace.onDidCloseTextDocument(forget),
    ])
      this.#disposables.add(subscription);
    const remember = (editor: vscode.TextEditor | undefined) => {
      if (editor && this.isEssay(editor.document)) this.#last = editor.document.uri;
    };
    remember(vscode.window.activeTextEditor);
    this.#disposables.add(vscode.window.onDidChangeActiveTextEditor(remember));
    this.#disposables.add(
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        if (this.#last?.toString() === uri.toString()) this.#last = undefined;
      }),
    );
  }

  isEssay(document: vscode.TextDocument): boolean {
    if (document.languageId !== 'markdown') return false;
    const isInPlace = this.#places.get(document) ?? isEssayFile(document.uri);
    this.#places.set(document, isInPlace);
    return isInPlace && !isMarkedDocument(document);
  }

  /** The essay in `document`, or undefined if it holds none. */
  of(document: vscode.TextDocument): EssayDocument | undefined {
    if (!this.isEssay(document)) return undefined;
    const known = this.#read.get(document);
    if (known?.version === document.version) return known.essay;
    const text = document.getText();
    const essay = known ? known.essay.edited(text) : EssayDocument.read(text, document.uri.toString());
    this.#read.set(document, { version: document.version, essay });
    return essay;
  }

  /** The editor that an argument goes to: the active essay's, else the one that was active last. */
  async target(): Promise<vscode.TextEditor | undefined> {
    const active = vscode.window.activeTextEditor;
    if (active && this.isEssay(active.document)) return active;
    const last = this.#last?.toString();
    const visible = vscode.window.visibleTextEditors.find(
      ({ document }) => document.uri.toString() === last || (last === undefined && this.isEssay(document)),
    );
    if (visible) return visible;
    return this.#last && vscode.window.showTextDocument(this.#last);
  }

  dispose(): void {
    this.#disposables.dispose();
  }
}
