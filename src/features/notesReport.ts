import * as vscode from 'vscode';
import { commandIds } from '../core/languageFeatures/commands';
import { notesReportSteps, type NotesReportText } from '../core/languageFeatures/notesReportText';
import type { Marginalia } from '../core/marginalia';
import { Slices } from '../core/util/steps';
import { toRange } from './shared/convert';
import { notesFileOf, type OpenNotesRequest } from './shared/openNotes';

const SCHEME = 'marginalia-report';

/** `Marginalia: How Were My Notes Read?`: a report that follows the notes, opened at the part of the active notes file. */
export function registerNotesReport(marginalia: Marginalia): vscode.Disposable {
  const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${vscode.l10n.t('How your notes were read')}.md` });
  const changes = new vscode.EventEmitter<vscode.Uri>();
  const slices = new Slices();
  const make = async () => slices.finish(notesReportSteps(await marginalia.library(), vscode.l10n.t));
  let shown: NotesReportText | undefined;

  const show = async () => {
    const active = vscode.window.activeTextEditor?.document;
    const document = await vscode.workspace.openTextDocument(uri);
    const { parts } = await make();
    const line = (active && parts.get(notesFileOf(active))) ?? 0;
    const editor = await vscode.window.showTextDocument(document, { preview: false });
    editor.revealRange(new vscode.Range(line, 0, line, 0), vscode.TextEditorRevealType.AtTop);
    editor.selection = new vscode.Selection(line, 0, line, 0);
  };

  return vscode.Disposable.from(
    changes,
    vscode.commands.registerCommand(commandIds.showNotesReport, show),
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: changes.event,
      provideTextDocumentContent: async () => (shown = await make()).text,
    }),
    vscode.languages.registerDocumentLinkProvider(
      { scheme: SCHEME },
      {
        provideDocumentLinks: (document) => {
          if (document.getText() !== shown?.text) return [];
          return shown.links.map(({ range, place }) => {
            const request = JSON.stringify([{ place } satisfies OpenNotesRequest]);
            const target = `command:${commandIds.openArgument}?${encodeURIComponent(request)}`;
            const link = new vscode.DocumentLink(toRange(range), vscode.Uri.parse(target));
            link.tooltip = vscode.l10n.t('Open in Notes');
            return link;
          });
        },
      },
    ),
    marginalia.onDidChangeLibrary(() => changes.fire(uri)),
  );
}
