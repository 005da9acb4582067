import type { CitationForm } from './citation/citation';
import { type CheckSeverities, defaultSeverities } from './checks/problem';
import type { Language, SynonymGroups } from './search/index';
import type { WordingForm } from './languageFeatures/wording';

export type { CitationForm };

/** The user's settings as the core sees them: always valid, always up to date. Names are those of `marginalia.*`. */
export interface Settings {
  /** How an argument is cited where it is inserted. */
  readonly insertionCitation: CitationForm;
  readonly insertionWording: WordingForm;
  /** What is typed before words that arguments are searched by. */
  readonly completionTrigger: string;
  /** CSL style id; see `core/citation` for the bundled ones. */
  readonly citationStyle: string;
  /** A CSL file to use instead, if any. */
  readonly citationStyleFile: string;
  /** Language tag such as `en-GB`; empty for the style's own. */
  readonly citationLocale: string;
  /** Citekeys that the student has chosen for sources, by the source's label. */
  readonly sources: Readonly<Record<string, string>>;
  /** The language of the notes, by its ISO 639-1 code; undefined: detected. */
  readonly searchLanguage: Language | undefined;
  /** Words and names that the student takes as the same. */
  readonly searchSynonyms: SynonymGroups;
  /** How loudly each check speaks. */
  readonly checks: CheckSeverities;
}

export const defaultSettings: Settings = Object.freeze({
  insertionCitation: 'footnote',
  insertionWording: 'notes',
  completionTrigger: ';;',
  citationStyle: 'chicago-notes-bibliography-17th-edition',
  citationStyleFile: '',
  citationLocale: '',
  sources: {},
  searchLanguage: undefined,
  searchSynonyms: [],
  checks: defaultSeverities,
});
