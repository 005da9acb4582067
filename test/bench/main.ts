import { calibrate } from './calibrate';
import { checks } from './checks';
import { host } from './host/main';
import { essays } from './essays';
import { essaySentences } from './essaySentences';
import { citations } from './citations';
import { pandoc } from './pandoc';
import { quality } from './quality';
import { reading } from './reading';
import { scenarios } from './scenarios';
import { speed } from './speed';

const commands: Readonly<Record<string, (options: readonly string[]) => void | Promise<void>>> = {
  calibrate,
  checks,
  host,
  citations,
  pandoc,
  quality,
  reading,
  scenarios: async (options) => {
    scenarios(options);
    await essaySentences();
    await essays(options);
  },
  search: speed,
};

async function main(): Promise<void> {
  const [name = '', ...options] = process.argv.slice(2);
  const command = commands[name];
  if (!command) {
    console.error(`npm run bench -- ${Object.keys(commands).join(' | ')}`);
    process.exitCode = 2;
    return;
  }
  await command(options);
}

void main();
