import type * as vscode from 'vscode';
import type { EssayDocument } from '../../core/essay/essayDocument';

/** What the features need to know of the open essays. */
export interface Essays {
  /** The essay in `document`, or undefined if it holds none. */
  of(document: vscode.TextDocument): EssayDocument | undefined;
  /** The editor that an argument goes to. */
  target(): Promise<vscode.TextEditor | undefined>;
}

/** Untitled drafts and files of every file system. */
export const essaySelector: vscode.DocumentSelector = { language: 'markdown' };
