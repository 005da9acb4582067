import * as vscode from 'vscode';
import { answerCompletionRequest } from '../core/editor/completionAnswer';
import type { RequestKind } from '../core/editor/completionRequests';
import type { Marginalia } from '../core/marginalia';
import { ArgumentItem, CitationItem, silentList } from './shared/completionItems';
import { toMarkdown } from './shared/convert';
import { type Essays, essaySelector } from './shared/essays';
import type { Suggestions } from './shared/suggestWidget';
import { WithheldAnswer } from './shared/withheldAnswer';

/** What VS Code asks for citations after; the trigger for arguments comes from the settings, and `TypedSuggestions` sees the comma. */
const CITATION_TRIGGERS = ['@', '^'];

const KINDS: Readonly<Record<vscode.CompletionTriggerKind, RequestKind>> = {
  [vscode.CompletionTriggerKind.Invoke]: 'invoked',
  [vscode.CompletionTriggerKind.TriggerCharacter]: 'character',
  [vscode.CompletionTriggerKind.TriggerForIncompleteCompletions]: 'incomplete',
};

/** Arguments of the notes, offered for the phrase that is being typed, and works, pages and footnotes for a citation. */
export function completionProvider(
  marginalia: Marginalia,
  essays: Essays,
  suggestions: Suggestions,
): vscode.CompletionItemProvider {
  const withheld = new WithheldAnswer();
  return {
    async provideCompletionItems(document, position, token, { triggerKind, triggerCharacter }) {
      withheld.asked();
      const essay = essays.of(document);
      if (!essay) return undefined;
      const request = {
        asked: !suggestions.isUnasked(document, KINDS[triggerKind]),
        byCharacter: triggerCharacter !== undefined,
        trigger: trigger(document),
        suggestsWords: suggestsWords(document),
      };
      const offset = document.offsetAt(position);
      const answer = await answerCompletionRequest(marginalia, essay, offset, request, token);
      if (!answer) return undefined;
      if (answer.kind === 'silence') {
        if (await suggestions.withdraw(document)) await withheld.withhold(token);
        return silentList(position);
      }
      suggestions.answered(document, answer.rows[0]?.replaces.start, answer.isTriggered);
      if (answer.kind === 'citations')
        return new vscode.CompletionList(
          answer.rows.map((row, rank) => new CitationItem(essay, row, rank)),
          true,
        );
      // The arguments depend on several words, so each further letter asks again.
      return new vscode.CompletionList(
        answer.rows.map((row, rank) => new ArgumentItem(essay, row, rank)),
        answer.rows.length > 0,
      );
    },

    async resolveCompletionItem(item, token) {
      let card: string | undefined;
      if (item instanceof ArgumentItem) card = await marginalia.card(item.argument);
      else if (item instanceof CitationItem && item.completion.citekey !== undefined)
        card = await marginalia.reference(item.completion.citekey);
      if (card !== undefined && !token.isCancellationRequested) item.documentation = toMarkdown(card);
      return item;
    },
  };
}

/** Has VS Code ask `provider`, also after the trigger of the settings. */
export function registerCompletions(provider: vscode.CompletionItemProvider): vscode.Disposable {
  const register = () => {
    const triggers = [...CITATION_TRIGGERS, ...trigger().slice(-1)];
    return vscode.languages.registerCompletionItemProvider(essaySelector, provider, ...triggers);
  };
  let registration = register();
  return vscode.Disposable.from(
    { dispose: () => void registration.dispose() },
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (!event.affectsConfiguration('marginalia.completion.trigger')) return;
      registration.dispose();
      registration = register();
    }),
  );
}

function trigger(document?: vscode.TextDocument): string {
  return vscode.workspace
    .getConfiguration('marginalia', document ?? null)
    .get<string>('completion.trigger', '');
}

/** Whether words are suggested while Markdown is typed, which is off unless the user wants it. */
function suggestsWords(document: vscode.TextDocument): boolean {
  const words = vscode.workspace.getConfiguration('editor', document).get<unknown>('quickSuggestions');
  const other = typeof words === 'object' && words !== null && 'other' in words ? words.other : words;
  return other !== 'off' && other !== false;
}
