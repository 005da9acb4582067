import * as vscode from 'vscode';
import { type CitationForm, defaultSettings, type Settings } from '../../core/settings';

const FORMS: readonly CitationForm[] = ['footnote', 'pandoc', 'inline'];

/** The settings as they are now; a value of the wrong type counts as not set. */
export function readSettings(): Settings {
  const configuration = vscode.workspace.getConfiguration('marginalia');
  const text = (name: string, fallback: string) => {
    const value = configuration.get<unknown>(name);
    return typeof value === 'string' ? value.trim() : fallback;
  };
  const form = text('insertion.citation', defaultSettings.insertionCitation);
  const sources = configuration.get<unknown>('sources');
  return {
    insertionCitation: FORMS.find((known) => known === form) ?? defaultSettings.insertionCitation,
    citationStyle: text('citation.style', '') || defaultSettings.citationStyle,
    citationStyleFile: text('citation.styleFile', defaultSettings.citationStyleFile),
    citationLocale: text('citation.locale', defaultSettings.citationLocale),
    sources: Object.fromEntries(
      Object.entries(typeof sources === 'object' && sources !== null ? sources : {}).filter(
        (entry): entry is [string, string] => typeof entry[1] === 'string',
      ),
    ),
  };
}
