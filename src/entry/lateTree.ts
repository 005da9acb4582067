import * as vscode from 'vscode';
import { argumentsMimeType } from '../core/panel/argumentsMimeType';
import type { TreeContent, TreePlace } from '../features/shared/treePlace';

/**
 * A tree view that is there before its content is. VS Code takes the keyboard away from a view whose provider is
 * replaced: so this one stays, has its content loaded when it is first looked at, and hands every question on.
 */
export class LateTree implements TreePlace, vscode.Disposable {
  readonly #changes = new vscode.EventEmitter<unknown>();
  readonly #view: vscode.TreeView<unknown>;
  readonly #filled: Promise<TreeContent<unknown>>;
  #fill: (content: TreeContent<unknown>) => void = () => undefined;
  #subscription: vscode.Disposable | undefined;

  /** @param load has the view filled */
  constructor(id: string, load: () => Promise<unknown>) {
    this.#filled = new Promise((resolve) => (this.#fill = resolve));
    const rows = async () => {
      await load();
      return (await this.#filled).rows;
    };
    this.#view = vscode.window.createTreeView<unknown>(id, {
      showCollapseAll: true,
      treeDataProvider: {
        onDidChangeTreeData: this.#changes.event,
        getChildren: async (row) => (await rows()).getChildren(row),
        getTreeItem: async (row) => (await rows()).getTreeItem(row),
        getParent: async (row) => (await rows()).getParent?.(row),
        resolveTreeItem: async (item, row, token) =>
          (await (await rows()).resolveTreeItem?.(item, row, token)) ?? item,
      },
      dragAndDropController: {
        dragMimeTypes: [argumentsMimeType],
        dropMimeTypes: [],
        handleDrag: async (dragged, data) => {
          const ids = (await this.#filled).dragged?.(dragged) ?? [];
          if (ids.length > 0) data.set(argumentsMimeType, new vscode.DataTransferItem(JSON.stringify(ids)));
        },
      },
    });
  }

  fill<Row>(content: TreeContent<Row>): vscode.TreeView<Row> {
    this.#subscription = content.rows.onDidChangeTreeData?.((rows) => this.#changes.fire(rows));
    this.#fill(content as TreeContent<unknown>);
    return this.#view as vscode.TreeView<Row>;
  }

  dispose(): void {
    this.#subscription?.dispose();
    this.#view.dispose();
    this.#changes.dispose();
  }
}
