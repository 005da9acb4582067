import * as vscode from 'vscode';
import { commandIds } from '../core/languageFeatures/commands';
import { type NotesNode, notesTree } from '../core/languageFeatures/notesTree';
import type { Marginalia } from '../core/marginalia';
import { argumentsMimeType } from './shared/argumentsMimeType';
import { toMarkdown } from './shared/convert';
import type { OpenNotesRequest } from './shared/openNotes';

const VIEW = 'marginalia.notes';

const ICONS: Readonly<Record<NotesNode['kind'], vscode.ThemeIcon>> = {
  source: new vscode.ThemeIcon('book'),
  question: new vscode.ThemeIcon('question'),
  argument: new vscode.ThemeIcon('quote'),
  problem: new vscode.ThemeIcon('warning'),
};

/** The notes as a tree: source, question, argument. */
class NotesTreeProvider implements vscode.TreeDataProvider<NotesNode> {
  readonly #marginalia: Marginalia;
  readonly #changes = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changes.event;

  constructor(marginalia: Marginalia) {
    this.#marginalia = marginalia;
  }

  refresh(): void {
    this.#changes.fire();
  }

  async getChildren(node?: NotesNode): Promise<NotesNode[]> {
    return [...(node ? node.children : notesTree(await this.#marginalia.library(), vscode.l10n.t))];
  }

  getParent(node: NotesNode): NotesNode | undefined {
    return node.parent;
  }

  getTreeItem(node: NotesNode): vscode.TreeItem {
    const state = vscode.TreeItemCollapsibleState;
    const open = node.kind === 'source' ? state.Expanded : state.Collapsed;
    const item = new vscode.TreeItem(node.label, node.children.length > 0 ? open : state.None);
    item.id = node.id;
    item.description = node.description;
    item.iconPath = ICONS[node.kind];
    item.contextValue = node.kind;
    if (node.argument !== undefined) {
      item.command = {
        title: vscode.l10n.t('Open in Notes'),
        command: commandIds.openArgument,
        arguments: [{ argument: node.argument, preserveFocus: true }],
      };
    } else if (node.location) {
      const { file, line } = node.location;
      item.command = {
        title: vscode.l10n.t('Open in Notes'),
        command: commandIds.openArgument,
        arguments: [{ place: { file: file.uri, line }, preserveFocus: true } satisfies OpenNotesRequest],
      };
    }
    return item;
  }

  async resolveTreeItem(item: vscode.TreeItem, node: NotesNode): Promise<vscode.TreeItem> {
    if (node.argument === undefined) item.tooltip = node.tooltip;
    else item.tooltip = toMarkdown((await this.#marginalia.card(node.argument)) ?? '');
    return item;
  }
}

export function registerNotesView(marginalia: Marginalia): vscode.Disposable {
  const provider = new NotesTreeProvider(marginalia);
  const view = vscode.window.createTreeView(VIEW, {
    treeDataProvider: provider,
    showCollapseAll: true,
    dragAndDropController: {
      dragMimeTypes: [argumentsMimeType],
      dropMimeTypes: [],
      handleDrag(nodes, transfer) {
        const dragged = nodes.flatMap(({ argument }) => argument ?? []);
        if (dragged.length > 0)
          transfer.set(argumentsMimeType, new vscode.DataTransferItem(JSON.stringify(dragged)));
      },
    },
  });
  return vscode.Disposable.from(
    view,
    marginalia.onDidChangeLibrary(() => provider.refresh()),
    vscode.commands.registerCommand(commandIds.insertSelectedArgument, async () => {
      // The keyboard moves the focus of a tree, of which an extension is told only when it becomes the selection.
      await vscode.commands.executeCommand('list.toggleSelection');
      const [chosen] = view.selection;
      if (chosen?.argument !== undefined)
        await vscode.commands.executeCommand(commandIds.insertArgument, chosen);
    }),
  );
}
