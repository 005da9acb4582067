import { posix, win32 } from 'node:path';

/** What the search for programs looks at; a machine of any kind can be described to a test. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

const pathOf = ({ platform }: Machine) => (platform === 'win32' ? win32 : posix);

/** Every place where one of the commands could stand on the PATH, in its order. */
export function placesOnPath(commands: readonly string[], machine: Machine): string[] {
  const path = pathOf(machine);
  const value = Object.entries(machine.env).find(([name]) => name.toUpperCase() === 'PATH')?.[1] ?? '';
  const extensions = machine.platform === 'win32' ? ['.exe', '.cmd'] : [''];
  return value
    .split(path.delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) =>
      commands.flatMap((command) => extensions.map((extension) => path.join(folder, command + extension))),
    );
}

/** Windows' folders for programs, the user's own first. */
function programFolders({ env }: Machine): string[] {
  return [
    env.LOCALAPPDATA && win32.join(env.LOCALAPPDATA, 'Programs'),
    env.ProgramFiles ?? env.PROGRAMFILES,
    env['ProgramFiles(x86)'],
    env.LOCALAPPDATA,
  ].filter((folder): folder is string => Boolean(folder));
}

const macFolders = ({ home }: Machine) => ['/Applications', posix.join(home, 'Applications')];

/** Where a desktop VS Code is usually installed: paths of its executable, the likeliest first. */
export function vsCodePlaces(machine: Machine): string[] {
  switch (machine.platform) {
    case 'win32':
      return programFolders(machine).flatMap((folder) => [
        win32.join(folder, 'Microsoft VS Code', 'Code.exe'),
        win32.join(folder, 'Microsoft VS Code Insiders', 'Code - Insiders.exe'),
      ]);
    case 'darwin':
      return macFolders(machine).flatMap((folder) =>
        ['Visual Studio Code', 'Visual Studio Code - Insiders'].flatMap((name) =>
          macExecutables(`${folder}/${name}.app`),
        ),
      );
    default:
      return [
        '/usr/share/code/code',
        '/usr/lib/code/code',
        '/opt/visual-studio-code/code',
        '/snap/code/current/usr/share/code/code',
        '/usr/share/code-insiders/code-insiders',
      ];
  }
}

/** The executables that a VS Code application bundle may have: newer releases renamed it. */
export function macExecutables(bundle: string): string[] {
  return [`${bundle}/Contents/MacOS/Code`, `${bundle}/Contents/MacOS/Electron`];
}

/**
 * The executables that VS Code's command `code` may start, given the command's real path; empty if it stands
 * where no desktop VS Code keeps it.
 */
export function executablesBehind(command: string, { platform }: Pick<Machine, 'platform'>): string[] {
  if (platform === 'win32') {
    const [, folder, name] = /^(.*)[\\/]bin[\\/](code(?:-insiders)?)(?:\.cmd)?$/i.exec(command) ?? [];
    if (folder === undefined) return [];
    return [win32.join(folder, name?.toLowerCase() === 'code' ? 'Code.exe' : 'Code - Insiders.exe')];
  }
  const [, bundle] = /^(.*\.app)\/Contents\/Resources\/app\/bin\/[\w-]+$/.exec(command) ?? [];
  if (bundle !== undefined) return macExecutables(bundle);
  const [, folder, name] = /^(.*)\/bin\/(code(?:-insiders)?)$/.exec(command) ?? [];
  return folder !== undefined && name !== undefined ? [`${folder}/${name}`] : [];
}

/** Where Chrome, Chromium or Edge are usually installed, the PATH first. */
export function browserPlaces(machine: Machine): string[] {
  switch (machine.platform) {
    case 'win32':
      return programFolders(machine).flatMap((folder) => [
        win32.join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
        win32.join(folder, 'Chromium', 'Application', 'chrome.exe'),
        win32.join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
      ]);
    case 'darwin':
      return macFolders(machine).flatMap((folder) =>
        ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
          (name) => `${folder}/${name}.app/Contents/MacOS/${name}`,
        ),
      );
    default:
      return [
        ...placesOnPath(
          [
            'google-chrome',
            'google-chrome-stable',
            'chromium',
            'chromium-browser',
            'microsoft-edge',
            'microsoft-edge-stable',
          ],
          machine,
        ),
        '/opt/google/chrome/chrome',
        '/snap/bin/chromium',
      ];
  }
}
