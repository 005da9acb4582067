export { ArgumentIndex } from './argumentIndex';
export { isConfident } from './confidence';
export type { Match, QueryContext, SearchMode, SearchOptions } from './match';
export type { SearchableArgument } from './searchableArgument';
export { Thesaurus } from './thesaurus';
