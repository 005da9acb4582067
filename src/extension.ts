import type * as vscode from 'vscode';
import type { Composition } from './composition';
import { EarlyTyping } from './entry/earlyTyping';
import { FirstUse } from './entry/firstUse';
import {
  type Contributions,
  registerDelegates,
  registerStandIns,
  registerTrees,
  registerWaitingProviders,
} from './entry/standIns';
import { offerNotesFolder } from './features/offerNotesFolder';

/**
 * All that VS Code loads before Marginalia is first used: while notes or a bibliography are there, or once a command of
 * ours runs or a view of ours is shown. Everything else is `composition.ts`.
 */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const { subscriptions, workspaceState } = context;
  const { contributes } = context.extension.packageJSON as { readonly contributes: Contributions };
  let loading: Promise<Composition> | undefined;
  const load = () =>
    (loading ??= import('./composition').then(({ compose }) => {
      waiting.dispose();
      standIns.dispose();
      firstUse.dispose();
      earlyTyping.dispose();
      return compose(context, trees, earlyTyping.last);
    }));
  const earlyTyping = new EarlyTyping();
  const firstUse = new FirstUse();
  const loadIfUsed = async () => {
    if (loading ?? (await firstUse.isThere())) return load();
    return undefined;
  };
  const standIns = registerStandIns(contributes, load);
  const trees = registerTrees(load);
  const decided = loadIfUsed();
  const waiting = registerWaitingProviders(decided);
  subscriptions.push(standIns, trees, waiting, earlyTyping, firstUse, registerDelegates(contributes, load));

  if ((await decided) ?? loading) return;
  waiting.dispose();
  firstUse.onDidCome(() => void load());
  firstUse.wait();
  void offerNotesFolder(() => Promise.resolve(loading !== undefined), workspaceState);
}
