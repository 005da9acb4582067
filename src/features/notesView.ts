import * as vscode from 'vscode';
import { commandIds } from '../core/languageFeatures/commands';
import type { NotesNode } from '../core/languageFeatures/notesTree';
import type { Marginalia } from '../core/marginalia';
import type { Marks } from '../core/panel/argumentsPanel';
import { NotesViewModel } from '../core/panel/notesViewModel';
import type { Storage } from '../core/panel/rememberedArguments';
import { argumentContext, argumentIcons } from './shared/argumentIcons';
import { toMarkdown } from './shared/convert';
import { followCoverage } from './shared/followCoverage';
import type { FollowedEssay } from './shared/followEssay';
import { notesFileOf, type OpenNotesRequest } from './shared/openNotes';
import type { TreePlace } from './shared/treePlace';

const ICONS: Readonly<Record<NotesNode['kind'], vscode.ThemeIcon>> = {
  source: new vscode.ThemeIcon('book'),
  question: new vscode.ThemeIcon('question'),
  argument: argumentIcons.unused,
  problem: new vscode.ThemeIcon('warning'),
};

/** The notes as a tree: source, question, argument. */
class NotesTreeProvider implements vscode.TreeDataProvider<NotesNode> {
  readonly #marginalia: Marginalia;
  readonly #model: NotesViewModel;
  readonly #changes = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changes.event;

  constructor(marginalia: Marginalia, model: NotesViewModel) {
    this.#marginalia = marginalia;
    this.#model = model;
    model.onDidChange(() => this.#changes.fire());
  }

  async getChildren(node?: NotesNode): Promise<NotesNode[]> {
    return [...(node ? node.children : await this.#model.tree())];
  }

  getParent(node: NotesNode): NotesNode | undefined {
    return node.parent;
  }

  getTreeItem(node: NotesNode): vscode.TreeItem {
    const state = vscode.TreeItemCollapsibleState;
    const open = node.kind === 'source' || this.#model.isFiltered ? state.Expanded : state.Collapsed;
    const item = new vscode.TreeItem(node.label, node.children.length > 0 ? open : state.None);
    // VS Code unfolds a row by itself only where it has not met the row before.
    item.id = this.#model.isFiltered ? `${node.id} found by ${this.#model.query}` : node.id;
    item.description = node.description;
    item.iconPath = node.state ? argumentIcons[node.state] : ICONS[node.kind];
    item.contextValue = node.kind === 'argument' ? argumentContext(node.state) : node.kind;
    const request = openRequest(node);
    if (request) {
      const title = vscode.l10n.t('Open in Notes');
      item.command = { title, command: commandIds.openArgument, arguments: [request] };
    }
    return item;
  }

  async resolveTreeItem(item: vscode.TreeItem, node: NotesNode): Promise<vscode.TreeItem> {
    if (node.argument === undefined) item.tooltip = node.tooltip;
    else item.tooltip = toMarkdown((await this.#marginalia.card(node.argument)) ?? '');
    return item;
  }
}

function openRequest({ argument, location }: NotesNode): OpenNotesRequest | undefined {
  if (argument !== undefined) return { argument, preserveFocus: true };
  return location && { place: { file: location.file.uri, line: location.line }, preserveFocus: true };
}

export function registerNotesView(
  place: TreePlace,
  marginalia: Marginalia,
  followed: FollowedEssay,
  marks: Marks,
  storage: Storage,
): vscode.Disposable {
  const model = new NotesViewModel(marginalia, marks, storage, vscode.l10n.t);
  const provider = new NotesTreeProvider(marginalia, model);
  const view = place.fill({
    rows: provider,
    dragged: (rows) => rows.flatMap(({ argument }) => argument ?? []),
  });
  const coverage = followCoverage(
    marginalia,
    followed,
    () => view.visible,
    (shown) => model.showCoverage(shown?.coverage),
  );
  coverage.update();
  const showMode = () => {
    view.description = model.isFiltered ? `“${model.query}”` : undefined;
    void vscode.commands.executeCommand('setContext', 'marginalia.notesFiltered', model.isFiltered);
    void vscode.commands.executeCommand('setContext', 'marginalia.unusedOnly', model.unusedOnly);
  };
  const revealOpenNotes = async ({ document, selection }: vscode.TextEditor) => {
    const node = view.visible
      ? await model.nodeAt(notesFileOf(document), selection.active.line, view.selection[0])
      : undefined;
    if (node) await view.reveal(node, { select: true, focus: false });
  };
  showMode();
  return vscode.Disposable.from(
    coverage,
    model,
    model.onDidChange(showMode),
    view.onDidChangeVisibility(() => coverage.update()),
    marginalia.onDidChangeLibrary(() => model.refresh()),
    vscode.window.onDidChangeActiveTextEditor((editor) => editor && void revealOpenNotes(editor)),
    vscode.commands.registerCommand(commandIds.insertSelectedArgument, async () => {
      // The keyboard moves the focus of a tree, of which an extension is told only when it becomes the selection.
      await vscode.commands.executeCommand('list.toggleSelection');
      const [chosen] = view.selection;
      if (chosen?.argument !== undefined)
        await vscode.commands.executeCommand(commandIds.insertArgument, chosen);
    }),
    vscode.commands.registerCommand(commandIds.filterNotes, () => askForFilter(model)),
    vscode.commands.registerCommand(commandIds.clearNotesFilter, () => model.filter('')),
    vscode.commands.registerCommand(commandIds.showUnusedNotes, () => model.showUnusedOnly(true)),
    vscode.commands.registerCommand(commandIds.showAllNotes, () => model.showUnusedOnly(false)),
  );
}

/** The tree follows what is typed; Escape goes back to what was filtered before. */
function askForFilter(model: NotesViewModel): void {
  const before = model.query;
  const box = vscode.window.createInputBox();
  box.value = before;
  box.prompt = vscode.l10n.t('Only notes that match are shown. Empty shows all of them.');
  box.placeholder = vscode.l10n.t('Words, "a phrase", source:, question:, used:no');
  let isAccepted = false;
  box.onDidChangeValue((value) => model.filter(value));
  box.onDidAccept(() => {
    isAccepted = true;
    box.hide();
  });
  box.onDidHide(() => {
    if (!isAccepted) model.filter(before);
    box.dispose();
  });
  box.show();
}
