import type { NotesOutline, NotesProblem, NotesSource, SkippedLines } from './outline';

/** How one notes file was read: what `Marginalia: How Were My Notes Read?` shows. */
export interface NotesReport {
  readonly file: string;
  readonly format: string;
  readonly encoding: string;
  readonly sources: readonly (NotesSource & { readonly argumentCount: number })[];
  readonly questionCount: number;
  readonly argumentCount: number;
  /** Arguments with a place of their own, and those that only have their heading's. */
  readonly locatedCount: number;
  readonly inheritedLocatorCount: number;
  readonly countByKind: Readonly<Record<string, number>>;
  /** Lines whose words lean on the line before without telling whether they are a sub-point of it. Zero-based. */
  readonly ambiguousLines: readonly { readonly line: number; readonly text: string }[];
  readonly problems: readonly NotesProblem[];
  readonly skipped: readonly SkippedLines[];
}

/** The report's data for one file. */
export function notesReport(file: string, outline: NotesOutline): NotesReport {
  const { format, encoding, sources, questions, arguments: args, problems, skipped } = outline;
  const countByKind: Record<string, number> = {};
  const countBySource = new Map<string, number>();
  for (const { kind, source } of args) {
    countByKind[kind] = (countByKind[kind] ?? 0) + 1;
    countBySource.set(source, (countBySource.get(source) ?? 0) + 1);
  }
  const inherited = args.filter(({ locatorInherited }) => locatorInherited).length;
  return {
    file,
    format,
    encoding,
    sources: sources.map((source) => ({ ...source, argumentCount: countBySource.get(source.id) ?? 0 })),
    questionCount: questions.length,
    argumentCount: args.length,
    locatedCount: args.filter(({ locator }) => locator).length - inherited,
    inheritedLocatorCount: inherited,
    countByKind,
    ambiguousLines: args
      .filter(({ leansOn, parent }) => leansOn !== undefined && parent === undefined)
      .map(({ range, text }) => ({ line: range.start.line, text })),
    problems,
    skipped,
  };
}
