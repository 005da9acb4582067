/**
 * `path` without a server at its start: `\\server\share` and `//server/share` would make Windows log on to that server with
 * the user's name, and an essay that somebody else wrote may name it. What is left names a place of this machine.
 */
export function localPath(path: string): string {
  return path.replace(/^[\\/]{2,}/, '/');
}
