import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { argumentItemsAt, openDraft, workspaceUri } from '../../integration/support/editor';
import type { Action } from './script';

/** Longer than anything is put off until the typing rests, in milliseconds. */
const REST = 700;
/** An essay of some 5,000 words is full; the writer goes back to its beginning. */
const FULL = 30_000;
const ESSAYS = 3;
const NOTES = 'notes/diary.md';
const NOTES_LINES = 60;

const run = (command: string, ...args: readonly unknown[]) =>
  vscode.commands.executeCommand<unknown>(command, ...args);

/** Does what the script says, in the editors of VS Code, and notes for how long the extension host was busy with each. */
export class Writer {
  /** Milliseconds by kind of action; a keystroke for itself. */
  readonly busy = new Map<string, number[]>();
  readonly #editors: vscode.TextEditor[] = [];
  readonly #statements: string[] = [];
  #current = 0;

  async open(): Promise<void> {
    for (let essay = 0; essay < ESSAYS; essay++) this.#editors.push(await openDraft('# The Cold War\n\n'));
    await run('marginalia.showArguments');
    await this.#show();
  }

  async perform(action: Action): Promise<void> {
    switch (action.do) {
      case 'type':
        return this.#type(action.text);
      case 'accept':
        return this.#accept(action.begun);
      case 'look':
        return this.#ask('look', 'vscode.executeHoverProvider', action.where);
      case 'complete':
        return this.#ask('complete', 'vscode.executeCompletionItemProvider', action.where);
      case 'define':
        return this.#ask('define', 'vscode.executeDefinitionProvider', action.where);
      case 'fix':
        return this.#measure('fix', async () => {
          const at = this.#place(action.where);
          await run('vscode.executeCodeActionProvider', this.#editor.document.uri, new vscode.Range(at, at));
        });
      case 'cite':
        return this.#cite(action.where);
      case 'editNotes':
        return this.#measure(action.do, () => this.#editNotes(action.by, action.statement));
      case 'undo':
      case 'redo':
        return this.#measure(action.do, () => run(action.do));
      case 'erase':
        return this.#measure('erase', () => this.#erase());
      case 'save':
        return this.#measure('save', () => this.#editor.document.save());
      case 'rest':
        return this.#measure('rest', () => pause(REST));
      case 'panel':
        await run('marginalia.showArguments');
        return this.#show();
      case 'switch':
        this.#current = (this.#current + 1) % ESSAYS;
        return this.#measure('switch', () => this.#show());
    }
  }

  get #editor(): vscode.TextEditor {
    const editor = this.#editors[this.#current];
    assert.ok(editor);
    return editor;
  }

  async #show(): Promise<void> {
    this.#editors[this.#current] = await vscode.window.showTextDocument(this.#editor.document);
  }

  async #type(text: string): Promise<void> {
    if (this.#editor.document.getText().length > FULL) await this.#startAgain();
    for (const letter of text) {
      await this.#measure('keystroke', async () => {
        const editor = this.#editor;
        const { active } = editor.selection;
        await editor.edit((edit) => edit.insert(active, letter), {
          undoStopBefore: letter === ' ',
          undoStopAfter: false,
        });
      });
    }
  }

  async #accept(begun: string): Promise<void> {
    await this.#type(`\n\n${begun}`);
    await this.#measure('accept', async () => {
      const { document, selection } = this.#editor;
      const [item] = await argumentItemsAt(document, selection.active);
      if (!item?.command) return;
      await run(item.command.command, ...((item.command.arguments ?? []) as readonly unknown[]));
      // The note went to the end of the essay.
      await this.#show();
    });
  }

  async #cite(where: number): Promise<void> {
    await this.#measure('cite', async () => {
      const { active } = this.#editor.selection;
      const at = this.#place(where);
      this.#editor.selection = new vscode.Selection(at, at);
      await run('marginalia.insertCitation');
      this.#editor.selection = new vscode.Selection(active, active);
    });
  }

  async #erase(): Promise<void> {
    const editor = this.#editor;
    const end = editor.selection.active;
    const start = editor.document.positionAt(Math.max(0, editor.document.offsetAt(end) - 40));
    await editor.edit((edit) => edit.delete(new vscode.Range(start, end)));
  }

  async #startAgain(): Promise<void> {
    const editor = this.#editor;
    const { document } = editor;
    const all = new vscode.Range(new vscode.Position(0, 0), document.positionAt(document.getText().length));
    await editor.edit((edit) => edit.replace(all, '# The Cold War\n\n'));
  }

  /** Notes that a student keeps adding to, in VS Code or elsewhere. */
  async #editNotes(by: 'editor' | 'another program', statement: string): Promise<void> {
    this.#statements.push(statement);
    if (this.#statements.length > NOTES_LINES) this.#statements.shift();
    const text = `# Diary Notes\n\n## Why?\n\n${this.#statements.map((each) => `- ${each}\n`).join('')}`;
    const uri = workspaceUri(NOTES);
    const isOpen = vscode.workspace.textDocuments.some((open) => open.uri.toString() === uri.toString());
    if (by === 'another program' || (!isOpen && this.#statements.length === 1)) {
      await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
      return;
    }
    const document = await vscode.workspace.openTextDocument(uri);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(uri, new vscode.Range(0, 0, document.lineCount, 0), text);
    await vscode.workspace.applyEdit(edit);
    await document.save();
  }

  async #ask(name: string, command: string, where: number): Promise<void> {
    await this.#measure(name, () => run(command, this.#editor.document.uri, this.#place(where)));
  }

  #place(where: number): vscode.Position {
    const { document } = this.#editor;
    return document.positionAt(where % document.getText().length);
  }

  async #measure(name: string, work: () => PromiseLike<unknown>): Promise<void> {
    const before = performance.eventLoopUtilization();
    await work();
    const all = this.busy.get(name) ?? [];
    this.busy.set(name, all);
    all.push(performance.eventLoopUtilization(before).active);
  }
}

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
