import type { CslItem } from './citation/cslItem';
import { type MatchReason, SourceMatcher } from './citation/source/matchSource';
import type { SourceResolution } from './notes/libraryArgument';
import type { NotesSource } from './notes/outline';
import type { Localize } from './util/localize';
import type { Steps } from './util/steps';

/** A resolution with citekeys for works, as it is kept from one session to the next. */
export interface KeptResolution {
  readonly kind: SourceResolution['kind'];
  readonly citekeys: readonly string[];
  readonly reason?: string;
}

export function keepResolution(resolution: SourceResolution): KeptResolution {
  switch (resolution.kind) {
    case 'matched':
      return { kind: resolution.kind, citekeys: [resolution.item.id], reason: resolution.reason };
    case 'ambiguous':
      return { kind: resolution.kind, citekeys: resolution.candidates.map(({ id }) => id) };
    case 'missing':
      return { kind: resolution.kind, citekeys: [] };
  }
}

/** Undefined if the works are not there (any more). */
export function takeResolution(
  { kind, citekeys, reason = '' }: KeptResolution,
  items: ReadonlyMap<string, CslItem>,
): SourceResolution | undefined {
  const candidates = citekeys.flatMap((citekey) => items.get(citekey) ?? []);
  const [item] = candidates;
  if (candidates.length < citekeys.length) return undefined;
  if (kind === 'matched') return item && { kind, item, reason };
  return kind === 'ambiguous' ? { kind, candidates } : { kind };
}

/** Finds the works that the sources of notes are: those that the student has chosen, else by what the notes call them. */
export class SourceResolver {
  readonly items: ReadonlyMap<string, CslItem>;
  readonly #matcher: SourceMatcher;
  readonly #chosen: Readonly<Record<string, string>>;
  readonly #localize: Localize;

  private constructor(
    items: ReadonlyMap<string, CslItem>,
    matcher: SourceMatcher,
    chosen: Readonly<Record<string, string>>,
    localize: Localize,
  ) {
    this.items = items;
    this.#matcher = matcher;
    this.#chosen = chosen;
    this.#localize = localize;
  }

  /** @param chosen citekeys by the source's label */
  static *steps(
    items: ReadonlyMap<string, CslItem>,
    chosen: Readonly<Record<string, string>>,
    localize: Localize,
  ): Steps<SourceResolver> {
    return new SourceResolver(items, yield* SourceMatcher.steps(items.values()), chosen, localize);
  }

  resolve(source: NotesSource, fileName: string): SourceResolution {
    const chosen = this.items.get(this.#chosen[source.label] ?? '');
    if (chosen) return { kind: 'matched', item: chosen, reason: this.#localize('chosen by you') };
    const match = this.#matcher.match({ ...source, fileName });
    return match.kind === 'matched' ? { ...match, reason: this.#reason(match.reason) } : match;
  }

  #reason(reason: MatchReason): string {
    const localize = this.#localize;
    const reasons: Readonly<Record<MatchReason, string>> = {
      citekey: localize('found by its citekey'),
      authors: localize('found by its authors'),
      title: localize('found by its title'),
      'authors and title': localize('found by its authors and title'),
      'authors and year': localize('found by its authors and year'),
      'title and year': localize('found by its title and year'),
    };
    return reasons[reason];
  }
}
