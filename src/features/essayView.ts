import * as vscode from 'vscode';
import { commandIds } from '../core/languageFeatures/commands';
import type { Marginalia } from '../core/marginalia';
import type { Marks } from '../core/panel/argumentsPanel';
import { type EssayNode, type EssayProblem, essayTree } from '../core/panel/essayTree';
import { argumentContext, argumentIcons } from './shared/argumentIcons';
import { spanToRange } from './shared/convert';
import { type FollowedCoverage, followCoverage } from './shared/followCoverage';
import type { EssayPlace, FollowedEssay } from './shared/followEssay';
import type { OpenNotesRequest } from './shared/openNotes';
import type { TreePlace } from './shared/treePlace';

const GO_TO_ESSAY = 'marginalia.goToEssay';

const ICONS: Readonly<Record<EssayNode['kind'], vscode.ThemeIcon | undefined>> = {
  ...argumentIcons,
  heading: undefined,
  group: undefined,
  section: new vscode.ThemeIcon('symbol-string'),
  entry: new vscode.ThemeIcon('book'),
  problem: new vscode.ThemeIcon('warning'),
};

/** The essay that is being written: what it uses, its sources, its problems, its bibliography, its length. */
class EssayTreeProvider implements vscode.TreeDataProvider<EssayNode> {
  readonly #marginalia: Marginalia;
  readonly #marks: Marks;
  readonly #changes = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changes.event;
  #shown: FollowedCoverage | undefined;
  #nodes: readonly EssayNode[] = [];
  #builds = 0;
  #isReady = false;
  #becomeReady: () => void = () => undefined;
  readonly #ready = new Promise<void>((resolve) => (this.#becomeReady = resolve));
  #groupBy: 'question' | 'source' = 'question';

  constructor(marginalia: Marginalia, marks: Marks) {
    this.#marginalia = marginalia;
    this.#marks = marks;
  }

  get place(): EssayPlace | undefined {
    return this.#shown?.place;
  }

  show(shown: FollowedCoverage | undefined): void {
    this.#shown = shown;
    void this.refresh();
  }

  group(by: 'question' | 'source'): void {
    this.#groupBy = by;
    void this.refresh();
  }

  /** Makes the rows before VS Code asks for them, so that it never mixes rows of two states. */
  async refresh(): Promise<void> {
    const build = ++this.#builds;
    const nodes = this.#shown ? await this.#rows(this.#shown) : [];
    if (build !== this.#builds) return;
    this.#nodes = nodes;
    if (this.#isReady) this.#changes.fire();
    this.#isReady = true;
    this.#becomeReady();
  }

  async #rows({ place, coverage }: FollowedCoverage): Promise<readonly EssayNode[]> {
    return essayTree({
      essay: place.essay,
      library: await this.#marginalia.library(),
      uses: coverage,
      groupBy: this.#groupBy,
      isLeftOut: (argument) => this.#marks.leftOut.has(argument),
      problems: problemsOf(place),
      bibliography: await this.#marginalia.panel.bibliography(place.essay),
      localize: vscode.l10n.t,
    });
  }

  async getChildren(node?: EssayNode): Promise<EssayNode[]> {
    // A view that is told of rows while it is being opened loses them: its first answer must hold them.
    if (!node) await this.#ready;
    return [...(node?.children ?? this.#nodes)];
  }

  getParent(node: EssayNode): EssayNode | undefined {
    return node.parent;
  }

  getTreeItem({
    kind,
    id,
    label,
    description,
    children,
    isOpen,
    essayAt,
    argument,
  }: EssayNode): vscode.TreeItem {
    const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;
    const item = new vscode.TreeItem(label, children.length === 0 ? None : isOpen ? Expanded : Collapsed);
    item.id = id;
    item.description = description;
    item.tooltip = label;
    item.iconPath = ICONS[kind];
    item.contextValue =
      argument === undefined ? kind : argumentContext(kind === 'leftOut' ? kind : undefined);
    if (essayAt) {
      item.command = { title: vscode.l10n.t('Go to Essay'), command: GO_TO_ESSAY, arguments: [essayAt] };
    } else if (argument !== undefined) {
      const request: OpenNotesRequest = { argument, preserveFocus: true };
      item.command = {
        title: vscode.l10n.t('Open in Notes'),
        command: commandIds.openArgument,
        arguments: [request],
      };
    }
    return item;
  }
}

/** What Marginalia's own checks have found, wherever they come from. */
function findingsOf({ document }: EssayPlace): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'Marginalia');
}

/** How many errors and warnings the essay has; what is merely remarked on calls nobody away from writing. */
function badgeOf(place: EssayPlace | undefined): vscode.ViewBadge | undefined {
  const { Warning } = vscode.DiagnosticSeverity;
  const value = place ? findingsOf(place).filter(({ severity }) => severity <= Warning).length : 0;
  if (!place || value === 0) return undefined;
  const name = fileName(place.document.uri);
  const tooltip =
    value === 1
      ? vscode.l10n.t('One problem in {0}', name)
      : vscode.l10n.t('{0} problems in {1}', value, name);
  return { value, tooltip };
}

function problemsOf(place: EssayPlace): readonly EssayProblem[] {
  const { document } = place;
  return findingsOf(place).map(({ message, range }) => ({
    message,
    span: { start: document.offsetAt(range.start), end: document.offsetAt(range.end) },
  }));
}

export function registerEssayView(
  place: TreePlace,
  marginalia: Marginalia,
  followed: FollowedEssay,
  marks: Marks,
): vscode.Disposable {
  const provider = new EssayTreeProvider(marginalia, marks);
  const view = place.fill({ rows: provider });
  const coverage = followCoverage(
    marginalia,
    followed,
    () => view.visible,
    (shown) => {
      provider.show(shown);
      view.description = shown && fileName(shown.place.document.uri);
    },
  );
  coverage.update();
  const countProblems = () => (view.badge = badgeOf(followed.place));
  countProblems();
  // Known before the view is shown: a view that opens with its welcome does not give its rows the keyboard.
  const tellEssay = () =>
    void vscode.commands.executeCommand('setContext', 'marginalia.hasEssay', followed.place !== undefined);
  tellEssay();
  const group = (by: 'question' | 'source') => () => {
    provider.group(by);
    void vscode.commands.executeCommand('setContext', 'marginalia.coverageBySource', by === 'source');
  };
  return vscode.Disposable.from(
    coverage,
    view.onDidChangeVisibility(() => coverage.update()),
    marks.leftOut.onDidChange(() => void provider.refresh()),
    followed.onDidRest(countProblems),
    followed.onDidRest(tellEssay),
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      countProblems();
      const shown = provider.place?.document.uri.toString();
      if (view.visible && uris.some((uri) => uri.toString() === shown)) void provider.refresh();
    }),
    vscode.commands.registerCommand(commandIds.groupCoverageByQuestion, group('question')),
    vscode.commands.registerCommand(commandIds.groupCoverageBySource, group('source')),
    vscode.commands.registerCommand(GO_TO_ESSAY, async (span: unknown) => {
      const { place } = provider;
      const { start, end } = span as { readonly start: number; readonly end: number };
      if (!place) return;
      const selection = spanToRange(place.essay, { start, end });
      await vscode.window.showTextDocument(place.document, { selection, preserveFocus: true });
    }),
    vscode.commands.registerCommand(commandIds.newEssay, async () => {
      const essay = await vscode.workspace.openTextDocument({ language: 'markdown' });
      await vscode.window.showTextDocument(essay);
    }),
  );
}

function fileName({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
