import type { Workbench } from './workbench';

/** The colour themes that everything must look right in. */
export type Theme = 'light' | 'dark' | 'highContrast' | 'highContrastLight';

/** How VS Code's list of themes names them, from 1.100 to the newest, and the file that each is read from. */
const themes: Readonly<Record<Theme, { readonly label: string; readonly file: string }>> = {
  light: { label: 'Light Modern', file: 'light_modern' },
  dark: { label: 'Dark Modern', file: 'dark_modern' },
  highContrast: { label: 'Dark High Contrast', file: 'hc_black' },
  highContrastLight: { label: 'Light High Contrast', file: 'hc_light' },
};

/**
 * Chooses a theme as a person does, from the list. The setting alone won't do: a workbench in a browser reads the
 * user's settings after it has started and then misses the theme in them.
 */
export async function chooseTheme(workbench: Workbench, theme: Theme): Promise<void> {
  const { label, file } = themes[theme];
  await workbench.runCommand('Preferences: Color Theme');
  await workbench.pick(label);
  await workbench.page.locator(`.monaco-workbench.vscode-theme-defaults-themes-${file}-json`).waitFor();
}
