import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

/** Names the package that has been made already, for the tests that install it. */
export const packageVariable = 'MARGINALIA_PACKAGE';

/** Builds and packs the extension as `npm run package` does; returns the package's path. */
export function makePackage(): string {
  const { status, stdout } = spawnSync(process.execPath, ['scripts/package.mjs'], { encoding: 'utf8' });
  const [, file] = /^(\S+\.vsix), packed:$/m.exec(stdout) ?? [];
  if (status !== 0 || file === undefined) throw new Error(`npm run package failed:\n${stdout}`);
  console.log(stdout.slice(stdout.lastIndexOf(`${file}, packed:`)));
  return resolve(file);
}
