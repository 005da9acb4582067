import * as vscode from 'vscode';
import { commandIds } from '../core/languageFeatures/commands';
import type { Marginalia } from '../core/marginalia';
import type { Marks } from '../core/panel/argumentsPanel';
import type { RememberedArguments } from '../core/panel/rememberedArguments';

/**
 * The commands that pin an argument to the top of the panel, and that leave one out of the count on purpose.
 * @param returnToCard is called after a choice from the menu of a card, which leaves the keyboard outside of the page
 */
export function registerMarkArguments(
  marginalia: Marginalia,
  { pinned, leftOut }: Marks,
  returnToCard: () => void,
): vscode.Disposable {
  const register = (command: string, remembered: RememberedArguments, isIn: boolean) =>
    vscode.commands.registerCommand(command, async (chosen: unknown) => {
      const { argument, webviewSection } = (chosen ?? {}) as {
        readonly argument?: unknown;
        readonly webviewSection?: unknown;
      };
      const found = (await marginalia.library()).arguments.get(typeof argument === 'string' ? argument : '');
      if (found) await remembered.remember(found, isIn);
      if (webviewSection !== undefined) returnToCard();
    });
  return vscode.Disposable.from(
    pinned,
    leftOut,
    register(commandIds.pinArgument, pinned, true),
    register(commandIds.unpinArgument, pinned, false),
    register(commandIds.leaveOutArgument, leftOut, true),
    register(commandIds.bringBackArgument, leftOut, false),
  );
}
