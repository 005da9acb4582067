/** Something that the person at the terminal can do something about: shown as its message alone, without a stack. */
export class HostError extends Error {
  override readonly name = 'HostError';
}

/** Runs a script's main function: a `HostError` is printed as one message, and any error makes the exit status 1. */
export async function runMain(main: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main();
  } catch (error) {
    console.error(error instanceof HostError ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}
