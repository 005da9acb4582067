import { monitorEventLoopDelay } from 'node:perf_hooks';
import * as vscode from 'vscode';
import { measureWriting } from './writing';
import { draftText, markerOf, type Measured, measuredPrefix } from './measured';

/** How often the event loop is looked at, in milliseconds; a block is found that much too short at most. */
const RESOLUTION = 1;
const PATIENCE = 180_000;
/** Long enough for the library to be stored after it has been read. */
const QUIET = 12_000;

/** Measures inside the extension host; VS Code calls it as it would call tests. */
export async function run(): Promise<void> {
  const delays = monitorEventLoopDelay({ resolution: RESOLUTION });
  const longest = () => delays.max / 1e6 - RESOLUTION;
  const extension = vscode.extensions.all.find(
    ({ packageJSON }) => (packageJSON as { readonly name?: string }).name === 'marginalia',
  );
  // What VS Code itself still does after its start is none of ours.
  await pause(3000);
  delays.enable();
  const activating = performance.now();
  await extension?.activate();
  const activation = performance.now() - activating;
  const activationBlock = longest();
  delays.reset();
  const begun = performance.now();
  let firstAnswer = 0;
  let allRead = 0;
  if (extension) {
    firstAnswer = await timeUntilFound('first', begun);
    allRead = await timeUntilFound('last', begun);
  } else await askInVain();
  const blockWhileReading = longest();
  delays.reset();
  await pause(QUIET);
  const blockAfterwards = longest();
  const { rss, heapUsed, external } = process.memoryUsage();
  const megabytes = (bytes: number) => Math.round(bytes / 1e6);
  const writing = await measureWriting();
  const measured: Measured = {
    activation: Math.round(activation),
    activationBlock: Math.round(activationBlock),
    ...writing,
    firstAnswer: Math.round(firstAnswer),
    allRead: Math.round(allRead),
    blockWhileReading: Math.round(blockWhileReading),
    blockAfterwards: Math.round(blockAfterwards),
    heap: megabytes(heapUsed + external),
    resident: megabytes(rss),
  };
  console.log(measuredPrefix + JSON.stringify(measured));
}

/** Milliseconds until the argument is offered that stands in the first or in the last file. */
async function timeUntilFound(which: 'first' | 'last', begun: number): Promise<number> {
  const text = draftText(which);
  const document = await vscode.workspace.openTextDocument({
    language: 'markdown',
    content: text,
  });
  while (performance.now() - begun < PATIENCE) {
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      document.positionAt(text.length),
    );
    if (items.some(({ label }) => JSON.stringify(label).includes(markerOf(which))))
      return performance.now() - begun;
    await pause(5);
  }
  return Number.NaN;
}

/** What VS Code itself does when it is asked for completions for the first time. */
async function askInVain(): Promise<void> {
  const document = await vscode.workspace.openTextDocument({
    language: 'markdown',
    content: draftText('first'),
  });
  const at = new vscode.Position(0, 5);
  await vscode.commands.executeCommand('vscode.executeCompletionItemProvider', document.uri, at);
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
