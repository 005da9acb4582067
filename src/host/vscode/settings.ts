import * as vscode from 'vscode';
import { type CheckSeverities, defaultSeverities } from '../../core/checks/problem';
import { wordingForms } from '../../core/languageFeatures/wording';
import { isLanguage, type SynonymGroups } from '../../core/search/index';
import { type CitationForm, defaultSettings, type Settings } from '../../core/settings';

const FORMS: readonly CitationForm[] = ['footnote', 'pandoc', 'inline'];

/** The settings as they are now, read again only once they have changed: every keystroke asks for them. */
export class VscodeSettings implements vscode.Disposable {
  readonly #registration: vscode.Disposable;
  #current: Settings | undefined;

  constructor() {
    this.#registration = vscode.workspace.onDidChangeConfiguration(() => (this.#current = undefined));
  }

  get current(): Settings {
    return (this.#current ??= readSettings());
  }

  dispose(): void {
    this.#registration.dispose();
  }
}

/** Reads the settings; a value of the wrong type counts as not set. */
export function readSettings(): Settings {
  const configuration = vscode.workspace.getConfiguration('marginalia', null);
  const text = (name: string, fallback: string) => {
    const value = configuration.get<unknown>(name);
    return typeof value === 'string' ? value.trim() : fallback;
  };
  const form = text('insertion.citation', defaultSettings.insertionCitation);
  const wording = text('insertion.wording', defaultSettings.insertionWording);
  const language = text('search.language', '');
  const sources = configuration.get<unknown>('sources');
  return {
    insertionCitation: FORMS.find((known) => known === form) ?? defaultSettings.insertionCitation,
    insertionWording: wordingForms.find((known) => known === wording) ?? defaultSettings.insertionWording,
    completionTrigger: text('completion.trigger', defaultSettings.completionTrigger),
    citationStyle: text('citation.style', '') || defaultSettings.citationStyle,
    citationStyleFile: text('citation.styleFile', defaultSettings.citationStyleFile),
    citationLocale: text('citation.locale', defaultSettings.citationLocale),
    searchLanguage: isLanguage(language) ? language : undefined,
    searchSynonyms: synonymsIn(configuration.get<unknown>('search.synonyms')),
    checks: readSeverities(configuration),
    sources: Object.fromEntries(
      Object.entries(typeof sources === 'object' && sources !== null ? sources : {}).filter(
        (entry): entry is [string, string] => typeof entry[1] === 'string',
      ),
    ),
  };
}

function synonymsIn(value: unknown): SynonymGroups {
  if (!Array.isArray(value)) return [];
  return value.flatMap((group: unknown) =>
    Array.isArray(group) ? [group.filter((word): word is string => typeof word === 'string')] : [],
  );
}

const SEVERITIES = ['error', 'warning', 'information', 'hint', 'off'] as const;

function readSeverities(configuration: vscode.WorkspaceConfiguration): CheckSeverities {
  const wanted = configuration.get<unknown>('checks');
  const severities = new Map(Object.entries(typeof wanted === 'object' && wanted !== null ? wanted : {}));
  return Object.fromEntries(
    Object.entries(defaultSeverities).map(([code, fallback]) => {
      const value: unknown = severities.get(code);
      return [code, SEVERITIES.find((known) => known === value) ?? fallback];
    }),
  ) as CheckSeverities;
}
