import * as vscode from 'vscode';
import { commandIds } from '../core/languageFeatures/commands';
import type { Marginalia } from '../core/marginalia';
import { handInReport } from '../core/report/handInReport';
import { reportHtml, escapeHtml } from '../core/report/reportHtml';
import { reportMarkdown } from '../core/report/reportMarkdown';
import type { ReportDocument, ReportPlace } from '../core/report/reportDocument';
import type { EssayReviews } from './shared/essayReviews';
import type { Essays } from './shared/essays';
import { openNotes } from './shared/openNotes';

/** What the page sends. */
type Message =
  | { readonly kind: 'open'; readonly place: ReportPlace }
  | { readonly kind: 'addPage'; readonly argument: string }
  | { readonly kind: 'export' };

/** `Marginalia: Report Before Handing In`: a page beside the essay that follows it. */
export function registerHandInReport(
  marginalia: Marginalia,
  essays: Essays,
  reviews: EssayReviews,
  extensionUri: vscode.Uri,
): vscode.Disposable {
  let panel: vscode.WebviewPanel | undefined;
  let shown: { readonly document: vscode.TextDocument; report: ReportDocument } | undefined;
  const media = vscode.Uri.joinPath(extensionUri, 'media', 'report');

  const refresh = async (document: vscode.TextDocument) => {
    const reviewed = await reviews.review(document);
    if (!reviewed || !panel) return;
    const name = vscode.workspace.asRelativePath(document.uri);
    const report = handInReport(name, reviewed.review, reviewed.problems, vscode.l10n.t);
    shown = { document, report };
    panel.title = report.title;
    panel.webview.html = pageOf(report, panel.webview, media);
  };

  const receive = async (message: Message) => {
    if (!shown) return;
    const { document, report } = shown;
    if (message.kind === 'addPage') {
      await vscode.commands.executeCommand(commandIds.addPage, {
        argument: message.argument,
        essay: document.uri.toString(),
      });
    } else if (message.kind === 'export') {
      const content = reportMarkdown(report);
      await vscode.window.showTextDocument(
        await vscode.workspace.openTextDocument({ language: 'plaintext', content }),
      );
    } else {
      const { file, position } = message.place;
      if (file !== undefined) return openNotes(marginalia, file, position);
      const at = new vscode.Position(position.line, position.character);
      await vscode.window.showTextDocument(document, {
        viewColumn: vscode.ViewColumn.One,
        selection: new vscode.Range(at, at),
      });
    }
  };

  const show = async () => {
    const editor = await essays.target();
    if (!editor) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Open the essay that you want a report on.'));
      return;
    }
    if (!panel) {
      panel = vscode.window.createWebviewPanel('marginalia.report', '', vscode.ViewColumn.Beside, {
        enableScripts: true,
        localResourceRoots: [media],
      });
      panel.onDidDispose(() => {
        panel = undefined;
        shown = undefined;
      });
      panel.webview.onDidReceiveMessage((message: Message) => void receive(message));
    } else panel.reveal();
    await refresh(editor.document);
  };

  return vscode.Disposable.from(
    { dispose: () => void panel?.dispose() },
    vscode.commands.registerCommand(commandIds.showHandInReport, show),
    reviews.onDidReview((document) => {
      if (shown?.document === document && !document.isClosed) void refresh(document);
    }),
  );
}

function pageOf(report: ReportDocument, webview: vscode.Webview, media: vscode.Uri): string {
  const uri = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(media, name)).toString();
  return `<!DOCTYPE html>
<html lang="${vscode.env.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${webview.cspSource}; script-src ${webview.cspSource};">
<title>${escapeHtml(report.title)}</title>
<link rel="stylesheet" href="${uri('report.css')}">
</head>
<body>
<button type="button" id="export">${escapeHtml(vscode.l10n.t('Export as Markdown'))}</button>
<main>${reportHtml(report)}</main>
<script type="module" src="${uri('report.mjs')}"></script>
</body>
</html>`;
}
