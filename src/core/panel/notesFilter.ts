import type { NotesNode } from '../languageFeatures/notesTree';

/** What the notes tree leaves out. */
export interface NotesFilter {
  /** The arguments that a search found, by id; undefined for all. */
  readonly found?: ReadonlySet<string>;
  readonly isShown: (argument: string) => boolean;
}

/** The tree with only the rows that the filter lets through, and what stands above them. */
export function filterNotes(nodes: readonly NotesNode[], filter: NotesFilter): readonly NotesNode[] {
  return nodes.flatMap((node) => filterNode(node, filter) ?? []);
}

function filterNode(node: NotesNode, filter: NotesFilter, parent?: NotesNode): NotesNode | undefined {
  if (node.kind === 'problem') return filter.found ? undefined : node;
  const { found, isShown } = filter;
  const own = node.argument !== undefined && (found?.has(node.argument) ?? true) && isShown(node.argument);
  const kept: NotesNode & { children: readonly NotesNode[] } = { ...node, parent, children: [] };
  kept.children = node.children.flatMap((child) => filterNode(child, filter, kept) ?? []);
  return own || kept.children.length > 0 ? kept : undefined;
}
