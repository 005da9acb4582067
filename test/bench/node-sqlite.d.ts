/** Node 24's SQLite, as far as the benchmarks use it; the product's own types are those of Node 20. */
declare module 'node:sqlite' {
  export interface StatementSync {
    run(...values: readonly (string | number)[]): unknown;
    all(...values: readonly (string | number)[]): Record<string, unknown>[];
  }
  export class DatabaseSync {
    constructor(path: string);
    exec(sql: string): void;
    prepare(sql: string): StatementSync;
  }
}
