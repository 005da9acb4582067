import { copyFileSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeScratchFolder, projectRoot } from '../../host/folders';
import { copySample } from '../../host/sampleWorkspace';

/** The address of the folder that `makeVirtualFolder` serves. */
export const virtualFolder = 'virtual:/essay';

const manifest = {
  name: 'virtual-files',
  publisher: 'marginalia-test',
  version: '0.0.1',
  engines: { vscode: '^1.100.0' },
  main: './extension.js',
  activationEvents: ['onFileSystem:virtual'],
};

/**
 * Makes an extension that serves a copy of the sample from a file system of its own, beside a link to Marginalia: a
 * workbench in a browser takes one place for extensions under development, which may hold several.
 * @returns the folder that holds both
 */
export function makeVirtualFolder(): string {
  const folder = makeScratchFolder('virtual');
  const helper = join(folder, 'virtual-files');
  const essay = join(helper, 'files', 'essay');
  mkdirSync(essay, { recursive: true });
  copySample(essay);
  writeFileSync(join(helper, 'package.json'), JSON.stringify(manifest));
  copyFileSync(join(projectRoot, 'out/test/e2e/virtualFiles/extension.js'), join(helper, 'extension.js'));
  symlinkSync(projectRoot, join(folder, 'marginalia'), 'junction');
  return folder;
}
