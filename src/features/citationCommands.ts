import * as vscode from 'vscode';
import type { CitationForm } from '../core/citation/citation';
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
        const chosen = to === 'footnote' || to === 'pandoc' || to === 'inline' ? to : await pickForm(essay);
        return chosen && citationTools.convert(essay, chosen);
      }),
    ),
    vscode.languages.registerCodeActionsProvider(
      essaySelector,
      {
        async provideCodeActions(document, _range, { only }, token) {
          const essay = only?.intersects(tidyKind) ? essays.of(document) : undefined;
          if (!essay) return [];
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

async function pickForm({ footnotes }: EssayDocument): Promise<CitationForm | undefined> {
  const form = (to: CitationForm, label: string, description: string) => ({ to, label, description });
  const toNotes = form('footnote', vscode.l10n.t('Into footnotes'), '[^1]');
  const toPandoc = form('pandoc', vscode.l10n.t('Into Pandoc citations'), '[@zubok1996, p. 63]');
  const toText = form('inline', vscode.l10n.t('Into text in brackets'), '(Zubok and Pleshakov 63)');
  const hasNotes = footnotes.references.length > 0;
  const picked = await vscode.window.showQuickPick(
    hasNotes ? [toPandoc, toText, toNotes] : [toNotes, toPandoc, toText],
    { title: vscode.l10n.t('Convert Citations') },
  );
  return picked?.to;
}

function say(message: string): void {
  void vscode.window.showInformationMessage(message);
}
