import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { FileError } from '../../src/core/notes/workspace';
import { InMemoryWorkspace } from '../support/inMemoryWorkspace';
import { LibrarySession } from '../support/librarySession';
import { MemoryFolder } from '../support/memoryFolder';

/** Words that no stemmer, thesaurus or spelling tolerance takes for one another. */
const words = ['velkor', 'draspin', 'mubrenda', 'tisquol', 'jaffint', 'hoxberry', 'quendal', 'zimparo'];
const paths = ['notes/a.md', 'notes/b.md', 'notes/deep/c.md', 'notes/deep/d.txt', 'notes/e.txt'];

/** What a watcher makes of a change: one event, two, one that comes later, none. */
const watching = ['told', 'twice', 'late', 'lost'] as const;
type Watching = (typeof watching)[number];
type Lines = readonly (readonly string[])[];

type Operation =
  | {
      readonly do: 'write';
      readonly path: string;
      readonly lines: Lines;
      readonly watcher: Watching;
    }
  | { readonly do: 'delete'; readonly path: string; readonly watcher: Watching }
  | { readonly do: 'rename'; readonly path: string; readonly to: string; readonly watcher: Watching }
  | { readonly do: 'vanish' | 'restart' | 'crash' | 'merge' | 'compare' }
  | { readonly do: 'deny'; readonly path: string }
  | { readonly do: 'tear'; readonly at: number }
  | { readonly do: 'query'; readonly word: string };

const path = fc.constantFrom(...paths);
const watcher = fc.constantFrom(...watching);
const word = fc.constantFrom(...words);
const lines = fc.array(fc.array(word, { minLength: 1, maxLength: 4 }), { maxLength: 5 });

const operation: fc.Arbitrary<Operation> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('write' as const), path, lines, watcher }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('delete' as const), path, watcher }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('rename' as const), path, to: path, watcher }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('query' as const), word }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('deny' as const), path }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('tear' as const), at: fc.nat(4000) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'vanish' as const,
        'restart' as const,
        'crash' as const,
        'merge' as const,
        'compare' as const,
      ),
    }),
  },
);

const notesOf = (statements: Lines): string =>
  `# Voss Notes\n\n## Why?\n\n${statements.map((each) => `- The ${each.join(' ')}\n`).join('')}`;

/** The workspace, the session on it, and the naive index: a list of lines by file, looked through from end to end. */
class Model {
  readonly #workspace = new InMemoryWorkspace({});
  readonly #folder = new MemoryFolder();
  readonly #naive = new Map<string, Lines>();
  #session = new LibrarySession(this.#workspace, this.#folder);
  #late: (() => void)[] = [];

  async perform(operation: Operation): Promise<void> {
    switch (operation.do) {
      case 'write':
        return this.#write(operation.path, operation.lines, operation.watcher);
      case 'delete':
        return this.#write(operation.path, undefined, operation.watcher);
      case 'rename': {
        const moved = this.#naive.get(operation.path);
        if (!moved || operation.path === operation.to) return;
        this.#write(operation.path, undefined, operation.watcher);
        return this.#write(operation.to, moved, operation.watcher);
      }
      case 'vanish':
        for (const file of [...this.#naive.keys()]) this.#write(file, undefined, 'lost');
        return this.#workspace.doubt();
      case 'deny':
        return this.#deny(operation.path);
      case 'restart':
        await this.#session.reader.library();
        await this.#session.end();
        return this.#open();
      case 'crash':
        this.#session.reader.dispose();
        return this.#open();
      case 'tear':
        return this.#tear(operation.at);
      case 'merge':
        return this.#session.index.settle();
      case 'query':
        await this.#settle();
        return this.#compareWord(operation.word);
      case 'compare':
        return this.compareAll();
    }
  }

  /** The library and every answer are those of a session that reads everything for the first time. */
  async compareAll(): Promise<void> {
    await this.#settle();
    const known = await this.#known(this.#session);
    const fresh = new LibrarySession(this.#workspace, new MemoryFolder());
    assert.deepEqual(known, await this.#known(fresh));
    fresh.reader.dispose();
    for (const each of words) this.#compareWord(each);
  }

  close(): void {
    this.#session.reader.dispose();
  }

  #write(file: string, statements: Lines | undefined, watcher: Watching): void {
    if (statements === undefined) this.#naive.delete(file);
    else this.#naive.set(file, statements);
    const content = statements && notesOf(statements);
    if (watcher === 'told' || watcher === 'twice') this.#workspace.change(file, content);
    if (watcher === 'twice') this.#workspace.tell(file);
    if (watcher === 'late' || watcher === 'lost') this.#workspace.writeUnseen(file, content);
    if (watcher === 'late') this.#late.push(() => this.#workspace.tell(file));
  }

  /** A file that can't be read for a while, and is said to be; then it can. */
  async #deny(file: string): Promise<void> {
    const statements = this.#naive.get(file);
    if (!statements) return;
    this.#workspace.change(file, new FileError('denied', file));
    const { problems } = await this.#session.reader.library();
    assert.ok(problems.some((problem) => problem.file.uri === file));
    this.#workspace.change(file, notesOf(statements));
  }

  /** The machine goes down while the library is written. */
  async #tear(at: number): Promise<void> {
    await this.#session.reader.library();
    this.#folder.tornAt = at;
    this.#folder.failure = new Error('power cut');
    await this.#session.end();
    this.#folder.tornAt = this.#folder.failure = undefined;
    this.#open();
  }

  #open(): void {
    this.#late = [];
    this.#session = new LibrarySession(this.#workspace, this.#folder);
  }

  /** Late events come in; for lost ones the window is focused, whereupon everything is doubted. */
  async #settle(): Promise<void> {
    for (const tell of this.#late.splice(0)) tell();
    this.#workspace.doubt();
    await this.#session.reader.library();
  }

  #compareWord(asked: string): void {
    const expected = [...this.#naive].flatMap(([file, statements]) =>
      statements
        .filter((statement) => statement.includes(asked))
        .map((statement) => `${file}: The ${statement.join(' ')}`),
    );
    const found = this.#session.index
      .search(`"${asked}"`, { mode: 'search', limit: 1000 })
      .map(({ argument: { file, text } }) => `${file}: ${text}`);
    assert.deepEqual(found.sort(), expected.sort());
  }

  async #known({ reader, index }: LibrarySession): Promise<unknown> {
    const library = await reader.library();
    // Until the next merge, what was replaced still counts a little.
    index.compact();
    return {
      files: library.files.map(({ file }) => file.uri).sort(),
      arguments: [...library.arguments.values()].map(({ id, argument }) => [id, argument]).sort(),
      answers: words.map((each) =>
        index
          .search(`${each} ${words[0] ?? ''}`, { mode: 'sentence', limit: 1000 })
          .map(({ argument, confidence }) => [argument.id, confidence.toFixed(6)].join(' '))
          .sort(),
      ),
    };
  }
}

suite('Model of the index', () => {
  const seed = Number(process.env.SEED ?? Date.now() % 1_000_000_000);
  const sessions = 125;
  const length = 80;

  test(`${String(sessions * length)} random operations give what a naive index gives (SEED=${String(seed)})`, async function () {
    this.timeout(600_000);
    await fc.assert(
      fc.asyncProperty(fc.array(operation, { maxLength: 2 * length, size: 'max' }), async (operations) => {
        const model = new Model();
        for (const each of operations) await model.perform(each);
        await model.compareAll();
        model.close();
      }),
      { seed, numRuns: sessions },
    );
  });
});
