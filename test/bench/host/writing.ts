import * as vscode from 'vscode';
import { generateNotes, random } from '../../support/generatedNotes';

const STATEMENTS = 400;
const KEYSTROKES = 150;
const QUESTIONS = 50;
/** Between keystrokes, so that what is put off until the typing rests counts as well. */
const INTERVAL = 180;

/** Milliseconds for which the extension host is busy in all but one in twenty cases. */
export interface Writing {
  readonly keystroke: number;
  readonly completion: number;
  readonly hover: number;
}

/** Types into the middle of an essay of 5,000 words, and asks for completions and hovers there. */
export async function measureWriting(): Promise<Writing> {
  const statements = generateNotes('markdown', STATEMENTS, random(99)).split('\n');
  const sentences = statements.filter((line) => line.trim().startsWith('- '));
  const content = sentences
    .map((line, i) => `${line.replace(/^\s*- /, '')}.${i % 6 === 5 ? '\n\n' : ' '}`)
    .join('');
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
  const editor = await vscode.window.showTextDocument(document);
  let offset = content.indexOf('\n\n', content.length / 2);
  await pause(3000);
  const keystroke: number[] = [];
  const typed =
    ' The clerks kept rolls of every parish before the harvest failed and treaties with Paris lasted'.repeat(
      2,
    );
  for (const letter of typed.slice(0, KEYSTROKES)) {
    const at = document.positionAt(offset++);
    keystroke.push(
      await busy(async () => {
        await editor.edit((edit) => edit.insert(at, letter), { undoStopBefore: false, undoStopAfter: false });
        const cursor = document.positionAt(offset);
        editor.selection = new vscode.Selection(cursor, cursor);
        await pause(INTERVAL);
      }),
    );
  }
  const completion: number[] = [];
  const hover: number[] = [];
  for (let question = 0; question < QUESTIONS; question++) {
    const at = document.positionAt((question * 977) % offset);
    completion.push(await busy(() => ask('vscode.executeCompletionItemProvider', document, at)));
    hover.push(await busy(() => ask('vscode.executeHoverProvider', document, at)));
  }
  return { keystroke: p95(keystroke), completion: p95(completion), hover: p95(hover) };
}

const ask = async (command: string, { uri }: vscode.TextDocument, at: vscode.Position) =>
  vscode.commands.executeCommand<unknown>(command, uri, at);

/** Milliseconds that the extension host's own thread has worked meanwhile: on a busy machine, less than has passed. */
async function busy(work: () => Promise<unknown>): Promise<number> {
  const before = worked();
  await work();
  return worked() - before;
}

function worked(): number {
  // Newer than the oldest Node that the types are of; VS Code's own has it.
  const { threadCpuUsage } = process as { threadCpuUsage?: () => NodeJS.CpuUsage };
  if (!threadCpuUsage) return performance.eventLoopUtilization().active;
  const { user, system } = threadCpuUsage();
  return (user + system) / 1000;
}

function p95(all: readonly number[]): number {
  const sorted = [...all].sort((a, b) => a - b);
  return Math.round(10 * (sorted[Math.floor(0.95 * (sorted.length - 1))] ?? 0)) / 10;
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
