import * as vscode from 'vscode';
import type { Marginalia } from '../core/marginalia';
import { toRange } from './shared/convert';
import { type Essays, essaySelector } from './shared/essays';
import { openNotesDocument } from './shared/openNotes';

const BIBLIOGRAPHIES = '**/*.{bib,bibtex,json,yaml,yml}';

/**
 * F2 on a citekey renames it in essays, bibliographies and notes; VS Code shows first what will change if Ctrl+Enter ends the name.
 * Nothing is marked as to be confirmed: VS Code would leave it unticked, and a citation without its entry is broken.
 */
export function registerRename(marginalia: Marginalia, essays: Essays): vscode.Disposable {
  const { language } = marginalia;
  const targetAt = async (document: vscode.TextDocument, position: vscode.Position) => {
    const essay = essays.of(document);
    return essay
      ? language.citekeyInEssay(essay, document.offsetAt(position))
      : language.citekeyInBibliography(document.uri.toString(), position);
  };
  const provider: vscode.RenameProvider = {
    async prepareRename(document, position) {
      const target = await targetAt(document, position);
      if (!target) throw new Error(vscode.l10n.t('Put the cursor on a citekey to rename it.'));
      return { range: toRange(target.range), placeholder: target.citekey };
    },

    async provideRenameEdits(document, position, newName, token) {
      const target = await targetAt(document, position);
      if (!target) return undefined;
      const renamed = await language.renameCitekey(target.citekey, newName, token);
      if ('problem' in renamed) throw new Error(renamed.problem);
      const labels = {
        essay: vscode.l10n.t('Essays'),
        bibliography: vscode.l10n.t('Bibliographies'),
        notes: vscode.l10n.t('Notes'),
      };
      const { files } = await marginalia.library();
      const edit = new vscode.WorkspaceEdit();
      for (const { uri, range, newText, part } of renamed.edits) {
        // In the right encoding, before VS Code opens it in its own: saving would destroy the accents.
        const outline = files.find(({ file }) => file.uri === uri)?.outline;
        if (outline) await openNotesDocument(uri, outline);
        const file = vscode.Uri.parse(uri, true);
        edit.replace(file, toRange(range), newText, { label: labels[part], needsConfirmation: false });
      }
      return edit;
    },
  };
  const selector = [essaySelector, { pattern: BIBLIOGRAPHIES }].flat();
  return vscode.languages.registerRenameProvider(selector, provider);
}
