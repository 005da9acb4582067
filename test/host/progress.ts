import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Says what a long step is doing: on a terminal one line that is rewritten, elsewhere (a log) a line now and then,
 * with the seconds passed and the size that the growing folder has reached.
 */
export class Progress {
  readonly #title: string;
  readonly #folder: string;
  readonly #began = Date.now();
  readonly #live = process.stderr.isTTY;
  #timer: NodeJS.Timeout | undefined;

  constructor(title: string, folder: string) {
    this.#title = title;
    this.#folder = folder;
  }

  start(): void {
    process.stderr.write(`${this.#title} …${this.#live ? '' : '\n'}`);
    this.#again();
  }

  done(): void {
    this.#write('done', true);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #again(): void {
    const report = async () => {
      const megabytes = Math.round((await folderSize(this.#folder)) / 1e6);
      if (!this.#timer) return;
      this.#write(`${megabytes} MB`, false);
      this.#again();
    };
    this.#timer = setTimeout(() => void report(), this.#live ? 1_000 : 5_000);
  }

  #write(state: string, last: boolean): void {
    const seconds = Math.round((Date.now() - this.#began) / 1_000);
    const text = `${this.#title} … ${seconds} s, ${state}`;
    process.stderr.write(this.#live ? `\r\u001b[K${text}${last ? '\n' : ''}` : `${text}\n`);
  }
}

/** Bytes in a folder that may be changing under the reader's feet. */
async function folderSize(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  let size = 0;
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) size += await folderSize(path);
    else size += (await stat(path).catch(() => undefined))?.size ?? 0;
  }
  return size;
}
