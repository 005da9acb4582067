import * as vscode from 'vscode';
import type { CitationChange } from '../core/citationTools';
import type { EssayDocument } from '../core/essay/essayDocument';
import { commandIds } from '../core/languageFeatures/commands';
import type { Marginalia } from '../core/marginalia';
import { applyEdits, toTextEdits } from './shared/applyEdits';
import { type Essays, essaySelector } from './shared/essays';

const tidyKind = vscode.CodeActionKind.Source.append('tidyFootnotes.marginalia');

/** The commands that change an essay's citations as a whole, each as one undoable step. */
export function registerCitationCommands({ citationTools }: Marginalia, essays: Essays): vscode.Disposable {
  const run = async (done: string, plan: (essay: EssayDocument) => Promise<CitationChange | undefined>) => {
    const editor = await essays.target();
    const essay = editor && essays.of(editor.document);
    if (!editor || !essay) {
      say(vscode.l10n.t('Open the essay first: any Markdown file outside of your notes.'));
      return;
    }
    const change = await plan(essay);
    if (!change) return;
    if (change.edits.length > 0 && !(await applyEdits(editor.document, essay, change.edits))) {
      say(vscode.l10n.t('The essay has changed in the meantime. Please try again.'));
      return;
    }
    await change.applied();
    const outcome = change.edits.length > 0 ? done : vscode.l10n.t('There was nothing to change.');
    if (change.messages.length === 0) vscode.window.setStatusBarMessage(outcome, 5000);
    else void vscode.window.showWarningMessage([outcome, ...change.messages].join(' '));
  };

  return vscode.Disposable.from(
    vscode.commands.registerCommand(commandIds.tidyFootnotes, () =>
      run(vscode.l10n.t('The footnotes are tidy.'), (essay) => citationTools.tidyFootnotes(essay)),
    ),
    vscode.commands.registerCommand(commandIds.updateBibliography, () =>
      run(vscode.l10n.t('The bibliography is up to date.'), (essay) =>
        citationTools.updateBibliography(essay),
      ),
    ),
    vscode.commands.registerCommand(commandIds.convertCitations, (to: unknown) =>
      run(vscode.l10n.t('The citations are converted.'), async (essay) => {
        const chosen = to === 'footnotes' || to === 'pandoc' ? to : await pickForm(essay);
        return chosen && citationTools.convert(essay, chosen);
      }),
    ),
    vscode.languages.registerCodeActionsProvider(
      essaySelector,
      {
        async provideCodeActions(document, _range, { only }, token) {
          const essay = only?.intersects(tidyKind) ? essays.of(document) : undefined;
          if (!essay || essay.footnotes.references.length === 0) return [];
          const { edits } = await citationTools.tidyFootnotes(essay);
          if (token.isCancellationRequested || edits.length === 0) return [];
          const action = new vscode.CodeAction(vscode.l10n.t('Tidy Footnotes'), tidyKind);
          action.edit = new vscode.WorkspaceEdit();
          action.edit.set(document.uri, toTextEdits(essay, edits));
          return [action];
        },
      },
      { providedCodeActionKinds: [tidyKind] },
    ),
  );
}

async function pickForm({ footnotes }: EssayDocument): Promise<'footnotes' | 'pandoc' | undefined> {
  const toFootnotes = {
    label: vscode.l10n.t('Pandoc citations into footnotes'),
    detail: '[@zubok1996, p. 63] → [^1]',
    to: 'footnotes',
  } as const;
  const toPandoc = {
    label: vscode.l10n.t('Footnotes into Pandoc citations'),
    detail: '[^1] → [@zubok1996, p. 63]',
    to: 'pandoc',
  } as const;
  const hasNotes = footnotes.references.length > 0;
  const picked = await vscode.window.showQuickPick(
    hasNotes ? [toPandoc, toFootnotes] : [toFootnotes, toPandoc],
    { title: vscode.l10n.t('Convert Citations') },
  );
  return picked?.to;
}

function say(message: string): void {
  void vscode.window.showInformationMessage(message);
}
