import * as vscode from 'vscode';
import readerVersion from 'generated:readerVersion';
import { createMarginalia } from './core/marginalia';
import { RememberedArguments } from './core/panel/rememberedArguments';
import type { CslAssets } from './core/citation/style/engine';
import { ArgumentsViewProvider, registerArgumentsView } from './features/argumentsView';
import { SnapshotFile } from './core/store/snapshotFile';
import { registerAbout } from './features/about';
import { registerAddSource } from './features/addSource';
import { assistantToolsByName } from './features/assistantTools';
import { registerChooseSource } from './features/chooseSource';
import { registerCodeActions } from './features/codeActions';
import { registerCitationCommands } from './features/citationCommands';
import { registerCitationMemory } from './features/citationMemory';
import { completionProvider, registerCompletions } from './features/completions';
import { registerEssayView } from './features/essayView';
import { registerCopyAssistantConfiguration } from './features/copyAssistantConfiguration';
import { registerExplainSilence } from './features/explainSilence';
import { registerExport } from './features/exportEssay';
import { registerFindArgument } from './features/findArgument';
import { registerGhostText } from './features/ghostText';
import { registerDismissals } from './features/dismissProblem';
import { registerEssayProblems } from './features/essayProblems';
import { registerEssayStatus } from './features/essayStatus';
import { registerHandInReport } from './features/handInReport';
import { Dismissals } from './features/shared/dismissals';
import { EssayReviews } from './features/shared/essayReviews';
import { registerAddPage } from './features/addPage';
import { hoverProvider } from './features/hover';
import { registerInsertArgumentAs } from './features/insertArgumentAs';
import { registerInsertion } from './features/insertArgument';
import { registerCreateNotesFolder, registerLibraryStatus } from './features/libraryStatus';
import { registerMarkArguments } from './features/markArguments';
import { definitionProvider, registerCodeLens, registerNavigation } from './features/navigation';
import { registerNormalizeNotes } from './features/normalizeNotes';
import { registerNotesEncoding } from './features/notesEncoding';
import { registerNotesOutline } from './features/notesOutline';
import { registerNotesReport } from './features/notesReport';
import { registerNotesTextView } from './features/notesTextView';
import { registerNotesView } from './features/notesView';
import { offerNotesFolder } from './features/offerNotesFolder';
import { registerOpenArgument } from './features/openArgument';
import { registerOpenSample } from './features/openSample';
import { registerProblems } from './features/problems';
import { essaySelector } from './features/shared/essays';
import type { TreePlace } from './features/shared/treePlace';
import { FollowedEssay } from './features/shared/followEssay';
import { type EarlyChange, typedSuggestions } from './features/shared/suggestWidget';
import { registerRename } from './features/rename';
import { registerReadingStatus } from './features/readingStatus';
import { registerSuggestWhileTyping } from './features/suggestWhileTyping';
import { registerTransfer } from './features/transfer';
import { findFiles } from './host/vscode/findFiles';
import { VscodeNoteRecords } from './host/vscode/noteRecords';
import { VscodeNotesWorkspace } from './host/vscode/notesWorkspace';
import { OpenEssays } from './host/vscode/openEssays';
import { Pandoc } from './host/vscode/pandoc';
import { VscodeSettings } from './host/vscode/settings';
import { snapshotFolder } from './host/vscode/snapshotFolder';

/** Milliseconds that an answer may wait for notes that are being read. */
const PATIENCE = 2000;

/** What VS Code may ask for before Marginalia is loaded. */
export interface Composition {
  readonly hover: vscode.HoverProvider;
  readonly definition: vscode.DefinitionProvider;
  readonly completion: vscode.CompletionItemProvider;
  readonly argumentsView: ArgumentsViewProvider;
  readonly assistantTools: ReadonlyMap<string, vscode.LanguageModelTool<unknown>>;
}

/** The tree views, which are there before Marginalia is loaded. */
export interface Trees {
  readonly notes: TreePlace;
  readonly essay: TreePlace;
}

/**
 * The composition root, desktop and web: builds the ports and the core, and registers the features.
 * @param typed what was typed last before
 */
