import type * as vscode from 'vscode';
import type { Marginalia } from '../../core/marginalia';
import type { Library } from '../../core/notes/library';

/** Calls `show` with the library now and after each change; one that was overtaken by a newer one is never shown. */
export function followLibrary(marginalia: Marginalia, show: (library: Library) => void): vscode.Disposable {
  let latest: Promise<Library> | undefined;
  const follow = async () => {
    const asked = (latest = marginalia.library());
    const library = await asked;
    if (asked === latest) show(library);
  };
  void follow();
  return marginalia.onDidChangeLibrary(() => void follow());
}
