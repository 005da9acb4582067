import * as vscode from 'vscode';
import type { EssayDocument } from '../../core/essay/essayDocument';
import type { CitationCompletion } from '../../core/languageFeatures/citationCompletions';
import type { Completion } from '../../core/languageFeatures/completions';
import { commandIds } from '../../core/languageFeatures/commands';
import { spanToRange } from './convert';

/** An argument of the notes in the list. */
export class ArgumentItem extends vscode.CompletionItem {
  constructor(essay: EssayDocument, completion: Completion, rank: number) {
    super({ label: completion.label, description: completion.description });
    this.argument = completion.argument;
    place(this, essay, completion, rank);
    const typed = this.filterText ?? '';
    // The words and their note go in by the command, as one step that one undo takes back.
    this.insertText = typed;
    this.command = {
      title: '',
      command: commandIds.acceptCompletion,
      arguments: [{ argument: completion.argument, typed, wording: completion.wording }],
    };
  }
  readonly argument: string;
}

/** A work, a page or a footnote in the list. */
export class CitationItem extends vscode.CompletionItem {
  constructor(
    essay: EssayDocument,
    readonly completion: CitationCompletion,
    rank: number,
  ) {
    super({ label: completion.label, description: completion.description });
    place(this, essay, completion, rank);
    this.insertText = completion.insert;
    if (completion.detail !== undefined) this.documentation = completion.detail;
  }
}

/** What is common to both kinds: VS Code neither filters nor sorts what the core has chosen for the typed text. */
function place(
  item: vscode.CompletionItem,
  essay: EssayDocument,
  { replaces }: Pick<Completion, 'replaces'>,
  rank: number,
): void {
  item.kind = vscode.CompletionItemKind.Reference;
  item.range = spanToRange(essay, replaces);
  item.filterText = essay.text.slice(replaces.start, replaces.end);
  item.sortText = `!${String(rank).padStart(2, '0')}`;
}

/**
 * The answer to a request that nobody made, where there is nothing to offer: had no provider an answer, VS Code would show the
 * words of the document.
 */
export function silentList(position: vscode.Position): vscode.CompletionList | undefined {
  if (position.character === 0) return undefined;
  const item = new vscode.CompletionItem('…');
  // No typed letter fits it, so that it is never to be seen.
  item.filterText = '\0';
  item.range = new vscode.Range(position.translate(0, -1), position);
  return new vscode.CompletionList([item]);
}
