import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The colour themes that everything must look right in. */
export type Theme = 'light' | 'dark' | 'highContrast' | 'highContrastLight';

/** Names that VS Code 1.100 and the newest both understand, and the file that each is read from. */
const themes: Readonly<Record<Theme, { readonly name: string; readonly file: string }>> = {
  light: { name: 'Default Light Modern', file: 'light_modern' },
  dark: { name: 'Default Dark Modern', file: 'dark_modern' },
  highContrast: { name: 'Default High Contrast', file: 'hc_black' },
  highContrastLight: { name: 'Default High Contrast Light', file: 'hc_light' },
};

/** The setting that chooses a theme. */
export function themeSetting(theme: Theme): Readonly<Record<string, unknown>> {
  return { 'workbench.colorTheme': themes[theme].name };
}

/** The CSS class of a workbench that a theme is applied to. */
export function themeClass(theme: Theme): string {
  return `vscode-theme-defaults-themes-${themes[theme].file}-json`;
}

/** A VS Code that does what it is told and nothing else: no tour, no network, no assistant beside the editor. */
const quiet: Readonly<Record<string, unknown>> = {
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'workbench.enableExperiments': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'security.workspace.trust.enabled': false,
  'window.autoDetectColorScheme': false,
  // As on the desktop; the web's own default saves by itself.
  'files.autoSave': 'off',
};

/** Writes the user's settings where a server with this data folder keeps them for its web workbench. */
export function writeSettings(serverData: string, settings: Readonly<Record<string, unknown>>): void {
  writeSettingsFile(join(serverData, 'data', 'User'), settings);
}

/** Writes `settings.json` into a user folder of VS Code: the quiet ones, then these. */
export function writeSettingsFile(userFolder: string, settings: Readonly<Record<string, unknown>>): void {
  mkdirSync(userFolder, { recursive: true });
  writeFileSync(join(userFolder, 'settings.json'), JSON.stringify({ ...quiet, ...settings }, null, 2));
}
