import * as vscode from 'vscode';
import { commandIds } from '../core/languageFeatures/commands';
import type { InsertionTarget } from '../core/editor/insertion';
import type { WordingForm } from '../core/languageFeatures/wording';
import type { Marginalia } from '../core/marginalia';
import type { Span } from '../core/text/position';
import { applyInsertion } from './shared/applyInsertion';
import type { Essays } from './shared/essays';

/** What an item of the list of completions hands over when it is taken. */
export interface AcceptedCompletion {
  readonly argument: string;
  /** The words before the cursor that it replaces. */
  readonly typed: string;
  readonly wording?: WordingForm;
}

/** Asks which work a source is, where the bibliographies leave it open. */
export type SettleSource = (sourceId: string) => Promise<void>;

/** The commands that put an argument, or only its citation, into the essay. */
export function registerInsertion(
  marginalia: Marginalia,
  essays: Essays,
  settle: SettleSource,
): vscode.Disposable {
  const insert = async (
    argument: string,
    editor: vscode.TextEditor,
    target: (cursor: number) => InsertionTarget,
  ) => {
    const library = await marginalia.library();
    const source = library.arguments.get(argument)?.source;
    if (!source) return;
    if (source.resolution.kind === 'ambiguous') await settle(source.id);
    const { document } = editor;
    const essay = essays.of(document);
    if (!essay) return;
    const at = target(document.offsetAt(editor.selection.active));
    const plan = await marginalia.insertion(essay, argument, at);
    if (plan === undefined) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t(
          'Arguments can’t be inserted into code or front matter. Put the cursor into the text of the essay.',
        ),
      );
    } else if (!(await applyInsertion(editor, essay, plan))) {
      void vscode.window.showWarningMessage(
        vscode.l10n.t(
          'The essay changed while the citation was being formatted. Please insert the argument again.',
        ),
      );
    }
  };

  /** The argument that a card or an action names, or the one that the sentence at the cursor makes. */
  const usedAt = async (chosen: unknown) => {
    const editor = await essays.target();
    const essay = editor && essays.of(editor.document);
    if (!editor || !essay) return undefined;
    const named = chosen as
      { readonly argument?: unknown; readonly offset?: unknown; readonly replacing?: Span } | undefined;
    const cursor = editor.document.offsetAt(editor.selection.active);
    const offset = typeof named?.offset === 'number' ? named.offset : cursor;
    const used = await marginalia.usedArgument(essay, offset);
    const argument = typeof named?.argument === 'string' ? named.argument : used?.argument;
    if (argument !== undefined) {
      const span = used?.argument === argument ? used.span : { start: offset, end: offset };
      return { editor, offset, argument, span, mark: named?.replacing };
    }
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        'No argument of your notes matches the sentence at the cursor closely enough to cite it.',
      ),
    );
    return undefined;
  };

  return vscode.Disposable.from(
    vscode.commands.registerCommand(commandIds.acceptCompletion, async (accepted: unknown) => {
      const { argument, typed, wording } = accepted as AcceptedCompletion;
      const editor = vscode.window.activeTextEditor;
      if (!editor) return;
      // Where other cursors stand behind other words, those stay.
      const at = editor.selections.map(({ active }) => {
        const end = editor.document.offsetAt(active);
        const start = editor.document.positionAt(Math.max(0, end - typed.length));
        const isTyped = editor.document.getText(new vscode.Range(start, active)) === typed;
        return { start: isTyped ? end - typed.length : end, end };
      });
      await insert(argument, editor, () => ({ kind: 'argument', at, ...(wording && { wording }) }));
    }),

    vscode.commands.registerCommand(commandIds.insertArgument, async (chosen: unknown) => {
      const argument = argumentId(chosen);
      if (argument === undefined) return void vscode.commands.executeCommand(commandIds.findArgument);
      const editor = await essays.target();
      if (!editor) {
        void vscode.window.showInformationMessage(
          vscode.l10n.t(
            'Open the essay that the argument should go into: any Markdown file outside of your notes.',
          ),
        );
        return;
      }
      const at = editor.selections.map(({ start, end }) => ({
        start: editor.document.offsetAt(start),
        end: editor.document.offsetAt(end),
      }));
      await insert(argument, editor, () => ({ kind: 'argument', at }));
    }),

    vscode.commands.registerCommand(commandIds.insertCitation, async (chosen: unknown) => {
      const used = await usedAt(chosen);
      if (!used) return;
      const { argument, editor, offset, mark } = used;
      await insert(argument, editor, () =>
        mark ? { kind: 'mark', at: mark } : { kind: 'citation', sentenceAt: offset },
      );
    }),

    vscode.commands.registerCommand(commandIds.replaceByQuotation, async (chosen: unknown) => {
      const used = await usedAt(chosen);
      if (!used) return;
      const { argument, editor, span } = used;
      await insert(argument, editor, () => ({ kind: 'argument', at: span, wording: 'quotation' }));
    }),
  );
}

/** The argument that a menu, a card or another command hands over. */
function argumentId(chosen: unknown): string | undefined {
  if (typeof chosen === 'string') return chosen;
  const { argument } = (chosen ?? {}) as { readonly argument?: unknown };
  return typeof argument === 'string' ? argument : undefined;
}
