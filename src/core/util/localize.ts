/**
 * Renders a message in the user's language: `localize('{0} of {1}', 3, 7)`. The first argument is the English text and
 * the key of its translation. `vscode.l10n.t` satisfies it; the command line uses `english`.
 */
export type Localize = (message: string, ...args: readonly (string | number)[]) => string;

export const english: Localize = (message, ...args) =>
  message.replace(/\{(\d+)\}/g, (placeholder, index: string) => String(args[Number(index)] ?? placeholder));

/**
 * A message that is rendered later, by `localize(...phrase)`: its English text and what `{0}`, `{1}` in it stand for. What
 * reads files makes these, because what was read is kept for the next start, which may be in another language.
 */
export type Phrase = readonly [message: string, ...args: readonly (string | number)[]];

/** Makes a phrase; the text must be a literal, for `npm run l10n` collects it. */
export const phrase = (message: string, ...args: readonly (string | number)[]): Phrase => [message, ...args];
