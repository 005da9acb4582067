/**
 * The environment for a VS Code of our own: without what an outer VS Code's terminal put there, which would make the
 * new one talk to the old or run as plain Node.
 */
export function environmentForVsCode(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => !/^(VSCODE_|ELECTRON_RUN_AS_NODE$|NODE_OPTIONS$)/.test(name)),
  );
}
