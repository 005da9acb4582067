import assert from 'node:assert/strict';
import { downloadVersion, hasDisplay, vsCodeChoices, type Surroundings } from '../../host/choice';

const kinds = (
  surroundings: Surroundings,
  options: { readonly vscode?: string; readonly vscodeVersion?: string } = {},
) =>
  vsCodeChoices({ vscode: options.vscode, vscodeVersion: options.vscodeVersion }, surroundings).map(
    ({ kind }) => kind,
  );

suite('Choice of VS Code', () => {
  const desktopFirst = ['installed', 'download', 'npm'];
  const npmFirst = ['npm', 'installed', 'download'];

  for (const [name, surroundings, expected] of [
    ['macOS', { platform: 'darwin', env: {} }, desktopFirst],
    ['Windows', { platform: 'win32', env: {} }, desktopFirst],
    ['Linux with X11', { platform: 'linux', env: { DISPLAY: ':0' } }, desktopFirst],
    ['Linux with Wayland', { platform: 'linux', env: { WAYLAND_DISPLAY: 'wayland-0' } }, desktopFirst],
    ['Linux without a display', { platform: 'linux', env: {} }, npmFirst],
    ['a build server on macOS', { platform: 'darwin', env: { CI: 'true' } }, npmFirst],
    ['a build server on Windows', { platform: 'win32', env: { CI: '1' } }, npmFirst],
    ['CI=false', { platform: 'darwin', env: { CI: 'false' } }, desktopFirst],
  ] as const satisfies readonly (readonly [string, Surroundings, readonly string[]])[]) {
    test(`on ${name}: ${expected.join(', ')}`, () => assert.deepEqual(kinds(surroundings), expected));
  }

  test('a given VS Code is the only one, anywhere', () => {
    for (const platform of ['linux', 'darwin', 'win32'] as const)
      assert.deepEqual(
        vsCodeChoices({ vscode: '/x', vscodeVersion: undefined }, { platform, env: { CI: '1' } }),
        [{ kind: 'given', path: '/x' }],
      );
  });

  test('a wanted version rules out an installed VS Code', () => {
    assert.deepEqual(
      vsCodeChoices({ vscode: undefined, vscodeVersion: '1.100' }, { platform: 'darwin', env: {} }),
      [
        { kind: 'download', version: '1.100' },
        { kind: 'npm', version: '1.100' },
      ],
    );
  });

  test('only Linux needs a display server', () => {
    assert.equal(hasDisplay({ platform: 'linux', env: {} }), false);
    assert.equal(hasDisplay({ platform: 'darwin', env: {} }), true);
    assert.equal(hasDisplay({ platform: 'win32', env: {} }), true);
  });

  test('a download is asked for as @vscode/test-electron names versions', () => {
    assert.equal(downloadVersion('newest'), 'stable');
    assert.equal(downloadVersion('1.100'), '1.100.0');
    assert.equal(downloadVersion('1.100.3'), '1.100.3');
  });
});
