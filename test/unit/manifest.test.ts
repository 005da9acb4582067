import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundledStyles } from '../../src/core/citation/style/styleCatalogue';
import { commandIds } from '../../src/core/languageFeatures/commands';
import { defaultSettings } from '../../src/core/settings';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly keybindings: readonly {
      readonly command: string;
      readonly key: string;
      readonly when?: string;
    }[];
    readonly configuration: readonly {
      readonly properties: Readonly<
        Record<string, { readonly default: unknown; readonly enum?: readonly string[] }>
      >;
    }[];
  };
}

const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const settings = new Map(contributes.configuration.flatMap(({ properties }) => Object.entries(properties)));
const readme = readFileSync('README.md', 'utf8');
const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(join('src', file), 'utf8'))
  .join('\n');

suite('Manifest', () => {
  test('offers the commands that the code registers', () => {
    const { acceptCompletion, acceptGhostText, ...offered } = commandIds;
    assert.ok(acceptCompletion && acceptGhostText);
    assert.deepEqual(
      contributes.commands.map(({ command }) => command).sort(),
      Object.values(offered).sort(),
    );
  });

  test('every setting is read by the code', () => {
    for (const name of settings.keys())
      assert.ok(sources.includes(`'${name.replace('marginalia.', '')}'`), name);
  });

  test('the defaults are those of the core', () => {
    assert.equal(settings.get('marginalia.insertion.citation')?.default, defaultSettings.insertionCitation);
    assert.equal(settings.get('marginalia.citation.style')?.default, defaultSettings.citationStyle);
    assert.equal(settings.get('marginalia.citation.locale')?.default, defaultSettings.citationLocale);
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
    const hidden = [commandIds.selectCompletion, commandIds.suggestMore, commandIds.insertSelectedArgument];
    for (const { command, title } of contributes.commands) {
      if (!hidden.some((id) => id === command)) assert.ok(readme.includes(title), title);
    }
    for (const name of settings.keys()) assert.ok(readme.includes(`\`${name}\``), name);
    for (const { key } of contributes.keybindings) {
      const shown = key.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
      assert.ok(readme.includes(shown), shown);
    }
  });
});
