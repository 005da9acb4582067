import type { ParseArgsConfig } from 'node:util';

/** A wrong call: its message goes to stderr, and the exit status is 2. */
export class UsageError extends Error {}

/** What a command prints, and how it ends. */
export interface Outcome {
  /** The one JSON value that `--json` prints. */
  readonly json: unknown;
  /** The same for people. */
  readonly text: string;
  readonly exitCode?: number;
  /** Lines for stderr. */
  readonly messages?: readonly string[];
}

/** Options by their long name, as `util.parseArgs` gives them. */
export type OptionValues = Readonly<
  Record<string, string | boolean | readonly (string | boolean)[] | undefined>
>;

export interface Command {
  /** What stands after `marginalia`: `outline FILE…`. */
  readonly usage: string;
  readonly summary: string;
  /** Lines of the help that explain the command's own options. */
  readonly help: readonly string[];
  readonly options: NonNullable<ParseArgsConfig['options']>;
  run(positionals: readonly string[], options: OptionValues): Promise<Outcome>;
}

/** The values of a repeatable option; empty if it was not given. */
export function manyOf(options: OptionValues, name: string): readonly string[] {
  const value = options[name];
  return Array.isArray(value) ? value.map(String) : [];
}

/** The value of an option that takes one. */
export function oneOf(options: OptionValues, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}
