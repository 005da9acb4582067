import * as vscode from 'vscode';
import { CompletionRequests, type RequestKind } from '../core/editor/completionRequests';
import { commandIds } from '../core/languageFeatures/commands';
import type { Marginalia } from '../core/marginalia';
import type { CancellationToken } from '../core/util/cancellation';
import { acceptFirstSuggestion } from './shared/acceptFirstSuggestion';
import type { CompletionSession } from './shared/completionSession';
import type { Essays } from './shared/essays';

/** Set while the open list holds arguments of ours, so that Tab may take the first of them. */
const CONTEXT_KEY = 'marginalia.suggesting';

/** Set while the open list was opened by a trigger, so that Enter may take the first of it. */
const TRIGGERED_KEY = 'marginalia.triggered';

/** Set as long as this is there to be told that the user asks for a list. */
const LISTENING_KEY = 'marginalia.listening';

/** Pause after a keystroke before a list is opened: in it, VS Code asks again by itself if a list is open already. */
const SETTLE_MILLISECONDS = 60;

/** How long after a keystroke a list may still open because notes have been read meanwhile. */
const LATE_MILLISECONDS = 10_000;

const KINDS: Readonly<Record<vscode.CompletionTriggerKind, RequestKind>> = {
  [vscode.CompletionTriggerKind.Invoke]: 'invoked',
  [vscode.CompletionTriggerKind.TriggerCharacter]: 'character',
  [vscode.CompletionTriggerKind.TriggerForIncompleteCompletions]: 'incomplete',
};

/** A state of a document. */
interface Moment {
  readonly document: vscode.TextDocument;
  readonly version: number;
}

const isNow = (moment: Moment | undefined, document: vscode.TextDocument) =>
  moment?.document === document && moment.version === document.version;

/** Says that a question about a document is no longer of interest once it has changed. */
function untilEdited(document: vscode.TextDocument): CancellationToken {
  const { version } = document;
  return {
    get isCancellationRequested() {
      return document.version !== version;
    },
  };
}

/**
 * Opens the list of completions while the student types, but only once a confident match is there, and not again for a
 * phrase whose list was closed with Escape.
 */
export class SuggestWhileTyping implements CompletionSession, vscode.Disposable {
  readonly #marginalia: Marginalia;
  readonly #essays: Essays;
  readonly #registrations: vscode.Disposable;
  readonly #requests = new CompletionRequests();
  #shown: (Moment & { readonly start: number }) | undefined;
  #dismissed: { readonly document: vscode.TextDocument; readonly start: number } | undefined;
  #suggesting = false;
  /** The last keystroke, as long as notes that are read may still answer it. */
  #unanswered: (Moment & { readonly cursor: number; readonly until: number }) | undefined;

