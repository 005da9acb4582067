import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { pathBeside, settingPaths } from '../../src/host/vscode/workspaceFolders';
import { workspaceUri } from './support/editor';

suite('Safety', () => {
  for (const path of ['\\\\server\\share\\a.bib', '//server/share/a.bib'])
    test(`a path leads to no other machine: ${path}`, async () => {
      const { scheme, authority } = workspaceUri('');
      for (const essay of [undefined, workspaceUri('draft.md').toString(), 'untitled:Untitled-1']) {
        const place = pathBeside(path, essay);
        assert.deepEqual([place.scheme, place.authority], [scheme, authority]);
      }
      const configuration = vscode.workspace.getConfiguration('marginalia', null);
      await configuration.update('bibliographies', [path], vscode.ConfigurationTarget.Workspace);
      try {
        assert.deepEqual(
          settingPaths('bibliographies').map((place) => [place.scheme, place.authority]),
          [[scheme, authority]],
        );
      } finally {
        await configuration.update('bibliographies', undefined, vscode.ConfigurationTarget.Workspace);
      }
    });
});
