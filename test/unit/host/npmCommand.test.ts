import assert from 'node:assert/strict';
import { explainNpmFailure, npmCommand } from '../../host/npmCommand';

suite('npm', () => {
  const execPath = '/opt/node';

  test('is the one that runs the script', () => {
    const env = { npm_execpath: '/opt/lib/npm/bin/npm-cli.js' };
    assert.deepEqual(npmCommand(['install'], { env, platform: 'linux', execPath }), {
      file: '/opt/node',
      args: ['/opt/lib/npm/bin/npm-cli.js', 'install'],
      shell: false,
    });
    const onWindows = { npm_execpath: 'C:\\node\\node_modules\\npm\\bin\\npm-cli.js' };
    assert.equal(npmCommand([], { env: onWindows, platform: 'win32', execPath }).shell, false);
  });

  test('is the one on the PATH when another package manager or nobody runs the script', () => {
    const env = { npm_execpath: '/opt/yarn/bin/yarn.js' };
    assert.equal(npmCommand([], { env, platform: 'darwin', execPath }).file, 'npm');
    assert.deepEqual(npmCommand(['install'], { env: {}, platform: 'win32', execPath }), {
      file: 'npm.cmd',
      args: ['install'],
      shell: true,
    });
  });

  for (const [output, step] of [
    ['npm error code ENOSPC\nnpm error nospc', /disk is full.*run the command again/],
    ['npm error code ENOTFOUND\nnpm error network', /registry can't be reached.*run the command again/],
    ['Error: spawn npm ENOENT', /there is no npm. Install Node/],
    ['npm error code EACCES', /can't be written/],
    ['npm error code E404\nnpm error 404 Not Found', /npm said:\nnpm error code E404/],
  ] as const) {
    test(`says what to do after ${output.split('\n')[0] ?? ''}`, () =>
      assert.match(explainNpmFailure('VS Code', output), step));
  }
});
