// Copies the sample notes and the sample draft to `out/sample`, the workspace that F5 opens.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './folders';
import { copySample } from './sampleWorkspace';

const folder = join(projectRoot, 'out', 'sample');
rmSync(folder, { recursive: true, force: true });
copySample(folder);