export function compose(
  context: vscode.ExtensionContext,
  trees: Trees,
  typed: EarlyChange | undefined,
): Composition {
  const { subscriptions, extensionUri, storageUri } = context;
  const own = <T extends vscode.Disposable>(disposable: T): T => {
    subscriptions.push(disposable);
    return disposable;
  };
  const logger = own(vscode.window.createOutputChannel('Marginalia', { log: true }));
  const readData = async (name: string) =>
    vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'dist', name));
  // First of all, so that nobody who hears of a change still gets what was before.
  const settings = own(new VscodeSettings());
  const workspace = own(new VscodeNotesWorkspace());
  const essays = own(new OpenEssays());
  const marginalia = own(
    createMarginalia({
      workspace,
      settings: () => settings.current,
      records: new VscodeNoteRecords(context.workspaceState),
      logger,
      localize: (message, ...args) => vscode.l10n.t(message, ...args),
      storage: storageUri && {
        snapshot: new SnapshotFile(snapshotFolder(storageUri), 'library'),
        key: readerVersion,
      },
      answerWithin: PATIENCE,
      readThesaurus: () => readData('thesaurus.bin'),
      readCslAssets: async () =>
        JSON.parse(new TextDecoder().decode(await readData('cslAssets.json'))) as CslAssets,
    }),
  );
  own(registerReadingStatus(marginalia));
  const suggestions = typedSuggestions(marginalia, essays);
  own(registerSuggestWhileTyping(suggestions, marginalia, typed));
  const source = registerChooseSource(marginalia);

  own(source.disposable);
  const hover = hoverProvider(marginalia, essays);
  const completion = completionProvider(marginalia, essays, suggestions);
  const definition = definitionProvider(marginalia, essays);
  own(vscode.languages.registerHoverProvider(essaySelector, hover));
  own(vscode.languages.registerDefinitionProvider(essaySelector, definition));
  own(registerCompletions(completion));
  own(registerInsertion(marginalia, essays, source.settle));
  own(registerFindArgument(marginalia));
  own(registerNavigation(marginalia, essays));
  own(registerCodeLens(marginalia));
  own(registerRename(marginalia, essays));
  own(registerCodeActions(marginalia, essays));
  own(registerGhostText(marginalia, essays));
  own(registerTransfer(marginalia, essays));
  own(registerOpenArgument(marginalia, essays));
  own(registerNotesTextView(marginalia));
  own(registerNotesEncoding(marginalia));
  own(registerNotesReport(marginalia));
  own(registerNotesOutline(marginalia));
  own(registerNormalizeNotes(marginalia));
  const followed = own(new FollowedEssay(essays));
  const marks = {
    pinned: new RememberedArguments(context.workspaceState, 'pinned'),
    leftOut: new RememberedArguments(context.workspaceState, 'leftOut'),
  };
  const page = vscode.Uri.joinPath(extensionUri, 'dist', 'panel');
  own(registerInsertArgumentAs());
  const argumentsView = new ArgumentsViewProvider(marginalia, essays, followed, marks, page);
  own(registerArgumentsView(argumentsView));
  own(registerMarkArguments(marginalia, marks, () => void argumentsView.focus('card')));
  own(registerNotesView(trees.notes, marginalia, followed, marks, context.workspaceState));
  own(registerEssayView(trees.essay, marginalia, followed, marks));
  own(registerLibraryStatus(marginalia));
  own(registerCreateNotesFolder());
  own(registerCitationCommands(marginalia, essays));
  own(registerCitationMemory(marginalia, essays));
  own(registerAddSource(marginalia));
  own(registerExport(marginalia, essays, new Pandoc()));
  own(registerAbout(context.extension));
  own(registerProblems(marginalia));
  const dismissals = own(new Dismissals(context.workspaceState));
  const reviews = own(new EssayReviews(marginalia, essays, dismissals));
  own(registerDismissals(dismissals));
  own(registerEssayProblems(reviews));
  own(registerEssayStatus(reviews));
  own(registerHandInReport(marginalia, essays, reviews, extensionUri));
  own(registerAddPage(marginalia, essays, reviews));
  own(registerExplainSilence(marginalia, essays));
  own(registerCopyAssistantConfiguration(extensionUri));
  own(registerOpenSample(extensionUri, context.globalStorageUri));
  const hasNotes = async () => {
    await marginalia.whenRead();
    return (await marginalia.library()).files.length > 0;
  };
  void offerNotesFolder(hasNotes, context.workspaceState, findFiles);
  const assistantTools = assistantToolsByName(marginalia, essays, findFiles);
  return { hover, definition, completion, argumentsView, assistantTools };
}
