import * as vscode from 'vscode';
import type { CslItem } from '../core/citation/cslItem';
import { creators, fullName, issuedYear, plainTitle } from '../core/citation/cslText';
import { commandIds } from '../core/languageFeatures/commands';
import type { Marginalia } from '../core/marginalia';
import type { LibrarySource } from '../core/notes/libraryArgument';

/**
 * `Marginalia: Match Source with Bibliography…`: the student says which work a source of the notes is. The answer is
 * kept in the workspace's settings, by the source's label.
 */
export function registerChooseSource(marginalia: Marginalia): {
  readonly disposable: vscode.Disposable;
  readonly settle: (sourceId: string) => Promise<void>;
} {
  const choose = async (source: LibrarySource) => {
    const { items } = await marginalia.library();
    const { resolution, notes } = source;
    const likely = resolution.kind === 'ambiguous' ? resolution.candidates : [];
    const others = [...items.values()].filter((item) => !likely.includes(item));
    if (items.size === 0) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t(
          'There is no bibliography yet. Put a .bib file beside your notes, and “{0}” will be found in it.',
          notes.label,
        ),
      );
      return;
    }
    const picked = await vscode.window.showQuickPick([...likely, ...others].map(toItem), {
      title: vscode.l10n.t('Which work is “{0}”?', notes.label),
      placeHolder: vscode.l10n.t('Escape leaves it open and cites “{0}”', notes.label),
      matchOnDescription: true,
      matchOnDetail: true,
    });
    if (!picked) return;
    const configuration = vscode.workspace.getConfiguration('marginalia', null);
    const chosen = { ...configuration.get<Record<string, string>>('sources'), [notes.label]: picked.citekey };
    const inWorkspace = vscode.workspace.workspaceFolders !== undefined;
    await configuration.update(
      'sources',
      chosen,
      inWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global,
    );
  };

  const sources = async () => (await marginalia.library()).files.flatMap((file) => file.sources);
  const disposable = vscode.commands.registerCommand(commandIds.chooseSource, async (chosen: unknown) => {
    const all = await sources();
    const { sourceId } = (chosen ?? {}) as { readonly sourceId?: unknown };
    const source = all.find(({ id }) => id === sourceId) ?? (await pickSource(all));
    if (source) await choose(source);
  });
  return {
    disposable,
    settle: async (sourceId) => {
      const source = (await sources()).find(({ id }) => id === sourceId);
      if (source) await choose(source);
    },
  };
}

async function pickSource(sources: readonly LibrarySource[]): Promise<LibrarySource | undefined> {
  if (sources.length <= 1) return sources[0];
  const items = sources.map((source) => ({
    label: source.notes.label,
    description:
      source.resolution.kind === 'matched' ? `@${source.resolution.item.id}` : vscode.l10n.t('not matched'),
    detail: source.file.name,
    source,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Which source of your notes?'),
  });
  return picked?.source;
}

function toItem(item: CslItem) {
  return {
    label: plainTitle(item) ?? item.id,
    description: `@${item.id}`,
    detail: [...creators(item).map(fullName), issuedYear(item)].filter(Boolean).join(', '),
    citekey: item.id,
  };
}
