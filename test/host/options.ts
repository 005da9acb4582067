import { parseArgs } from 'node:util';
import { HostError } from './hostError';

/** What the test commands and `npm start` can be told. */
export interface HostOptions {
  /** An installed VS Code to use: its executable, its command, its application bundle or a server's folder. */
  readonly vscode: string | undefined;
  /** `newest`, or a version such as `1.100`. */
  readonly vscodeVersion: string | undefined;
  /** A folder to open in place, instead of a scratch copy of the samples. */
  readonly workspace: string | undefined;
  /** Run only the tests whose title matches. */
  readonly grep: string | undefined;
  /** Run the tests in the extension host of the web. */
  readonly web: boolean;
  /** Run a long day of writing instead of the tests. */
  readonly soak: boolean;
  /** Of how many actions it is. */
  readonly actions: string | undefined;
  /** Print VS Code's own log too. */
  readonly verbose: boolean;
  /** Don't open a browser. */
  readonly noOpen: boolean;
}

/**
 * Reads a command line.
 * @throws HostError if it holds an unknown option.
 */
export function readOptions(args: readonly string[]): HostOptions {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        vscode: { type: 'string' },
        'vscode-version': { type: 'string' },
        workspace: { type: 'string' },
        grep: { type: 'string' },
        web: { type: 'boolean' },
        soak: { type: 'boolean' },
        actions: { type: 'string' },
        verbose: { type: 'boolean' },
        'no-open': { type: 'boolean' },
      },
    });
    return {
      vscode: values.vscode,
      vscodeVersion: values['vscode-version'],
      workspace: values.workspace,
      grep: values.grep,
      web: values.web ?? false,
      soak: values.soak ?? false,
      actions: values.actions,
      verbose: values.verbose ?? false,
      noOpen: values['no-open'] ?? false,
    };
  } catch (error) {
    throw new HostError(error instanceof Error ? error.message : String(error));
  }
}
