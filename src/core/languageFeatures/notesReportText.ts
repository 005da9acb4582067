import { creators, fullName, issuedYear, plainTitle } from '../citation/cslText';
import { encodingName } from '../notes/index';
import type { Library, LibraryFile } from '../notes/library';
import type { LibrarySource } from '../notes/libraryArgument';
import { notesReport } from '../notes/notesReport';
import type { WorkspaceFile } from '../notes/workspace';
import type { Localize } from '../util/localize';
import { finish, type Steps } from '../util/steps';
import { LinkedText, type TextLink } from './linkedText';
import { formatName, kindCounts } from './reportWords';

/** The report on all notes: Markdown to be read as it is, with links to the lines that it speaks of. */
export interface NotesReportText {
  readonly text: string;
  readonly links: readonly TextLink[];
  /** Zero-based lines at which the files' parts begin, by uri. */
  readonly parts: ReadonlyMap<string, number>;
}

/** Of one kind of line, so many are listed. */
const MAX_LISTED = 40;
const MAX_QUOTED = 100;

/** What `Marginalia: How Were My Notes Read?` shows. */
export function notesReportText(library: Library, localize: Localize): NotesReportText {
  return finish(notesReportSteps(library, localize));
}

/** The same, with a break after each file. */
export function notesReportSteps(library: Library, localize: Localize): Steps<NotesReportText> {
  return new ReportWriter(library, localize).write();
}

class ReportWriter {
  readonly #library: Library;
  readonly #localize: Localize;
  readonly #text = new LinkedText();
  readonly #parts = new Map<string, number>();

  constructor(library: Library, localize: Localize) {
    this.#library = library;
    this.#localize = localize;
  }

  *write(): Steps<NotesReportText> {
    const { files, items, arguments: all, folders } = this.#library;
    const localize = this.#localize;
    this.#text.write(`# ${localize('How your notes were read')}`).endLine(1);
    this.#text.write(
      localize(
        'Arguments: {0}. Notes files: {1}. Bibliography entries: {2}.',
        all.size,
        files.length,
        items.size,
      ),
    );
    this.#text.endLine(1);
    for (const { folder, state } of folders) {
      const said = {
        read: localize('was looked through'),
        missing: localize('does not exist'),
        denied: localize('may not be read: you have no permission'),
        unreadable: localize('could not be read from the disk'),
      };
      this.#item(0, localize('Folder {0}: {1}', escape(folder.name), said[state]));
    }
    this.#text.endLine();
    for (const file of files) {
      this.#writeFile(file);
      yield;
    }
    this.#writeFailed();
    this.#writeSkipped();
    return { text: this.#text.toString(), links: this.#text.links, parts: this.#parts };
  }

