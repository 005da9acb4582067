import { parseArgs } from 'node:util';
import { bibliography } from './commandLine/bibliography';
import { check } from './commandLine/check';
import { cite } from './commandLine/cite';
import { type Command, UsageError } from './commandLine/command';
import { match } from './commandLine/match';
import { mcp } from './commandLine/mcp';
import { outline } from './commandLine/outline';
import { search } from './commandLine/search';
import { takeShippedStyles } from './commandLine/styleOptions';

const commands: Readonly<Record<string, Command>> = {
  outline,
  search,
  match,
  check,
  cite,
  bibliography,
  mcp,
};

function overview(): string {
  const rows = Object.values(commands).map(({ usage, summary }) => `  ${usage.padEnd(22)} ${summary}`);
  return ['Usage: marginalia COMMAND …', '', ...rows, '', 'Each command takes --json and --help.'].join('\n');
}

function help({ usage, summary, help: rows }: Command): string {
  const options = [...rows, '--json               print one JSON value', '--help               print this'];
  return [`Usage: marginalia ${usage}`, '', summary, '', ...options.map((row) => `  ${row}`)].join('\n');
}

async function main([name, ...args]: readonly string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === 'help') {
    console.log(overview());
    return name === undefined ? 2 : 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw new UsageError(`there is no command “${name}”; see marginalia --help`);
  const options = { ...command.options, json: { type: 'boolean' }, help: { type: 'boolean' } } as const;
  // A citation such as `-@zubok1996` is no option.
  const spaced = args.map((each) => (each.startsWith('-@') ? ` ${each}` : each));
  const { values, positionals } = parseArgs({ args: spaced, options, allowPositionals: true });
  if (values['help'] === true) {
    console.log(help(command));
    return 0;
  }
  await takeShippedStyles();
  const outcome = await command.run(positionals, values);
  for (const message of outcome.messages ?? []) console.error(`marginalia: ${message}`);
  if (outcome.text !== '' || outcome.json !== undefined)
    console.log(values['json'] === true ? JSON.stringify(outcome.json) : outcome.text);
  return outcome.exitCode ?? 0;
}

/** `util.parseArgs` marks its errors by code. */
const isUsageError = (error: unknown): error is Error =>
  error instanceof UsageError ||
  (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'));

main(process.argv.slice(2)).then(
  (exitCode) => {
    process.exitCode = exitCode;
  },
  (error: unknown) => {
    console.error(
      `marginalia: ${isUsageError(error) ? (error.message.split('\n')[0] ?? '') : String(error)}`,
    );
    process.exitCode = isUsageError(error) ? 2 : 1;
  },
);
