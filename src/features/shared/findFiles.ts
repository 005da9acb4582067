import type * as vscode from 'vscode';

/** VS Code's search for files, by globs; at most so many of them. */
export type FindFiles = (
  include: vscode.GlobPattern,
  exclude: string | undefined,
  limit: number,
) => Thenable<readonly vscode.Uri[]>;
