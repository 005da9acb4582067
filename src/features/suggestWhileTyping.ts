import * as vscode from 'vscode';
import { commandIds } from '../core/languageFeatures/commands';
import type { Marginalia } from '../core/marginalia';
import type { CompletionSession } from './shared/completionSession';
import type { Essays } from './shared/essays';

/** Set while the open list holds arguments of ours, so that Tab may take the first of them. */
const CONTEXT_KEY = 'marginalia.suggesting';

/** Set while the open list was opened by a trigger, so that Enter may take the first of it. */
const TRIGGERED_KEY = 'marginalia.triggered';

/** Pause after a keystroke before a list is opened: in it, VS Code asks again by itself if a list is open already. */
const SETTLE_MILLISECONDS = 60;

/** How long after a keystroke a list may still open because notes have been read meanwhile. */
const LATE_MILLISECONDS = 10_000;

/** How long VS Code may take to ask after it was told to: after that, a request is the user's own. */
const PATIENCE_MILLISECONDS = 5000;

/** A state of a document. */
interface Moment {
  readonly document: vscode.TextDocument;
  readonly version: number;
}

const isNow = (moment: Moment | undefined, document: vscode.TextDocument) =>
  moment?.document === document && moment.version === document.version;

/**
 * Opens the list of completions while the student types, but only once a confident match is there, and not again for a
 * phrase whose list was closed with Escape. VS Code tells a provider neither who asked nor what happens to the list, so
 * this keeps the moments at which it asked, was asked, and showed something.
 */
export class SuggestWhileTyping implements CompletionSession, vscode.Disposable {
  readonly #marginalia: Marginalia;
  readonly #essays: Essays;
  readonly #registrations: vscode.Disposable;
  /** Requests that VS Code was told to make and has not made yet; fast typing has several under way. */
  #awaited: readonly { readonly document: vscode.TextDocument; readonly until: number }[] = [];
  #lastAsked: (Moment & { readonly unasked: boolean }) | undefined;
  #shown: (Moment & { readonly start: number }) | undefined;
  #dismissed: { readonly document: vscode.TextDocument; readonly start: number } | undefined;
  #suggesting = false;
  /** The last keystroke, as long as notes that are read may still answer it. */
  #unanswered: (Moment & { readonly cursor: number; readonly until: number }) | undefined;

  constructor(marginalia: Marginalia, essays: Essays) {
    this.#marginalia = marginalia;
    this.#essays = essays;
    this.#registrations = vscode.Disposable.from(
      vscode.workspace.onDidChangeTextDocument((event) => void this.#typed(event)),
      marginalia.onDidChangeLibrary(() => void this.#answerLate()),
      vscode.window.onDidChangeActiveTextEditor(() => (this.#awaited = [])),
      vscode.commands.registerCommand(commandIds.selectCompletion, acceptFirst),
      vscode.commands.registerCommand(commandIds.suggestMore, async () => {
        this.#lastAsked = undefined;
        this.#awaited = [];
        // VS Code asks for nothing while a list is open.
        await vscode.commands.executeCommand('hideSuggestWidget');
        await vscode.commands.executeCommand('editor.action.triggerSuggest');
      }),
    );
  }

  isUnasked(document: vscode.TextDocument, triggerKind: vscode.CompletionTriggerKind): boolean {
    const goesOn = triggerKind === vscode.CompletionTriggerKind.TriggerForIncompleteCompletions;
    // An open list is asked for anew, as if by the user, whenever some extension registers completions of its own.
    const again = goesOn || isNow(this.#lastAsked, document);
    const unasked = this.#takeAwaited(document, triggerKind) || (again && this.#lastAsked?.unasked === true);
    this.#lastAsked = { document, version: document.version, unasked };
    return unasked;
  }

  answered(document: vscode.TextDocument, start: number | undefined, isTriggered = false): void {
    this.#shown = start === undefined ? undefined : { document, version: document.version, start };
    void this.#setSuggesting(start !== undefined);
    void vscode.commands.executeCommand('setContext', TRIGGERED_KEY, isTriggered && start !== undefined);
  }

  dispose(): void {
    this.#registrations.dispose();
  }

  #takeAwaited(document: vscode.TextDocument, triggerKind: vscode.CompletionTriggerKind): boolean {
    if (triggerKind === vscode.CompletionTriggerKind.TriggerForIncompleteCompletions) return false;
    const awaited = this.#awaited.filter(
      (request) => request.document === document && request.until > Date.now(),
    );
    this.#awaited = awaited.slice(1);
    return awaited.length > 0;
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
    if (change.rangeLength > 0 || !/^[\p{L}\p{N}]$/u.test(change.text)) return;
    const settings = vscode.workspace.getConfiguration('marginalia', document);
    if (settings.get('completion.whileTyping') === 'off') return;
    const cursor = change.rangeOffset + change.text.length;
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
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MILLISECONDS));
    if (document.version !== version || isNow(this.#lastAsked, document)) return;
    const token = {
      get isCancellationRequested() {
        return document.version !== version;
      },
    };
    const [best] = await this.#marginalia.completions(essay, cursor, { asked: false }, token);
    if (!best || token.isCancellationRequested) return;
    this.#unanswered = undefined;
    const { start } = best.replaces;
    if (before?.document === document && before.version === version - 1) {
      this.#dismissed = { document, start: before.start };
    }
    if (this.#dismissed?.document === document && this.#dismissed.start === start) return;
    this.#dismissed = undefined;
    this.#awaited = [...this.#awaited, { document, until: Date.now() + PATIENCE_MILLISECONDS }];
    // Before the list is there: its keys must work from its first moment.
    await this.#setSuggesting(true);
    await vscode.commands.executeCommand('editor.action.triggerSuggest', { auto: true });
  }
}

/** How often, and after which pauses in milliseconds, taking a suggestion is tried again. */
const RETRY_PAUSES = [100, 300, 600];

/** Takes the first suggestion. While VS Code fills the list anew there is none to take, which it tells nobody. */
async function acceptFirst(): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  const before = document?.version;
  for (const pause of RETRY_PAUSES) {
    await vscode.commands.executeCommand('selectFirstSuggestion');
    await vscode.commands.executeCommand('acceptSelectedSuggestion');
    await new Promise((resolve) => setTimeout(resolve, pause));
    if (document?.version !== before) return;
  }
}
