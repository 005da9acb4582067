import * as vscode from 'vscode';
import { commandIds } from '../core/languageFeatures/commands';
import type { Marginalia } from '../core/marginalia';
import type { Reading } from '../core/readingProgress';

/** Milliseconds after which reading is worth a word. */
const PATIENCE = 400;

/**
 * While notes are read for longer than a moment, the status bar says how far it is, and a click what is being read, with
 * the choice to pause or to stop it. What was left out then stays said there until it is read.
 */
export function registerReadingStatus(marginalia: Marginalia): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('marginalia.reading', vscode.StatusBarAlignment.Left, 0);
  item.name = vscode.l10n.t('Marginalia: Reading Notes');
  item.command = commandIds.showReading;
  const follow = (reading: Reading) => {
    const update = () => show(item, reading);
    reading.onDidAdvance(update);
    setTimeout(() => {
      if (reading.isDone) return;
      update();
      item.show();
    }, PATIENCE);
  };
  return vscode.Disposable.from(
    item,
    marginalia.onDidStartReading(follow),
    vscode.commands.registerCommand(commandIds.readNotesAgain, () => {
      item.hide();
      marginalia.readAgain();
    }),
    vscode.commands.registerCommand(commandIds.showReading, () => choose(marginalia)),
  );
}

function show(item: vscode.StatusBarItem, reading: Reading): void {
  const { position, fileCount, file = '', isDone, isPaused, stoppedCount } = reading;
  if (isDone && stoppedCount === 0) {
    item.hide();
    return;
  }
  if (isDone) {
    item.text = `$(warning) ${vscode.l10n.t('{0} notes files not read', stoppedCount)}`;
    item.tooltip = vscode.l10n.t('You stopped reading. Click to read them now.');
    item.show();
    return;
  }
  const progress = vscode.l10n.t('{0} of {1} notes files', position, fileCount);
  item.text = `${isPaused ? '$(debug-pause)' : '$(sync~spin)'} ${progress}`;
  item.tooltip = isPaused
    ? vscode.l10n.t('Marginalia has paused reading your notes. Click to go on.')
    : vscode.l10n.t(
        'Marginalia is reading {0}. What has been read is found already. Click to pause or stop.',
        file,
      );
}

/** The choice behind the status bar item. */
async function choose(marginalia: Marginalia): Promise<void> {
  const { reading } = marginalia;
  const choices: (vscode.QuickPickItem & { readonly run: () => unknown })[] = [];
  if (reading?.isPaused)
    choices.push({ label: vscode.l10n.t('$(debug-start) Resume'), run: () => reading.resume() });
  else if (reading)
    choices.push({
      label: vscode.l10n.t('$(debug-pause) Pause'),
      detail: vscode.l10n.t('What you edit is read all the same.'),
      run: () => reading.pause(),
    });
  if (reading)
    choices.push({
      label: vscode.l10n.t('$(debug-stop) Stop'),
      detail: vscode.l10n.t(
        'The files that have not been read are left out until you run “Read Notes Again”.',
      ),
      run: () => reading.cancel(),
    });
  else
    choices.push({
      label: vscode.l10n.t('$(refresh) Read Notes Again'),
      run: () => vscode.commands.executeCommand(commandIds.readNotesAgain),
    });
  choices.push({
    label: vscode.l10n.t('$(checklist) How Were My Notes Read?'),
    run: () => vscode.commands.executeCommand(commandIds.showNotesReport),
  });
  const title = reading
    ? vscode.l10n.t('Reading {0}, file {1} of {2}', reading.file ?? '', reading.position, reading.fileCount)
    : vscode.l10n.t('All notes have been looked at');
  const chosen = await vscode.window.showQuickPick(choices, { title });
  chosen?.run();
}
