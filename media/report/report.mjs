/* global acquireVsCodeApi, document */
// The report's page: tells the extension what was clicked, and nothing else.
const vscode = acquireVsCodeApi();

document.addEventListener('click', (event) => {
  const target = event.target.closest('[data-place], [data-page], #export');
  if (!target) return;
  event.preventDefault();
  if (target.id === 'export') vscode.postMessage({ kind: 'export' });
  else if (target.dataset.page) vscode.postMessage({ kind: 'addPage', argument: target.dataset.page });
  else vscode.postMessage({ kind: 'open', place: JSON.parse(target.dataset.place) });
});
