/**
 * Renders a message in the user's language: `localize('{0} of {1}', 3, 7)`. The first argument is the English text and
 * the key of its translation. `vscode.l10n.t` satisfies it; the command line uses `english`.
 */
export type Localize = (message: string, ...args: readonly (string | number)[]) => string;

export const english: Localize = (message, ...args) =>
  message.replace(/\{(\d+)\}/g, (placeholder, index: string) => String(args[Number(index)] ?? placeholder));
