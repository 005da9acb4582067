export { ArgumentIndex, type ArgumentIndexOptions, type ExplainedMatch } from './argumentIndex';
export type { SnapshotStorage } from './snapshotStorage';
export { isConfident } from './confidence';
export type { Match, QueryContext, SearchMode, SearchOptions } from './match';
export type { SearchableArgument } from './searchableArgument';
export { Thesaurus } from './thesaurus';
