// `npm run check`: types, lint, format and import direction, as many at a time as there are cores. What is done prints what it found.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

const cache = 'node_modules/.cache';
const tsc = (project, name) =>
  `tsc --noEmit --incremental --tsBuildInfoFile ${cache}/tsc/${name}.json -p ${project}`;

// The longest first.
const checks = [
  // Without a cache: what a file is allowed to do depends on the types in others.
  `eslint .`,
  `prettier --check --log-level warn --cache --cache-strategy content --cache-location ${cache}/prettier/checked .`,
  tsc('.', 'all'),
  'npm run -s test:imports',
  tsc('test/e2e', 'e2e'),
  tsc('src/panel', 'panel'),
];

const run = (command) =>
  new Promise((resolve) => {
    const child = spawn(command, { shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.once('close', (status) => resolve({ status, output }));
  });

let failed = 0;
const work = async () => {
  for (let command = checks.shift(); command !== undefined; command = checks.shift()) {
    const start = performance.now();
    const { status, output } = await run(command);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(`${status === 0 ? 'passed' : 'FAILED'} in ${seconds} s: ${command.split(' --')[0]}`);
    if (status === 0) continue;
    failed++;
    console.log(output);
  }
};
await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, work));
process.exitCode = failed > 0 ? 1 : 0;
