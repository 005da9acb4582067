import assert from 'node:assert/strict';
import {
  browserPlaces,
  executablesBehind,
  placesOnPath,
  vsCodePlaces,
  type Machine,
} from '../../host/usualPlaces';

const linux: Machine = { platform: 'linux', env: { PATH: '/usr/local/bin:/usr/bin' }, home: '/home/ann' };
const mac: Machine = { platform: 'darwin', env: { PATH: '/usr/local/bin' }, home: '/Users/ann' };
const windows: Machine = {
  platform: 'win32',
  env: {
    Path: 'C:\\Tools;C:\\Windows',
    LOCALAPPDATA: 'C:\\Users\\ann\\AppData\\Local',
    ProgramFiles: 'C:\\Program Files',
  },
  home: 'C:\\Users\\ann',
};

suite('Usual places', () => {
  test('the PATH is read as each system writes it', () => {
    assert.deepEqual(placesOnPath(['code'], linux), ['/usr/local/bin/code', '/usr/bin/code']);
    assert.deepEqual(placesOnPath(['code'], windows), [
      'C:\\Tools\\code.exe',
      'C:\\Tools\\code.cmd',
      'C:\\Windows\\code.exe',
      'C:\\Windows\\code.cmd',
    ]);
    assert.deepEqual(placesOnPath(['code'], { ...linux, env: {} }), []);
  });

  test('VS Code is looked for where each system installs it', () => {
    assert.ok(vsCodePlaces(linux).includes('/usr/share/code/code'));
    assert.ok(vsCodePlaces(mac).includes('/Applications/Visual Studio Code.app/Contents/MacOS/Electron'));
    assert.ok(
      vsCodePlaces(mac).includes('/Users/ann/Applications/Visual Studio Code.app/Contents/MacOS/Code'),
    );
    assert.deepEqual(vsCodePlaces(windows).slice(0, 1), [
      'C:\\Users\\ann\\AppData\\Local\\Programs\\Microsoft VS Code\\Code.exe',
    ]);
    assert.ok(vsCodePlaces(windows).includes('C:\\Program Files\\Microsoft VS Code\\Code.exe'));
  });

  test('the command “code” leads to the program', () => {
    assert.deepEqual(executablesBehind('/usr/share/code/bin/code', linux), ['/usr/share/code/code']);
    assert.deepEqual(
      executablesBehind('/Applications/Visual Studio Code.app/Contents/Resources/app/bin/code', mac),
      [
        '/Applications/Visual Studio Code.app/Contents/MacOS/Code',
        '/Applications/Visual Studio Code.app/Contents/MacOS/Electron',
      ],
    );
    assert.deepEqual(executablesBehind('C:\\VS\\bin\\code.cmd', windows), ['C:\\VS\\Code.exe']);
    assert.deepEqual(executablesBehind('C:\\VS\\bin\\code-insiders.cmd', windows), [
      'C:\\VS\\Code - Insiders.exe',
    ]);
  });

  test('a program that only happens to be called “code” leads nowhere', () => {
    assert.deepEqual(executablesBehind('/home/ann/code', linux), []);
    assert.deepEqual(executablesBehind('C:\\Tools\\code.exe', windows), []);
  });

  test('browsers are looked for where each system installs them', () => {
    assert.ok(browserPlaces(linux).includes('/usr/bin/chromium'));
    assert.ok(browserPlaces(mac).includes('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'));
    assert.ok(browserPlaces(windows).includes('C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe'));
  });
});
