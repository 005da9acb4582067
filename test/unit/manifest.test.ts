import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assistantTools } from '../../src/core/assistant/assistantTools';
import { bundledStyles } from '../../src/core/citation/style/styleCatalogue';
import { commandIds } from '../../src/core/languageFeatures/commands';
import { defaultSeverities } from '../../src/core/checks/problem';
import { defaultSettings } from '../../src/core/settings';
import { readManifest } from '../support/manifest';
import { openInMemory } from '../support/sample';

interface Manifest {
  readonly capabilities: {
    readonly untrustedWorkspaces: {
      readonly supported: string;
      readonly restrictedConfigurations: readonly string[];
    };
  };
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly keybindings: readonly {
      readonly command: string;
      readonly key: string;
      readonly when?: string;
    }[];
    readonly languageModelTools: readonly {
      readonly name: string;
      readonly displayName: string;
      readonly modelDescription: string;
      readonly inputSchema: unknown;
    }[];
    readonly configuration: readonly {
      readonly properties: Readonly<
        Record<
          string,
          { readonly default: unknown; readonly enum?: readonly string[]; readonly scope?: string }
        >
      >;
    }[];
  };
}

const { capabilities, contributes } = readManifest() as Manifest;
const settings = new Map(contributes.configuration.flatMap(({ properties }) => Object.entries(properties)));
const readme = readFileSync('README.md', 'utf8');
const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(join('src', file), 'utf8'))
  .join('\n');

const isCheck = (name: string) => name.startsWith('marginalia.checks.');

suite('Manifest', () => {
  test('offers the commands that the code registers', () => {
    const { acceptCompletion, acceptGhostText, ...offered } = commandIds;
    assert.ok(acceptCompletion && acceptGhostText);
    assert.deepEqual(
      contributes.commands.map(({ command }) => command).sort(),
      Object.values(offered).sort(),
    );
  });

  test('offers assistants the tools that the core has, with the same descriptions', () => {
    const none = { read: () => Promise.resolve(undefined) };
    assert.deepEqual(
      contributes.languageModelTools.map(({ name, displayName, modelDescription, inputSchema }) => {
        return { name, title: displayName, description: modelDescription, inputSchema };
      }),
      assistantTools(openInMemory({}).marginalia, none).map(({ name, title, description, inputSchema }) => {
        return { name, title, description, inputSchema };
      }),
    );
  });

  test('every setting is read by the code', () => {
    for (const name of settings.keys())
      if (!isCheck(name)) assert.ok(sources.includes(`'${name.replace('marginalia.', '')}'`), name);
  });

  test('the defaults are those of the core', () => {
    assert.equal(settings.get('marginalia.insertion.citation')?.default, defaultSettings.insertionCitation);
    assert.equal(settings.get('marginalia.citation.style')?.default, defaultSettings.citationStyle);
    assert.equal(settings.get('marginalia.citation.locale')?.default, defaultSettings.citationLocale);
  });

  test('there is a setting for every check, with its default', () => {
    const checks = [...settings].filter(([name]) => isCheck(name));
    assert.deepEqual(
      Object.fromEntries(
        checks.map(([name, { default: value }]) => [name.replace('marginalia.checks.', ''), value]),
      ),
      defaultSeverities,
    );
  });

  test('no workspace names a program, and one that is not trusted names no files', () => {
    assert.equal(settings.get('marginalia.pandocPath')?.scope, 'machine');
    const { supported, restrictedConfigurations } = capabilities.untrustedWorkspaces;
    assert.equal(supported, 'limited');
    const naming = [...settings.keys()].filter((name) => /(?:folders|bibliographies|File|Path)$/.test(name));
    assert.deepEqual(
      naming.filter((name) => name !== 'marginalia.pandocPath'),
      restrictedConfigurations,
    );
  });

  test('the styles on offer are the bundled ones', () => {
    assert.deepEqual(
      settings.get('marginalia.citation.style')?.enum,
      bundledStyles.map(({ id }) => id),
    );
  });

  test('no key is taken everywhere, or on keyboards with AltGr', () => {
    for (const { key, when } of contributes.keybindings) {
      assert.ok(when);
      assert.doesNotMatch(key, /ctrl\+alt|alt\+ctrl/);
    }
  });

  test('the README names every command, key and setting', () => {
    const hidden = [
      commandIds.selectCompletion,
      commandIds.suggestMore,
      commandIds.insertSelectedArgument,
      commandIds.dismissProblem,
    ];
    for (const { command, title } of contributes.commands) {
      if (!hidden.some((id) => id === command)) assert.ok(readme.includes(title), title);
    }
    for (const name of settings.keys())
      assert.ok(readme.includes(`\`${name.replace('marginalia.checks.', '')}\``), name);
    for (const { key } of contributes.keybindings) {
      const shown = key.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
      assert.ok(readme.includes(shown), shown);
    }
  });
});
