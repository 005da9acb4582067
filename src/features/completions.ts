import * as vscode from 'vscode';
import type { Completion } from '../core/languageFeatures/completions';
import { commandIds } from '../core/languageFeatures/commands';
import type { Marginalia } from '../core/marginalia';
import { spanToRange, toMarkdown } from './shared/convert';
import { type Essays, essaySelector } from './shared/essays';
import type { CompletionSession } from './shared/completionSession';

class ArgumentItem extends vscode.CompletionItem {
  constructor(
    readonly completion: Completion,
    readonly essayUri: string,
  ) {
    super({ label: completion.label, description: completion.description });
  }
}

/** Arguments of the notes, offered for the phrase that is being typed. */
export function registerCompletions(
  marginalia: Marginalia,
  essays: Essays,
  session: CompletionSession,
): vscode.Disposable {
  return vscode.languages.registerCompletionItemProvider(essaySelector, {
    async provideCompletionItems(document, position, token, { triggerKind }) {
      const essay = essays.of(document);
      if (!essay) return undefined;
      const asked = !session.isUnasked(document, triggerKind);
      const completions = await marginalia.completions(essay, document.offsetAt(position), { asked }, token);
      if (token.isCancellationRequested) return undefined;
      session.answered(document, completions[0]?.replaces.start);
      const items = completions.map((completion, rank) => {
        const typed = essay.text.slice(completion.replaces.start, completion.replaces.end);
        const item = new ArgumentItem(completion, document.uri.toString());
        item.kind = vscode.CompletionItemKind.Reference;
        item.range = spanToRange(essay, completion.replaces);
        item.filterText = typed;
        // The words and their note go in by the command, as one step that one undo takes back.
        item.insertText = typed;
        item.sortText = `!${String(rank).padStart(2, '0')}`;
        item.command = {
          title: '',
          command: commandIds.acceptCompletion,
          arguments: [{ argument: completion.argument, typed }],
        };
        return item;
      });
      // The arguments depend on several words, so each further letter asks again.
      return new vscode.CompletionList(items, items.length > 0);
    },

    async resolveCompletionItem(item, token) {
      if (!(item instanceof ArgumentItem)) return item;
      const card = await marginalia.card(item.completion.argument);
      if (card !== undefined && !token.isCancellationRequested) item.documentation = toMarkdown(card);
      return item;
    },
  });
}
