export { ArgumentIndex, type ArgumentIndexOptions } from './argumentIndex';
export type { ExplainedMatch } from './weighing';
export type { SnapshotStorage } from './snapshotStorage';
export { isLanguage, type Language, languages } from './language';
export { isConfident } from './confidence';
export type { Match, QueryContext, SearchMode, SearchOptions } from './match';
export type { SearchableArgument } from './searchableArgument';
export type { SynonymGroups } from './synonyms';
export { Thesaurus } from './thesaurus';
