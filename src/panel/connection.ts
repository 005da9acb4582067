import type { PanelAnswers, PanelMessage, PanelRequest } from '../core/panel/protocol';

/** The page's end of the line to the extension, as VS Code gives it. */
export interface Line {
  postMessage(message: unknown): void;
}

type Events = Extract<PanelMessage, { readonly event: string }>;

/** Asks the extension and waits for the answer that belongs to the question. */
export class Connection {
  readonly #line: Line;
  readonly #waiting = new Map<number, { resolve(answer: unknown): void; reject(error: Error): void }>();
  #nextId = 1;

  /** @param onEvent what the extension says unasked */
  constructor(line: Line, onEvent: (event: Events) => void) {
    this.#line = line;
    window.addEventListener('message', ({ data }: MessageEvent<PanelMessage>) => {
      if ('event' in data) return onEvent(data);
      const waiting = this.#waiting.get(data.id);
      this.#waiting.delete(data.id);
      if ('error' in data) waiting?.reject(new PanelError(data.error, data.isStale));
      else waiting?.resolve(data.answer);
    });
  }

  /** @throws PanelError with the extension's reason. */
  ask<Request extends PanelRequest>(request: Request): Promise<PanelAnswers[Request['kind']]> {
    const id = this.#nextId++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve: resolve, reject });
      this.#line.postMessage({ id, request });
    });
  }
}

/** The extension could not answer. */
export class PanelError extends Error {
  /** Whether the list has to be asked for anew. */
  readonly isStale: boolean;

  constructor(message: string, isStale: boolean) {
    super(message);
    this.isStale = isStale;
  }
}
