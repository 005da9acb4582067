/** Where the core says what it did, for the output channel or stderr. Never holds the text of a note or an essay. */
export interface Logger {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

export const silentLogger: Logger = Object.freeze({ info: () => {}, warn: () => {}, error: () => {} });
