import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { BrowserProgram } from './browser';
import { HostError } from './hostError';
import { ensureInstalled, installPackages } from './npmInstall';
import { chromiumVersion } from './versions';

const run = promisify(execFile);

/**
 * The Chromium inside the npm package `@sparticuz/chromium`, with the libraries and the font that it carries for
 * machines that lack them.
 * @throws HostError if npm has no Chromium for this machine, or it lacks libraries.
 */
export async function getNpmChromium(): Promise<BrowserProgram> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new HostError(
      `There is no Chrome, Chromium or Edge, and npm has none for ${process.platform} ${process.arch}. Install Chrome and run the command again.`,
    );
  const title = `Chromium (npm package @sparticuz/chromium ${chromiumVersion})`;
  const folder = await ensureInstalled({
    name: `chromium-${chromiumVersion}`,
    title,
    megabytes: 270,
    fill: async (staging) => {
      await installPackages(staging, title, [`@sparticuz/chromium@${chromiumVersion}`]);
      // The package unpacks itself into the temporary folder, and its libraries too if it believes to be on Lambda.
      await run(
        process.execPath,
        [
          '--input-type=module',
          '--eval',
          `await (await import('@sparticuz/chromium')).default.executablePath()`,
        ],
        {
          cwd: staging,
          env: { ...process.env, TMPDIR: staging, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
        },
      );
    },
  });
  const executable = join(folder, 'chromium');
  const fontConfiguration = join(folder, 'fonts.conf');
  await writeFile(fontConfiguration, fontsIn(folder));
  const fonts = { FONTCONFIG_FILE: fontConfiguration };
  const libraries = join(folder, 'al2023', 'lib');
  const withOwnLibraries = {
    LD_LIBRARY_PATH: [process.env.LD_LIBRARY_PATH, libraries].filter(Boolean).join(':'),
  };
  // The machine's own libraries where it has them: a browser that mixes both may crash.
  for (const env of [fonts, { ...fonts, ...withOwnLibraries }])
    if ((await whyNotStarting(executable, env)) === undefined) return { executable, env };
  const reason = await whyNotStarting(executable, withOwnLibraries);
  throw new HostError(
    `The Chromium from npm doesn't start here (${reason}). Install Chrome or Chromium and run the command again.`,
  );
}

async function whyNotStarting(executable: string, env: NodeJS.ProcessEnv): Promise<string | undefined> {
  try {
    await run(executable, ['--version'], { env: { ...process.env, ...env } });
    return undefined;
  } catch (error) {
    return String((error as { readonly stderr?: string }).stderr ?? error).trim();
  }
}

/** A fontconfig file: the machine's fonts, and the one that the package carries. */
function fontsIn(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${folder.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}/fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;
}
