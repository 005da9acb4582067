import * as vscode from 'vscode';
import { commandIds } from '../core/languageFeatures/commands';
import type { InsertionTarget, Marginalia } from '../core/marginalia';
import type { CitationForm } from '../core/settings';
import { applyInsertion } from './shared/applyInsertion';
import type { Essays } from './shared/essays';

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

  return vscode.Disposable.from(
    vscode.commands.registerCommand(commandIds.acceptCompletion, async (accepted: unknown) => {
      const { argument, typed } = accepted as { readonly argument: string; readonly typed: number };
      const editor = vscode.window.activeTextEditor;
      if (!editor) return;
      await insert(argument, editor, (cursor) => ({
        kind: 'argument',
        at: { start: cursor - typed, end: cursor },
      }));
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
      const { start, end } = editor.selection;
      const at = { start: editor.document.offsetAt(start), end: editor.document.offsetAt(end) };
      await insert(argument, editor, () => ({ kind: 'argument', at, form: formOf(chosen) }));
    }),

    vscode.commands.registerCommand(commandIds.insertCitation, async (chosen: unknown) => {
      const editor = await essays.target();
      const essay = editor && essays.of(editor.document);
      if (!editor || !essay) return;
      const hovered = chosen as { readonly argument?: unknown; readonly offset?: unknown } | undefined;
      const offset =
        typeof hovered?.offset === 'number'
          ? hovered.offset
          : editor.document.offsetAt(editor.selection.active);
      const used = await marginalia.usedArgument(essay, offset);
      const argument = typeof hovered?.argument === 'string' ? hovered.argument : used?.argument;
      if (argument === undefined) {
        void vscode.window.showInformationMessage(
          vscode.l10n.t(
            'No argument of your notes matches the sentence at the cursor closely enough to cite it.',
          ),
        );
        return;
      }
      await insert(argument, editor, () => ({ kind: 'citation', sentenceAt: offset }));
    }),
  );
}

/** The argument that a menu, a card or another command hands over. */
function argumentId(chosen: unknown): string | undefined {
  if (typeof chosen === 'string') return chosen;
  const { argument } = (chosen ?? {}) as { readonly argument?: unknown };
  return typeof argument === 'string' ? argument : undefined;
}

/** The form of the citation that a command asks for, whatever the settings say. */
function formOf(chosen: unknown): CitationForm | undefined {
  const { form } = (chosen ?? {}) as { readonly form?: CitationForm };
  return form;
}
