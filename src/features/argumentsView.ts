import * as vscode from 'vscode';
import { commandIds } from '../core/languageFeatures/commands';
import type { Marginalia } from '../core/marginalia';
import { type ArgumentsPanel, type Marks, StaleList } from '../core/panel/argumentsPanel';
import {
  type CardAction,
  type FocusPlace,
  type PageAction,
  type PanelAnswers,
  type PanelMessage,
  type PanelRequest,
  readPanelCall,
} from '../core/panel/protocol';
import type { Reading } from '../core/readingProgress';
import type { Essays } from './shared/essays';
import type { FollowedEssay } from './shared/followEssay';
import { panelPage } from './shared/panelPage';

const VIEW = 'marginalia.arguments';

/** The side panel's page: the notes that belong to the sentence at the cursor, or that are searched for. */
export function registerArgumentsView(provider: ArgumentsViewProvider): vscode.Disposable {
  return vscode.Disposable.from(
    provider,
    vscode.commands.registerCommand(commandIds.showArguments, (chosen: unknown) =>
      provider.show((chosen as { readonly offset?: number } | undefined)?.offset),
    ),
  );
}

/** Makes the page and answers what it asks. */
export class ArgumentsViewProvider implements vscode.WebviewViewProvider, vscode.Disposable {
  readonly #essays: Essays;
  readonly #followed: FollowedEssay;
  readonly #panel: ArgumentsPanel;
  readonly #page: vscode.Uri;
  readonly #subscriptions: vscode.Disposable;
  #view: vscode.WebviewView | undefined;
  /** Whether what the page shows follows the cursor. */
  #isFollowing = false;
  #isReady = false;
  /** Where the page is to put the keyboard once it is there. */
  #wantedFocus: FocusPlace | undefined;

  constructor(
    marginalia: Marginalia,
    essays: Essays,
    followed: FollowedEssay,
    marks: Marks,
    page: vscode.Uri,
  ) {
    this.#essays = essays;
    this.#followed = followed;
    this.#panel = marginalia.panel.arguments(marks);
    this.#page = page;
    const changed = () => this.#post({ event: 'library' });
    this.#subscriptions = vscode.Disposable.from(
      followed.onDidRest(() => {
        if (this.#isFollowing && this.#view?.visible && this.#panel.follow(followed.place))
          this.#post({ event: 'cursor' });
      }),
      marginalia.onDidChangeLibrary(changed),
      marginalia.panel.onDidChangeCoverage(changed),
      marks.pinned.onDidChange(changed),
      marks.leftOut.onDidChange(changed),
      marginalia.onDidStartReading((reading) => this.#showReading(reading)),
    );
  }

  /**
   * Shows the page, ready for a search.
   * @param offset where to put the essay's cursor, whose sentence is then listed; by default the list stays
   */
  async show(offset?: number): Promise<void> {
    const editor = offset === undefined ? undefined : await this.#essays.target();
    if (editor && offset !== undefined) {
      const at = editor.document.positionAt(offset);
      editor.selection = new vscode.Selection(at, at);
      editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    }
    await this.focus(editor ? 'sentence' : 'search');
  }

  /** Gives the page the keyboard; VS Code's own command leaves it outside of a page that is only being made. */
  async focus(on: FocusPlace): Promise<void> {
    this.#wantedFocus = on;
    await vscode.commands.executeCommand(`${VIEW}.focus`);
    this.#giveFocus();
  }

  #giveFocus(): void {
    if (!this.#wantedFocus || !this.#isReady) return;
    this.#post({ event: 'focus', on: this.#wantedFocus });
    this.#wantedFocus = undefined;
  }

  resolveWebviewView(view: vscode.WebviewView): void {
    this.#view = view;
    this.#isReady = false;
    view.webview.options = { enableScripts: true, localResourceRoots: [this.#page] };
    view.webview.onDidReceiveMessage((message: unknown) => this.#receive(message));
    view.onDidChangeVisibility(() => {
      // A hidden page is thrown away; it begins again by asking for its list.
      if (!view.visible) this.#isReady = false;
    });
    view.onDidDispose(() => (this.#view = undefined));
    view.webview.html = panelPage(view.webview, this.#page);
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #post(message: PanelMessage): void {
    void this.#view?.webview.postMessage(message);
  }

  async #receive(message: unknown): Promise<void> {
    const call = readPanelCall(message);
    if (!call) return;
    const { id, request } = call;
    try {
      this.#post({ id, answer: await this.#answer(request) });
      this.#isReady = true;
      this.#giveFocus();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const text = vscode.l10n.t('The panel could not be brought up to date: {0}', reason);
      this.#post({ id, error: text, isStale: error instanceof StaleList });
    }
  }

  async #answer(request: PanelRequest): Promise<PanelAnswers[PanelRequest['kind']]> {
    switch (request.kind) {
      case 'list':
        this.#isFollowing = request.query.trim() === '' && !request.paused;
        if (!request.paused) this.#panel.follow(this.#followed.place);
        return this.#panel.list(request);
      case 'cards':
        return this.#panel.cards(request.list, request.from, request.to);
      case 'otherSides':
        return this.#panel.otherSides(request.argument);
      case 'onCard':
        await vscode.commands.executeCommand(cardCommands[request.action], { argument: request.argument });
        return null;
      case 'onPage':
        await this.#onPage(request.action);
        return null;
    }
  }

  async #onPage(action: PageAction): Promise<void> {
    const { executeCommand } = vscode.commands;
    switch (action) {
      case 'leave': {
        const editor = await this.#essays.target();
        if (!editor) return void executeCommand('workbench.action.focusActiveEditorGroup');
        return void vscode.window.showTextDocument(editor.document, editor.viewColumn);
      }
      case 'openFolder':
        return void executeCommand('vscode.openFolder');
      case 'createNotesFolder':
        return void executeCommand(commandIds.createNotesFolder);
      case 'chooseNotesFolders':
        return void executeCommand('workbench.action.openSettings', 'marginalia.notes.folders');
      case 'newEssay':
        await vscode.window.showTextDocument(
          await vscode.workspace.openTextDocument({ language: 'markdown' }),
        );
    }
  }

  #showReading(reading: Reading): void {
    reading.onDidAdvance(() => {
      if (reading.isDone) return;
      this.#post({ event: 'reading', position: reading.position, fileCount: reading.fileCount });
    });
  }
}

const cardCommands: Readonly<Record<CardAction, string>> = {
  insert: commandIds.insertArgument,
  insertAs: commandIds.insertArgumentAs,
  cite: commandIds.insertCitation,
  open: commandIds.openArgument,
  pin: commandIds.pinArgument,
  unpin: commandIds.unpinArgument,
  leaveOut: commandIds.leaveOutArgument,
  bringBack: commandIds.bringBackArgument,
};
