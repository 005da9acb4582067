/** Made by esbuild.mjs: every `.test.ts` file in the folder of the suite that is being built. */
declare module 'all-tests' {
  /** Defines the tests; mocha's interface must be set up before. */
  export function loadTests(): void;
}
