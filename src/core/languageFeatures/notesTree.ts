import { plainTitle } from '../citation/cslText';
import type { Usage } from '../essay/usage';
import type { Library, LibraryFile } from '../notes/library';
import type { LibraryArgument, LibrarySource } from '../notes/libraryArgument';
import type { WorkspaceFile } from '../notes/workspace';
import type { Localize } from '../util/localize';

/** A row of the notes tree. */
export interface NotesNode {
  readonly kind: 'source' | 'question' | 'argument' | 'problem';
  /** Stays the same while the library changes elsewhere, so that the view keeps what is unfolded. */
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly tooltip?: string;
  /** Id in the library, of an argument's row. */
  readonly argument?: string;
  /** Of an argument's row, if there is an essay. */
  readonly state?: Usage;
  /** Id in the library, of a source's row. */
  readonly sourceId?: string;
  /** Where a click goes; the line is zero-based. */
  readonly location?: { readonly file: WorkspaceFile; readonly line: number };
  readonly parent?: NotesNode;
  readonly children: readonly NotesNode[];
}

type Draft = { -readonly [Key in keyof Omit<NotesNode, 'children'>]: NotesNode[Key] } & {
  children: NotesNode[];
};

/**
 * The library as a tree: source, question, argument, and below an argument its sub-points; files that failed first.
 * @param stateOf tells the state of an argument, if there is an essay
 */
export function notesTree(
  library: Library,
  localize: Localize,
  stateOf?: (argument: LibraryArgument) => Usage,
): readonly NotesNode[] {
  const failed = library.problems.filter(({ file, range }) => {
    return range.start.line === 0 && !library.files.some((read) => read.file.uri === file.uri);
  });
  const problems = failed.map(({ file, message }): NotesNode => {
    const location = { file, line: 0 };
    return {
      kind: 'problem',
      id: `problem ${file.uri}`,
      label: file.name,
      description: message,
      tooltip: message,
      location,
      children: [],
    };
  });
  const sources = library.files.flatMap((file) =>
    file.sources.map((source) => sourceNode(file, source, localize, stateOf)),
  );
  return [...problems, ...sources.filter(({ children }) => children.length > 0)];
}

function sourceNode(
  file: LibraryFile,
  source: LibrarySource,
  localize: Localize,
  stateOf?: (argument: LibraryArgument) => Usage,
): NotesNode {
  const own = file.arguments.filter((argument) => argument.source.id === source.id);
  const root: Draft = {
    kind: 'source',
    id: source.id,
    label: source.notes.label,
    tooltip: sourceTooltip(source, localize),
    sourceId: source.id,
    location: { file: source.file, line: 0 },
    children: [],
  };
  const questions = new Map<string, Draft>();
  const nodes = new Map<string, Draft>();
  for (const each of own) {
    const above =
      nodes.get(each.parent?.id ?? '') ?? (each.question ? questionNode(each, root, questions) : root);
    const state = stateOf?.(each);
    const node: Draft = {
      kind: 'argument',
      id: each.id,
      label: each.argument.text,
      description: joined(each.argument.locator?.value, state && markOf(state, localize)),
      argument: each.id,
      state,
      parent: above,
      children: [],
    };
    above.children.push(node);
    nodes.set(each.id, node);
  }
  for (const question of questions.values()) question.description = counted(question, localize);
  root.description = joined(sourceDescription(source, localize), counted(root, localize));
  return root;
}

/** The states of the arguments below a row; undefined for those without one. */
function statesBelow({ children }: NotesNode): readonly (Usage | undefined)[] {
  return children.flatMap((child) => [
    ...(child.kind === 'argument' ? [child.state] : []),
    ...statesBelow(child),
  ]);
}

function counted(node: NotesNode, localize: Localize): string {
  const states = statesBelow(node);
  if (!states.some((state) => state !== undefined)) return String(states.length);
  const used = states.filter((state) => state === 'cited' || state === 'uncited').length;
  return localize('{0} of {1} used', used, states.length);
}

function joined(...parts: readonly (string | undefined)[]): string | undefined {
  return parts.filter((part) => part !== undefined && part !== '').join(' · ') || undefined;
}

/** Most arguments are not used yet: their rows stay quiet. */
function markOf(state: Usage, localize: Localize): string | undefined {
  return state === 'unused' ? undefined : usageLabel(state, localize);
}

/** What is said beside an argument. */
export function usageLabel(state: Usage, localize: Localize): string {
  switch (state) {
    case 'cited':
      return localize('cited');
    case 'uncited':
      return localize('used, not cited');
    case 'unused':
      return localize('not used yet');
    case 'leftOut':
      return localize('left out');
  }
}

function questionNode({ question, source }: LibraryArgument, root: Draft, known: Map<string, Draft>): Draft {
  const line = question?.range.start.line ?? 0;
  const id = `${source.id} question ${line}`;
  const before = known.get(id);
  if (before) return before;
  const label = question?.text ?? '';
  const node: Draft = {
    kind: 'question',
    id,
    label,
    tooltip: label,
    location: { file: source.file, line },
    parent: root,
    children: [],
  };
  known.set(id, node);
  root.children.push(node);
  return node;
}

function sourceDescription({ resolution }: LibrarySource, localize: Localize): string {
  switch (resolution.kind) {
    case 'matched':
      return `@${resolution.item.id}`;
    case 'ambiguous':
      return localize('several works fit');
    case 'missing':
      return localize('not in a bibliography');
  }
}

function sourceTooltip({ resolution, notes, file }: LibrarySource, localize: Localize): string {
  switch (resolution.kind) {
    case 'matched':
      return `${plainTitle(resolution.item) ?? resolution.item.id}\n${resolution.reason}\n${file.name}`;
    case 'ambiguous':
      return localize(
        'Several works of your bibliography could be “{0}”. Choose one with “Match Source with Bibliography…”.',
        notes.label,
      );
    case 'missing':
      return localize(
        'No bibliography has an entry for “{0}”, so it is cited by this name. Add the entry to a .bib file beside your notes.',
        notes.label,
      );
  }
}
