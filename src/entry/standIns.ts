import * as vscode from 'vscode';
import { DisposableStore } from '../core/util/disposable';
import type { Composition, Trees } from '../composition';
import { LateTree } from './lateTree';

/** Loads and starts Marginalia, at most once. */
type Load = () => Promise<Composition>;

/** What VS Code knows of us by the manifest and asks for whether we are loaded or not. */
export interface Contributions {
  readonly commands: readonly { readonly command: string }[];
  readonly languageModelTools: readonly { readonly name: string; readonly displayName: string }[];
  readonly views: Readonly<Record<string, readonly { readonly id: string; readonly type?: string }[]>>;
}

/**
 * Stands in for commands: the first use of one loads Marginalia, which registers its own. To be disposed right before
 * that.
 */
export function registerStandIns({ commands }: Contributions, load: Load): vscode.Disposable {
  const store = new DisposableStore();
  for (const { command } of commands)
    store.add(
      vscode.commands.registerCommand(command, async (...args: readonly unknown[]) => {
        await load();
        return vscode.commands.executeCommand<unknown>(command, ...args);
      }),
    );
  return store;
}

/** Makes the trees, whose rows come from what is then loaded. */
export function registerTrees(load: Load): Trees & vscode.Disposable {
  const notes = new LateTree('marginalia.notes', load);
  const essay = new LateTree('marginalia.essay', load);
  const both = vscode.Disposable.from(notes, essay);
  return { notes, essay, dispose: () => void both.dispose() };
}

/** Registers what needs no more than the name by which VS Code asks for it; the answers come from what is then loaded. */
export function registerDelegates(
  { views, languageModelTools }: Contributions,
  load: Load,
): vscode.Disposable {
  const store = new DisposableStore();
  for (const { id, type } of Object.values(views).flat())
    if (type === 'webview')
      store.add(
        vscode.window.registerWebviewViewProvider(id, {
          resolveWebviewView: async (view) => (await load()).argumentsView.resolveWebviewView(view),
        }),
      );
  for (const { name, displayName } of languageModelTools)
    store.add(
      vscode.lm.registerTool(name, {
        prepareInvocation: () => ({ invocationMessage: displayName }),
        invoke: async (options, token) => (await load()).assistantTools.get(name)?.invoke(options, token),
      }),
    );
  return store;
}

/**
 * Stands in for the providers whose question is asked only once, so that one that comes while Marginalia is being loaded
 * is answered too. To be disposed as soon as it is loaded, or is not going to be.
 * @param loaded what is being loaded; undefined if it turns out that there is nothing to do
 */
export function registerWaitingProviders(loaded: Promise<Composition | undefined>): vscode.Disposable {
  const { languages } = vscode;
  const markdown = { language: 'markdown' };
  return vscode.Disposable.from(
    languages.registerHoverProvider(markdown, {
      provideHover: async (...question) => (await loaded)?.hover.provideHover(...question),
    }),
    languages.registerDefinitionProvider(markdown, {
      provideDefinition: async (...question) => (await loaded)?.definition.provideDefinition(...question),
    }),
    languages.registerCompletionItemProvider(markdown, {
      provideCompletionItems: async (...question) =>
        (await loaded)?.completion.provideCompletionItems(...question),
    }),
  );
}
