import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

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
