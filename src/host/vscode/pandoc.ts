import type { CancellationToken } from 'vscode';
import * as vscode from 'vscode';

/** How a run of pandoc ended. */
export interface PandocRun {
  /** Undefined if it was cancelled. */
  readonly exitCode: number | undefined;
  readonly output: string;
  readonly errors: string;
}

/**
 * The user's own pandoc, by the setting or on the PATH. Arguments go to it as they are, never through a shell; it is looked
 * for by absolute paths alone, so that no program in the essay's folder can take its place.
 */
export class Pandoc {
  /** Where pandoc is; undefined if there is none, or in a browser. */
  async find(): Promise<string | undefined> {
    const [fs, path] = await nodeModules(() => Promise.all([import('node:fs'), import('node:path')]));
    if (!fs || !path) return undefined;
    const named = vscode.workspace.getConfiguration('marginalia', null).get('pandocPath', '').trim();
    const names = process.platform === 'win32' ? ['pandoc.exe'] : ['pandoc'];
    const folders = (process.env['PATH'] ?? '')
      .split(path.delimiter)
      .filter((folder) => path.isAbsolute(folder));
    const places =
      named === '' ? folders.flatMap((folder) => names.map((name) => path.join(folder, name))) : [named];
    return places.find(
      (place) => path.isAbsolute(place) && fs.existsSync(place) && fs.statSync(place).isFile(),
    );
  }

  /** @throws Error if the program can't be started. */
  async run(
    program: string,
    args: readonly string[],
    input: string,
    token?: CancellationToken,
  ): Promise<PandocRun> {
    const [{ spawn }, { tmpdir }] = await Promise.all([import('node:child_process'), import('node:os')]);
    return new Promise((resolve, reject) => {
      const child = spawn(program, args, { shell: false, cwd: tmpdir(), windowsHide: true });
      const text = { output: '', errors: '' };
      const cancelling = token?.onCancellationRequested(() => child.kill());
      child.stdout.setEncoding('utf8').on('data', (part: string) => (text.output += part));
      child.stderr.setEncoding('utf8').on('data', (part: string) => (text.errors += part));
      child.on('error', reject);
      child.on('close', (code) => {
        cancelling?.dispose();
        resolve({ ...text, exitCode: token?.isCancellationRequested === true ? undefined : (code ?? 1) });
      });
      // A program that ends before it has read everything says why on its own.
      child.stdin.on('error', () => {}).end(input);
    });
  }
}

/** Node's modules, or nothing in a browser. */
async function nodeModules<T extends readonly unknown[]>(
  load: () => Promise<T>,
): Promise<T | readonly undefined[]> {
  try {
    return await load();
  } catch {
    return [];
  }
}
