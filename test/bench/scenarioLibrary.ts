import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { SearchableArgument } from '../../src/core/search/index';

/** A library of notes with labelled queries; the files' own README tells what is what. */
export interface ScenarioLibrary {
  readonly name: string;
  readonly use: 'tune' | 'report';
  readonly arguments: readonly SearchableArgument[];
  readonly typing: readonly { readonly query: string; readonly expect: readonly string[] }[];
  readonly sentences: readonly { readonly text: string; readonly expect: readonly string[] }[];
  readonly silent: readonly { readonly text: string }[];
}

interface ScenarioFile extends Omit<ScenarioLibrary, 'arguments'> {
  readonly source: string;
  readonly questions: readonly {
    readonly question: string;
    readonly arguments: readonly Readonly<Record<string, string>>[];
  }[];
}

const folder = join('test', 'fixtures', 'scenarios');

export function readScenarios(): ScenarioLibrary[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => libraryOf(file, parse(readFileSync(join(folder, file), 'utf8')) as ScenarioFile));
}

function libraryOf(file: string, { questions, source, ...rest }: ScenarioFile): ScenarioLibrary {
  const flat = questions.flatMap(({ question, arguments: args }) =>
    args.map(({ under, ...named }) => {
      const [[id = '', text = ''] = []] = Object.entries(named);
      return { question, under, id, text };
    }),
  );
  return {
    ...rest,
    arguments: flat.map(({ question, under, id, text }) => ({
      id,
      file,
      text,
      handle: /["“]([^"”]+)["”]/.exec(text)?.[1] ?? '',
      question,
      parent: flat.find((other) => other.id === under)?.text,
      children: flat.filter((other) => other.under === id).map((child) => child.text),
      source,
    })),
  };
}
