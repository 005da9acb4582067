import * as vscode from 'vscode';
import { commandIds } from '../core/languageFeatures/commands';
import type { Marginalia } from '../core/marginalia';
import { pageEdits, readPage } from '../core/report/pageEdits';
import { spanToRange, toRange } from './shared/convert';
import type { EssayReviews } from './shared/essayReviews';
import type { Essays } from './shared/essays';
import { openNotes, openNotesDocument } from './shared/openNotes';

/**
 * `Marginalia: Add Page to Argument…`: writes the page behind the argument in the notes and into each citation of it that has
 * none, as one step. Notes that can't be written, as those of a Word document, are only opened.
 */
export function registerAddPage(
  marginalia: Marginalia,
  essays: Essays,
  reviews: EssayReviews,
): vscode.Disposable {
  return vscode.commands.registerCommand(commandIds.addPage, async (chosen: unknown) => {
    const document = await essayOf(chosen, essays);
    const essay = document && essays.of(document);
    if (!document || !essay) return;
    const id = await argumentOf(chosen, marginalia, essays);
    const library = await marginalia.library();
    const argument = library.arguments.get(id ?? '');
    if (!argument) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('No argument of your notes matches the sentence at the cursor.'),
      );
      return;
    }
    const outline = library.files.find(({ file }) => file.uri === argument.file.uri)?.outline;
    if (outline?.text !== undefined) {
      await openNotes(marginalia, argument.file.uri, argument.argument.range.start);
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Marginalia does not change Word documents. Add the page in Word.'),
      );
      return;
    }
    const typed = await vscode.window.showInputBox({
      title: vscode.l10n.t('On which page is this argument?'),
      prompt: argument.argument.text,
      placeHolder: '63, 62–64, ch. 2',
      validateInput: (value) =>
        value.trim() === '' || readPage(value)
          ? undefined
          : vscode.l10n.t('Type a page such as 63, pp. 62–64 or ch. 2.'),
    });
    const page = readPage(typed ?? '');
    if (!page) return;
    const notes = await openNotesDocument(argument.file.uri, outline);
    const range = toRange(argument.argument.range);
    const reviewed = await reviews.review(document);
    if (!reviewed || reviewed.review.uses.library.arguments.get(argument.id) !== argument) {
      void vscode.window.showWarningMessage(
        vscode.l10n.t('The notes have changed meanwhile. Please add the page again.'),
      );
      return;
    }
    const { inNotes, inEssay } = pageEdits(reviewed.review, argument, page);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(notes.uri, range.end, inNotes);
    for (const { span, newText } of inEssay)
      edit.replace(document.uri, spanToRange(reviewed.review.uses.essay, span), newText);
    await vscode.workspace.applyEdit(edit);
  });
}

async function essayOf(chosen: unknown, essays: Essays): Promise<vscode.TextDocument | undefined> {
  const { essay } = (chosen ?? {}) as { readonly essay?: unknown };
  if (typeof essay === 'string') return vscode.workspace.openTextDocument(vscode.Uri.parse(essay, true));
  return (await essays.target())?.document;
}

async function argumentOf(
  chosen: unknown,
  marginalia: Marginalia,
  essays: Essays,
): Promise<string | undefined> {
  const { argument } = (chosen ?? {}) as { readonly argument?: unknown };
  if (typeof argument === 'string') return argument;
  const editor = await essays.target();
  const essay = editor && essays.of(editor.document);
  return (
    essay &&
    (await marginalia.usedArgument(essay, editor.document.offsetAt(editor.selection.active)))?.argument
  );
}
