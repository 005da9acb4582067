import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { CallToolRequestSchema, ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js';

import type { AssistantTool, Json } from '../core/assistant/assistantTool';

/**
 * Serves the tools over the Model Context Protocol on standard input and output until the input ends. What goes wrong in a
 * tool is an answer to the assistant, not an end of the server.
 */
export async function serve(tools: readonly AssistantTool[], version: string): Promise<void> {
  const server = new Server({ name: 'marginalia', version }, { capabilities: { tools: {} } });
  server.setRequestHandler(ListToolsRequestSchema, () => ({
    tools: tools.map(({ name, title, description, inputSchema: { required = [], ...schema } }) => ({
      name,
      title,
      description,
      inputSchema: { ...schema, required: [...required] },
      annotations: { title, readOnlyHint: true, destructiveHint: false, openWorldHint: false },
    })),
  }));
  const underWay = new Set<Promise<unknown>>();
  server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
    const tool = tools.find(({ name }) => name === params.name);
    if (!tool) return failure(`There is no tool “${params.name}”.`);
    const answer = tool.answer(params.arguments).then(success, failure);
    underWay.add(answer);
    return answer.finally(() => underWay.delete(answer));
  });
  const ended = new Promise<void>((resolve) => (server.onclose = resolve));
  // What was asked before the input ended is still answered.
  process.stdin.once(
    'end',
    () => void Promise.all(underWay).then(() => setImmediate(() => void server.close())),
  );
  await server.connect(new StdioServerTransport());
  await ended;
}

function success(answer: Json) {
  return { content: [{ type: 'text' as const, text: JSON.stringify(answer, null, 2) }] };
}

function failure(error: unknown) {
  const text = error instanceof Error ? error.message : String(error);
  return { content: [{ type: 'text' as const, text }], isError: true };
}
