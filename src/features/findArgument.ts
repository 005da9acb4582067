import * as vscode from 'vscode';
import { commandIds } from '../core/languageFeatures/commands';
import { sourceLine } from '../core/languageFeatures/argumentCard';
import type { Marginalia } from '../core/marginalia';
import type { LibraryArgument } from '../core/notes/libraryArgument';

interface ArgumentPick extends vscode.QuickPickItem {
  readonly argument: string;
}

const openButton = (): vscode.QuickInputButton => ({
  iconPath: new vscode.ThemeIcon('go-to-file'),
  tooltip: vscode.l10n.t('Open in Notes'),
});

/** `Marginalia: Find Argument…`: searches the notes from the keyboard; Enter inserts with citation. */
export function registerFindArgument(marginalia: Marginalia): vscode.Disposable {
  return vscode.commands.registerCommand(commandIds.findArgument, async () => {
    const pick = vscode.window.createQuickPick<ArgumentPick>();
    pick.placeholder = vscode.l10n.t('Search your notes: Enter inserts the argument with its citation');
    pick.matchOnDescription = pick.matchOnDetail = true;
    const show = async () => {
      const { value } = pick;
      const found = await marginalia.find(value);
      if (pick.value !== value) return;
      pick.items = found.map(toItem);
      if (found.length > 0) return;
      const none = (await marginalia.library()).arguments.size === 0;
      pick.placeholder = none
        ? vscode.l10n.t('No notes have been found yet: put them into the folder “notes”')
        : vscode.l10n.t('Nothing in your notes matches');
    };
    pick.onDidChangeValue(show);
    pick.onDidTriggerItemButton(({ item }) => {
      pick.hide();
      void vscode.commands.executeCommand(commandIds.openArgument, { argument: item.argument });
    });
    pick.onDidAccept(() => {
      const [chosen] = pick.selectedItems;
      pick.hide();
      if (chosen) void vscode.commands.executeCommand(commandIds.insertArgument, chosen.argument);
    });
    pick.onDidHide(() => pick.dispose());
    pick.show();
    pick.busy = true;
    await show();
    pick.busy = false;
  });
}

function toItem(found: LibraryArgument): ArgumentPick {
  return {
    label: found.argument.text,
    description: sourceLine(found),
    detail: found.question?.text,
    // The core decides what matches; VS Code's own filter knows neither word forms nor typing errors.
    alwaysShow: true,
    buttons: [openButton()],
    argument: found.id,
  };
}
