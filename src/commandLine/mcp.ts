import { existsSync, realpathSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { assistantTools } from '../core/assistant/assistantTools';
import { EssayDocument } from '../core/essay/essayDocument';
import { decodeNotes } from '../core/notes/decoding/decodeNotes';
import type { Command } from './command';
import { notesHelp, notesOptions, openLibrary } from './notesOptions';
import { productFile } from './productFile';

/** `mcp`: the read-only tools for AI assistants over standard input and output, for the folder that it is started in. */
export const mcp: Command = {
  usage: 'mcp',
  summary: 'serve the notes to an AI assistant over MCP, read-only, on standard input and output',
  help: notesHelp,
  options: notesOptions,
  async run(_positionals, options) {
    const tools = assistantTools(openLibrary(options), { read: readEssay });
    // The other commands do without the protocol.
    const { serve } = await import('./mcpServer');
    const { version } = JSON.parse(await readFile(productFile('../package.json'), 'utf8')) as {
      version: string;
    };
    await serve(tools, version);
    return { json: undefined, text: '' };
  },
};

/** An essay below the working folder: a name, or a link, can't lead out of it. */
async function readEssay(name: string | undefined) {
  if (name === undefined || !/\.(?:md|markdown|mdown|txt)$/i.test(name)) return undefined;
  const root = realpathSync('.');
  const path = resolve(root, name);
  if (!existsSync(path)) return undefined;
  const [first] = relative(root, realpathSync(path)).split(sep);
  if (first === '..' || first === '') return undefined;
  return { name, essay: EssayDocument.read(decodeNotes(await readFile(path)).text) };
}
