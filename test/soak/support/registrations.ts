import * as vscode from 'vscode';

type Call = (this: unknown, ...args: unknown[]) => unknown;

/** Where the extension's own code lies, as a stack trace names it. */
const OURS = /[\\/]dist[\\/]desktop[\\/]/;

/**
 * Counts what the extension has registered with VS Code and not given back: listeners, providers, commands, watchers,
 * decorations. The extension's tests are handed the very API object that the extension has, so that its functions can be
 * exchanged for ones that count.
 */
export class Registrations {
  readonly #held = new Map<object, string>();
  #made = 0;

  constructor() {
    const { workspace, window, languages, commands } = vscode;
    for (const [name, space] of Object.entries({ workspace, window, languages, commands }))
      for (const key of Object.keys(space))
        if (/^(?:onDid|onWill|register|create)/.test(key)) this.#watch(name, space, key);
  }

  /** How many there have been since this was made. */
  get made(): number {
    return this.#made;
  }

  /** How many of each kind are held. */
  get held(): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    for (const name of this.#held.values()) counts.set(name, (counts.get(name) ?? 0) + 1);
    return counts;
  }

  #watch(space: string, namespace: object, key: string): void {
    const functions = namespace as Record<string, Call | undefined>;
    const original = functions[key];
    if (typeof original !== 'function') return;
    const note = (result: unknown) => this.#note(`${space}.${key}`, result);
    Object.defineProperty(namespace, key, {
      configurable: true,
      value: function (this: unknown, ...args: unknown[]) {
        const result = original.apply(this, args);
        if (OURS.test(new Error().stack ?? '')) note(result);
        return result;
      },
    });
  }

  #note(name: string, result: unknown): void {
    if (typeof result !== 'object' || result === null || !('dispose' in result)) return;
    const disposable = result as { dispose: () => unknown };
    const dispose = disposable.dispose.bind(disposable);
    this.#made++;
    this.#held.set(disposable, name);
    Object.defineProperty(disposable, 'dispose', {
      configurable: true,
      value: () => {
        this.#held.delete(disposable);
        return dispose();
      },
    });
  }
}
