import * as vscode from 'vscode';
import { assistantTools } from '../core/assistant/assistantTools';
import type { Marginalia } from '../core/marginalia';
import type { Essays } from './shared/essays';
import type { FindFiles } from './shared/findFiles';

/** Offers the notes to AI assistants in VS Code, which ask before they use a tool; nothing here writes. */
export function assistantToolsByName(
  marginalia: Marginalia,
  essays: Essays,
  findFiles: FindFiles,
): ReadonlyMap<string, vscode.LanguageModelTool<unknown>> {
  const read = async (name: string | undefined) => {
    const document = await (name === undefined
      ? currentDocument(essays)
      : workspaceDocument(name, findFiles));
    const essay = document && essays.of(document);
    return essay && { name: vscode.workspace.asRelativePath(document.uri), essay };
  };
  return new Map(
    assistantTools(marginalia, { read }).map((tool) => [
      tool.name,
      {
        invoke: async ({ input }) => {
          const answer = JSON.stringify(await tool.answer(input), null, 2);
          return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(answer)]);
        },
      },
    ]),
  );
}

async function currentDocument(essays: Essays): Promise<vscode.TextDocument | undefined> {
  return (await essays.target())?.document;
}

/** Only files of the open folders: a name can't lead out of them. */
async function workspaceDocument(
  name: string,
  findFiles: FindFiles,
): Promise<vscode.TextDocument | undefined> {
  const [uri] = await findFiles(name.replace(/[\\{}[\]*?]/g, '?'), undefined, 1);
  return uri && vscode.workspace.openTextDocument(uri);
}
