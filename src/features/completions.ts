import * as vscode from 'vscode';
import type { Marginalia } from '../core/marginalia';
import { ArgumentItem, CitationItem } from './shared/completionItems';
import type { CompletionSession } from './shared/completionSession';
import { toMarkdown } from './shared/convert';
import { type Essays, essaySelector } from './shared/essays';

/** What VS Code asks for citations after; the trigger for arguments comes from the settings, and the comma is `CompletionSession`'s. */
const CITATION_TRIGGERS = ['@', '^'];

/** Whether words are suggested while Markdown is typed, which is off unless the user wants it. */
function suggestsWords(document: vscode.TextDocument): boolean {
  const words = vscode.workspace.getConfiguration('editor', document).get<unknown>('quickSuggestions');
  const other = typeof words === 'object' && words !== null && 'other' in words ? words.other : words;
  return other !== 'off' && other !== false;
}

/**
 * The answer to a request that nobody made, where there is nothing to offer: had no provider an answer, VS Code would show the
 * words of the document.
 */
function silence(position: vscode.Position): vscode.CompletionList | undefined {
  if (position.character === 0) return undefined;
  const item = new vscode.CompletionItem('…');
  // No typed letter fits it, so that it is never to be seen.
  item.filterText = '\0';
  item.range = new vscode.Range(position.translate(0, -1), position);
  return new vscode.CompletionList([item]);
}

/** Resolves when VS Code waits for the answer no more: when it asks for another list, or the cursor goes elsewhere. */
function untilCancelled(token: vscode.CancellationToken): Promise<void> {
  return new Promise((resolve) => {
    if (token.isCancellationRequested) resolve();
    else token.onCancellationRequested(() => resolve());
  });
}

/** Arguments of the notes, offered for the phrase that is being typed, and works, pages and footnotes for a citation. */
export function completionProvider(
  marginalia: Marginalia,
  essays: Essays,
  session: CompletionSession,
): vscode.CompletionItemProvider {
  return {
    async provideCompletionItems(document, position, token, { triggerKind, triggerCharacter }) {
      const essay = essays.of(document);
      if (!essay) return undefined;
      const offset = document.offsetAt(position);
      const asked = !session.isUnasked(document, triggerKind);
      const cites = await marginalia.citationCompletions(essay, offset, token);
      if (token.isCancellationRequested) return undefined;
      if (cites) {
        session.answered(document, cites[0]?.replaces.start, true);
        return new vscode.CompletionList(
          cites.map((completion, rank) => new CitationItem(essay, completion, rank)),
          true,
        );
      }
      // Its characters are common in prose: they alone ask for nothing.
      if (triggerCharacter !== undefined && !isTriggered(document, position)) return undefined;
      const completions = await marginalia.completions(essay, offset, { asked }, token);
      if (token.isCancellationRequested) return undefined;
      const start = completions[0]?.replaces.start;
      if (start === undefined && !asked && !suggestsWords(document)) {
        const isOurs = await session.close(document);
        session.answered(document, undefined);
        // Only as long as it waits for us VS Code shows nothing of others, such as its snippets.
        if (isOurs) await untilCancelled(token);
        return silence(position);
      }
      const byTrigger = trigger(document) !== '' && essay.text.startsWith(trigger(document), start);
      session.answered(document, start, start !== undefined && byTrigger);
      const items = completions.map((completion, rank) => new ArgumentItem(essay, completion, rank));
      // The arguments depend on several words, so each further letter asks again.
      return new vscode.CompletionList(items, items.length > 0);
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
  const register = () =>
    vscode.languages.registerCompletionItemProvider(
      essaySelector,
      provider,
      ...CITATION_TRIGGERS,
      ...[trigger().at(-1) ?? []].flat(),
    );
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
  return vscode.workspace.getConfiguration('marginalia', document).get<string>('completion.trigger', '');
}

function isTriggered(document: vscode.TextDocument, position: vscode.Position): boolean {
  const typed = trigger(document);
  const before = document.lineAt(position).text.slice(0, position.character);
  return typed !== '' && before.endsWith(typed);
}