  constructor(marginalia: Marginalia, essays: Essays) {
    this.#marginalia = marginalia;
    this.#essays = essays;
    void vscode.commands.executeCommand('setContext', LISTENING_KEY, true);
    this.#registrations = vscode.Disposable.from(
      { dispose: () => void vscode.commands.executeCommand('setContext', LISTENING_KEY, false) },
      vscode.workspace.onDidChangeTextDocument((event) => void this.#typed(event)),
      marginalia.onDidChangeLibrary(() => void this.#answerLate()),
      vscode.window.onDidChangeActiveTextEditor(() => this.#requests.expectNothing()),
      vscode.commands.registerCommand(commandIds.selectCompletion, acceptFirstSuggestion),
      vscode.commands.registerCommand(commandIds.suggestMore, async () => {
        this.#requests.expectUser();
        // VS Code asks for nothing while a list is open.
        await vscode.commands.executeCommand('hideSuggestWidget');
        await vscode.commands.executeCommand('editor.action.triggerSuggest');
      }),
    );
  }

  isUnasked(document: vscode.TextDocument, triggerKind: vscode.CompletionTriggerKind): boolean {
    return this.#requests.isUnasked(document, KINDS[triggerKind]);
  }

  async close(document: vscode.TextDocument): Promise<boolean> {
    const isOurs = this.#requests.isOurs(document);
    if (this.#suggesting) await vscode.commands.executeCommand('hideSuggestWidget');
    return isOurs;
  }

  answered(document: vscode.TextDocument, start: number | undefined, isTriggered = false): void {
    this.#shown = start === undefined ? undefined : { document, version: document.version, start };
    void this.#setSuggesting(start !== undefined);
    void vscode.commands.executeCommand('setContext', TRIGGERED_KEY, isTriggered && start !== undefined);
  }

  dispose(): void {
    this.#registrations.dispose();
  }

  async #setSuggesting(suggesting: boolean): Promise<void> {
    if (this.#suggesting === suggesting) return;
    this.#suggesting = suggesting;
    await vscode.commands.executeCommand('setContext', CONTEXT_KEY, suggesting);
  }

  async #typed({ document, contentChanges, reason }: vscode.TextDocumentChangeEvent): Promise<void> {
    const [change] = contentChanges;
    if (!change || contentChanges.length > 1 || reason !== undefined) return;
    if (vscode.window.activeTextEditor?.document !== document) return;
    if (change.rangeLength > 0) return;
    this.#requests.typed();
    const cursor = change.rangeOffset + change.text.length;
    if (change.text === ',') await this.#suggestLocators(document, cursor);
    if (!/^[\p{L}\p{N}]$/u.test(change.text)) return;
    const settings = vscode.workspace.getConfiguration('marginalia', document);
    if (settings.get('completion.whileTyping') === 'off') return;
    this.#unanswered = { document, version: document.version, cursor, until: Date.now() + LATE_MILLISECONDS };
    await this.#suggest(document, cursor);
  }

  /** Answers the last keystroke with notes that were read after it. */
  async #answerLate(): Promise<void> {
    const { document, cursor, until } = this.#unanswered ?? {};
    if (!document || cursor === undefined || until === undefined || until < Date.now()) return;
    const editor = vscode.window.activeTextEditor;
    if (!isNow(this.#unanswered, document) || editor?.document !== document) return;
    if (document.offsetAt(editor.selection.active) === cursor) await this.#suggest(document, cursor);
  }

  /** Opens a list for what stands before the cursor, if a confident match is there. */
  async #suggest(document: vscode.TextDocument, cursor: number): Promise<void> {
    const essay = this.#essays.of(document);
    if (!essay) return;
    const before = this.#shown;
    const { version } = document;
    const token = untilEdited(document);
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MILLISECONDS));
    if (token.isCancellationRequested || this.#requests.isAnswered(document)) return;
    const [best] = await this.#marginalia.completions(essay, cursor, { asked: false }, token);
    if (!best || token.isCancellationRequested || this.#requests.isAnswered(document)) return;
    this.#unanswered = undefined;
    const { start } = best.replaces;
    if (before?.document === document && before.version === version - 1) {
      this.#dismissed = { document, start: before.start };
    }
    if (this.#dismissed?.document === document && this.#dismissed.start === start) return;
    this.#dismissed = undefined;
    await this.#open(document, token);
  }

  /**
   * Opens a list of the pages that could follow a citekey and a comma. Were the comma one of VS Code's trigger characters, each
   * one in prose would open a list, which a fast hand turns into one for the next word.
   */
  async #suggestLocators(document: vscode.TextDocument, cursor: number): Promise<void> {
    const essay = this.#essays.of(document);
    if (!essay) return;
    const token = untilEdited(document);
    const locators = await this.#marginalia.citationCompletions(essay, cursor, token);
    if (locators && locators.length > 0 && !token.isCancellationRequested) await this.#open(document, token);
  }

  /** Has VS Code open the list, unless the document has changed. */
  async #open(document: vscode.TextDocument, token: CancellationToken): Promise<void> {
    // Before the list is there: its keys must work from its first moment.
    await this.#setSuggesting(true);
    if (token.isCancellationRequested) return;
    this.#requests.expect(document);
    await vscode.commands.executeCommand('editor.action.triggerSuggest', { auto: true });
  }
}