  #writeFile({ file, outline, sources }: LibraryFile): void {
    const localize = this.#localize;
    const report = notesReport(file.name, outline);
    this.#parts.set(file.uri, this.#text.line);
    this.#heading(file);
    if (report.encoding !== 'binary') {
      this.#item(
        0,
        localize('Read as: {0}, {1}', formatName(report.format, localize), encodingName(report.encoding)),
      );
    }
    for (const source of sources) {
      const count = report.sources.find(({ id }) => id === source.notes.id)?.argumentCount ?? 0;
      this.#item(0, `${localize('Source: {0}', escape(source.notes.label))} – ${this.#resolution(source)}`);
      if (sources.length > 1) this.#item(1, localize('arguments: {0}', count));
    }
    this.#item(0, localize('Questions: {0}', report.questionCount));
    const kinds = kindCounts(report.countByKind, localize);
    this.#item(0, localize('Arguments: {0}', report.argumentCount) + (kinds && ` (${kinds})`));
    if (report.locatedCount + report.inheritedLocatorCount > 0) {
      this.#item(
        0,
        localize(
          'With a page or another place: {0}; with that of their heading: {1}',
          report.locatedCount,
          report.inheritedLocatorCount,
        ),
      );
    }
    this.#lines(
      localize('Unsure: do these lines belong under the line before?'),
      file,
      report.ambiguousLines.map(({ line, text }) => ({ line, endLine: line, text: quoted(text) })),
    );
    this.#lines(
      localize('Problems'),
      file,
      report.problems.map(({ line, message }) => ({
        line,
        endLine: line,
        text: escape(localize(...message)),
      })),
    );
    this.#lines(
      localize('Left out on purpose'),
      file,
      report.skipped.map(({ reason, ...lines }) => ({ ...lines, text: escape(localize(...reason)) })),
    );
    this.#text.endLine();
  }

  /** Files of which nothing could be read, and entries of bibliographies. */
  #writeFailed(): void {
    const read = new Set(this.#library.files.map(({ file }) => file.uri));
    const failed = this.#library.problems.filter(({ file }) => !read.has(file.uri));
    if (failed.length === 0) return;
    this.#text.write(`## ${this.#localize('Other problems')}`).endLine(1);
    for (const { file, message, range } of failed) {
      const { line } = range.start;
      this.#text.write('- ').write(this.#lineName(line, line, file), { file: file.uri, line });
      this.#text.write(`: ${escape(message)}`).endLine();
    }
    this.#text.endLine();
  }

  #writeSkipped(): void {
    const { skipped } = this.#library;
    if (skipped.length === 0) return;
    const localize = this.#localize;
    const reasons = {
      excluded: localize('your settings leave it out'),
      unsupported: localize('Marginalia does not read files of this kind'),
      hidden: localize('its name begins with a dot, so it counts as hidden'),
      link: localize('a link to what is read already'),
      depth: localize('it lies too deep'),
    };
    this.#text.write(`## ${localize('Files and folders that were not read')}`).endLine(1);
    for (const { file, reason } of skipped.slice(0, MAX_LISTED * 10))
      this.#item(0, `${escape(file.name)}: ${reasons[reason]}`);
    this.#more(skipped.length - MAX_LISTED * 10, 0);
  }

  #resolution({ resolution, notes }: LibrarySource): string {
    const localize = this.#localize;
    switch (resolution.kind) {
      case 'matched': {
        const { item } = resolution;
        const by = creators(item).map(fullName).join(', ');
        const work = [by, plainTitle(item), issuedYear(item)].filter(Boolean).join(', ');
        return `${escape(work || item.id)} (@${escape(item.id)}), ${resolution.reason}`;
      }
      case 'ambiguous':
        return localize(
          'several works of your bibliography fit: {0}. Choose with “Match Source with Bibliography…”',
          resolution.candidates.map(({ id }) => `@${escape(id)}`).join(', '),
        );
      case 'missing':
        return localize('in no bibliography, so it is cited as “{0}”', escape(notes.label));
    }
  }

  #heading(file: WorkspaceFile): void {
    this.#text.write('## ').write(escape(file.name), { file: file.uri, line: 0 }).endLine(1);
  }

  #item(depth: number, text: string): void {
    this.#text.write(`${'  '.repeat(depth)}- ${text}`).endLine();
  }

  #lines(
    title: string,
    file: WorkspaceFile,
    lines: readonly { readonly line: number; readonly endLine: number; readonly text: string }[],
  ): void {
    if (lines.length === 0) return;
    this.#item(0, `${title} (${String(lines.length)})`);
    for (const { line, endLine, text } of lines.slice(0, MAX_LISTED)) {
      this.#text.write('  - ').write(this.#lineName(line, endLine), { file: file.uri, line });
      this.#text.write(`: ${text}`).endLine();
    }
    this.#more(lines.length - MAX_LISTED, 1);
  }

  #lineName(line: number, endLine: number, file?: WorkspaceFile): string {
    const localize = this.#localize;
    if (file) return localize('{0}, line {1}', escape(file.name), line + 1);
    return line === endLine
      ? localize('line {0}', line + 1)
      : localize('lines {0}–{1}', line + 1, endLine + 1);
  }

  #more(count: number, depth: number): void {
    if (count > 0) this.#item(depth, this.#localize('and {0} more', count));
  }
}

const quoted = (text: string) =>
  escape(text.length > MAX_QUOTED ? `${text.slice(0, MAX_QUOTED).trimEnd()}…` : text);

/** The report is read as plain text, but a preview of it must show no picture, link or HTML out of notes either. */
function escape(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').replace(/[\\`*_[\]<]/g, '\\$&');
}
