import * as vscode from 'vscode';
import type { Usage } from '../../core/essay/usage';

/** What an argument looks like in a tree; shapes differ, so that nothing is told by colour alone. */
export const argumentIcons: Readonly<Record<Usage, vscode.ThemeIcon>> = {
  cited: new vscode.ThemeIcon('pass-filled', new vscode.ThemeColor('testing.iconPassed')),
  uncited: new vscode.ThemeIcon('pass'),
  unused: new vscode.ThemeIcon('quote'),
  leftOut: new vscode.ThemeIcon('circle-slash', new vscode.ThemeColor('disabledForeground')),
};

/** By what the menus know an argument's row. */
export function argumentContext(state: Usage | undefined): string {
  return state === 'leftOut' ? 'argumentLeftOut' : 'argument';
}
