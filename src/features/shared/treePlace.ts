import type * as vscode from 'vscode';

/** What fills a tree view. */
export interface TreeContent<Row> {
  readonly rows: vscode.TreeDataProvider<Row>;
  /** Ids of the arguments that a drag of rows carries. Without it, rows cannot be dragged. */
  readonly dragged?: (rows: readonly Row[]) => readonly string[];
}

/** The view that a feature may fill, once. */
export interface TreePlace {
  fill<Row>(content: TreeContent<Row>): vscode.TreeView<Row>;
}
