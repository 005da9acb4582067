import * as vscode from 'vscode';
import { createMarginalia } from './core/marginalia';
import { registerChooseSource } from './features/chooseSource';
import { registerCodeActions } from './features/codeActions';
import { registerCompletions } from './features/completions';
import { registerFindArgument } from './features/findArgument';
import { registerGhostText } from './features/ghostText';
import { registerHover } from './features/hover';
import { registerInsertion } from './features/insertArgument';
import { registerCreateNotesFolder, registerLibraryStatus } from './features/libraryStatus';
import { registerCodeLens, registerNavigation } from './features/navigation';
import { registerNormalizeNotes } from './features/normalizeNotes';
import { registerNotesEncoding } from './features/notesEncoding';
import { registerNotesOutline } from './features/notesOutline';
import { registerNotesReport } from './features/notesReport';
import { registerNotesTextView } from './features/notesTextView';
import { registerNotesView } from './features/notesView';
import { registerOpenArgument } from './features/openArgument';
import { registerProblems } from './features/problems';
import { registerReadingProgress } from './features/readingProgress';
import { registerRename } from './features/rename';
import { SuggestWhileTyping } from './features/suggestWhileTyping';
import { registerTransfer } from './features/transfer';
import { VscodeNotesWorkspace } from './host/vscode/notesWorkspace';
import { OpenEssays } from './host/vscode/openEssays';
import { readSettings } from './host/vscode/settings';

export function activate({ subscriptions, extensionUri }: vscode.ExtensionContext): void {
  const own = <T extends vscode.Disposable>(disposable: T): T => {
    subscriptions.push(disposable);
    return disposable;
  };
  const logger = own(vscode.window.createOutputChannel('Marginalia', { log: true }));
  const workspace = own(new VscodeNotesWorkspace());
  const essays = own(new OpenEssays());
  const marginalia = own(
    createMarginalia({
      workspace,
      settings: readSettings,
      logger,
      localize: (message, ...args) => vscode.l10n.t(message, ...args),
      readThesaurus: async () =>
        vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'dist', 'thesaurus.bin')),
    }),
  );
  own(registerReadingProgress(marginalia));
  const typing = own(new SuggestWhileTyping(marginalia, essays));
  const source = registerChooseSource(marginalia);

  own(source.disposable);
  own(registerHover(marginalia, essays));
  own(registerCompletions(marginalia, essays, typing));
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
  own(registerNotesView(marginalia));
  own(registerLibraryStatus(marginalia));
  own(registerCreateNotesFolder());
  own(registerProblems(marginalia));
}
