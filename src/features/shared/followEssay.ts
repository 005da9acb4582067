import * as vscode from 'vscode';
import type { EssayDocument } from '../../core/essay/essayDocument';
import { debounce } from '../../core/util/debounce';
import type { Essays } from './essays';

/** Milliseconds for which the cursor must rest before views follow it. */
const PAUSE = 300;

/** The essay that is written at, and the cursor's place in it. */
export interface EssayPlace {
  readonly document: vscode.TextDocument;
  readonly essay: EssayDocument;
  readonly offset: number;
}

/**
 * Knows the essay that is being written, also while a notes file or a view is looked at, and tells when its cursor has
 * come to rest elsewhere, or its text has changed: once, however often it moved before.
 */
export class FollowedEssay implements vscode.Disposable {
  readonly #essays: Essays;
  readonly #rests = new vscode.EventEmitter<void>();
  readonly #settle = debounce(() => this.#rests.fire(), PAUSE);
  readonly #subscriptions: vscode.Disposable;
  #editor: vscode.TextEditor | undefined;

  /** Fires when the cursor has come to rest. */
  readonly onDidRest = this.#rests.event;

  constructor(essays: Essays) {
    this.#essays = essays;
    const moved = (editor: vscode.TextEditor | undefined) => {
      if (editor && this.#essays.of(editor.document)) this.#editor = editor;
      this.#settle.call();
    };
    moved(vscode.window.activeTextEditor);
    this.#subscriptions = vscode.Disposable.from(
      vscode.window.onDidChangeActiveTextEditor(moved),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor === vscode.window.activeTextEditor) moved(textEditor);
      }),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document === this.#editor?.document) this.#settle.call();
      }),
      vscode.workspace.onDidCloseTextDocument(() => this.#settle.call()),
    );
  }

  /** Undefined while no essay is open. */
  get place(): EssayPlace | undefined {
    const editor =
      this.#editor && !this.#editor.document.isClosed
        ? this.#editor
        : vscode.window.visibleTextEditors.find(({ document }) => this.#essays.of(document));
    const essay = editor && this.#essays.of(editor.document);
    if (!essay) return undefined;
    return { document: editor.document, essay, offset: editor.document.offsetAt(editor.selection.active) };
  }

  dispose(): void {
    this.#settle.dispose();
    this.#subscriptions.dispose();
    this.#rests.dispose();
  }
}
