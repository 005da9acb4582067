import * as vscode from 'vscode';
import type { Marginalia } from '../core/marginalia';
import { debounce } from '../core/util/debounce';
import type { Essays } from './shared/essays';

/** Milliseconds without an edit after which the notes are looked at. */
const PAUSE = 2000;

/** Lets Marginalia know its footnotes again: takes in what they read like when an essay is opened, written or saved. */
export function registerCitationMemory({ citationTools }: Marginalia, essays: Essays): vscode.Disposable {
  const changed = new Set<vscode.TextDocument>();
  const observe = (document: vscode.TextDocument) => {
    const essay = document.isClosed ? undefined : essays.of(document);
    if (essay) void citationTools.observe(essay);
  };
  const later = debounce(() => {
    for (const document of changed) observe(document);
    changed.clear();
  }, PAUSE);
  return vscode.Disposable.from(
    later,
    vscode.window.onDidChangeActiveTextEditor((editor) => editor && observe(editor.document)),
    vscode.workspace.onDidSaveTextDocument(observe),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length === 0 || document.languageId !== 'markdown') return;
      changed.add(document);
      later.call();
    }),
  );
}
