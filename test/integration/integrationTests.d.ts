/** Made by esbuild.mjs: every test file of this folder. */
declare module 'integration-tests' {
  /** Defines the tests; mocha's interface must be set up before. */
  export function loadTests(): void;
}
