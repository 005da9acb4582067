import * as vscode from 'vscode';
import { panelLabels } from '../../core/panel/labels';

/** Languages that are written from right to left. */
const rightToLeft = /^(?:ar|fa|he|ur|yi)\b/;

/**
 * The page of the side panel. It may load its own script, style and icons, and nothing else: no inline script, no
 * picture, no connection.
 */
export function panelPage(webview: vscode.Webview, folder: vscode.Uri): string {
  const uri = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(folder, name)).toString();
  const nonce = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16)).join('');
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource}`,
    `font-src ${webview.cspSource}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const { language } = vscode.env;
  // Inside a script element, only "<" could end it.
  const labels = JSON.stringify(panelLabels(vscode.l10n.t)).replaceAll('<', '\\u003c');
  return `<!DOCTYPE html>
<html lang="${language}" dir="${rightToLeft.test(language) ? 'rtl' : 'ltr'}">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="${policy}">
  <title>${vscode.l10n.t('Arguments')}</title>
  <link rel="stylesheet" id="vscode-codicon-stylesheet" href="${uri('panel.styles.css')}">
</head>
<body>
  <main id="page"></main>
  <script type="application/json" id="labels" nonce="${nonce}">${labels}</script>
  <script nonce="${nonce}" src="${uri('panel.js')}"></script>
</body>
</html>`;
}
