import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
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

/** Makes an extension that serves a copy of the sample from a file system of its own. @returns the extension's folder */
export function makeVirtualFolder(): string {
  const folder = makeScratchFolder('virtual');
  const essay = join(folder, 'files', 'essay');
  mkdirSync(essay, { recursive: true });
  copySample(essay);
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  copyFileSync(join(projectRoot, 'out/test/e2e/virtualFiles/extension.js'), join(folder, 'extension.js'));
  return folder;
}
