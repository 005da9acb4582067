import * as vscode from 'vscode';
import type { EssayDocument } from '../../core/essay/essayDocument';
import type { Range, Span } from '../../core/text/position';

export function toRange({ start, end }: Range): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

export function spanToRange(essay: EssayDocument, span: Span): vscode.Range {
  return toRange(essay.rangeOf(span));
}

/** Markdown of ours for VS Code to show, allowed to run nothing but the commands that are named. */
export function toMarkdown(markdown: string, commands: readonly string[] = []): vscode.MarkdownString {
  const value = new vscode.MarkdownString(markdown);
  value.isTrusted = commands.length > 0 ? { enabledCommands: commands } : false;
  return value;
}
