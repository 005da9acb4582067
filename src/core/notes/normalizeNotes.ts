import type { Locator } from '../citation/locator';
import type { Argument, NotesOutline, NotesSource, Question } from './outline';
import { finish, type Steps } from '../util/steps';
import { outlineSteps } from './readOutline';
import { isQuoted } from './statement/kinds';

/** A notes file rewritten as clean Markdown. */
export interface NormalizedNotes {
  readonly text: string;
  /** Whether reading the new text gives the same arguments: if not, the rewriting must not be offered. */
  readonly faithful: boolean;
}

const WRITTEN_AT_ONCE = 200;
const COMPARED_AT_ONCE = 500;

/**
 * Rewrites notes as clean Markdown: front matter for the source, headings for questions, nested lists for arguments.
 * Normalizing the result again changes nothing, and reading it gives the same arguments.
 */
export function normalizeNotes(outline: NotesOutline): NormalizedNotes {
  return finish(normalizeSteps(outline));
}

/** The same, with breaks. */
export function* normalizeSteps(outline: NotesOutline): Steps<NormalizedNotes> {
  const text = yield* new Normalizer(outline).write();
  const again = yield* outlineSteps(text, 'notes.md', 'utf8');
  const isSame = yield* sameReading(outline, again);
  return { text, faithful: isSame && (yield* new Normalizer(again).write()) === text };
}

/** What each argument says, apart from where it stands in its file. */
function essence(outline: NotesOutline): (place: number) => string {
  const sources = new Map(outline.sources.map(({ id, label, citekey }) => [id, citekey ?? label]));
  return (place) => {
    const argument = outline.arguments[place];
    if (!argument) return '';
    const { text, kind, parent, locator, question, source } = argument;
    const asked = question === undefined ? undefined : outline.questions[question]?.text;
    return JSON.stringify([text, kind, parent, locator, asked, sources.get(source)]);
  };
}

function* sameReading(before: NotesOutline, after: NotesOutline): Steps<boolean> {
  if (before.arguments.length !== after.arguments.length) return false;
  const [one, other] = [essence(before), essence(after)];
  for (let place = 0; place < before.arguments.length; place++) {
    if (one(place) !== other(place)) return false;
    if (place % COMPARED_AT_ONCE === 0) yield;
  }
  return true;
}

class Normalizer {
  readonly #outline: NotesOutline;
  readonly #depths = new Map<string, number>();
  readonly #sources: ReadonlyMap<string, NotesSource>;
  readonly #lines: string[] = [];
  /** The source that the section being written is about. */
  #section: string | undefined;
  #sectionPlace: Locator | undefined;

  constructor(outline: NotesOutline) {
    this.#outline = outline;
    this.#sources = new Map(outline.sources.map((source) => [source.id, source]));
  }

  *write(): Steps<string> {
    const { questions, sources, arguments: args } = this.#outline;
    const [main] = sources;
    if (main) this.#writeFrontMatter(main);
    this.#section = main?.id;
    let next = 0;
    let current: number | undefined;
    for (const group of groupByPlace(args)) {
      const question = group[0]?.question;
      this.#startSection(group, question === undefined && current !== undefined);
      if (question !== undefined && question < next && question !== current)
        this.#writeQuestion(questions[question], question, group);
      for (; next <= (question ?? -1); next++) this.#writeQuestion(questions[next], next, group);
      current = question;
      for (const [place, argument] of group.entries()) {
        this.#writeArgument(argument);
        if (place % WRITTEN_AT_ONCE === 0) yield;
      }
    }
    for (; next < questions.length; next++) this.#writeQuestion(questions[next], next, []);
    const text = this.#lines.join('\n').replace(/\n{3,}/g, '\n\n');
    return `${text.trim()}\n`;
  }

  #writeFrontMatter({ label, title, authors, year, citekey }: NotesSource): void {
    const fields = [
      ...(title ? [`title: ${JSON.stringify(title)}`] : []),
      ...(authors.length > 0
        ? [`authors: [${authors.map((author) => JSON.stringify(author)).join(', ')}]`]
        : []),
      ...(year ? [`year: ${year}`] : []),
      ...(citekey ? [`citekey: ${JSON.stringify(citekey)}`] : []),
    ];
    if (fields.length > 0) this.#lines.push('---', ...fields, '---', '');
    this.#lines.push(`# ${escapeMarkdown(label)} Notes`, '');
  }

  /**
   * A section is about the source that most of its statements have; the others name theirs. `leave`: a heading of the
   * source is needed in any case, so that what follows stands under no question.
   */
  #startSection(group: readonly Argument[], leave: boolean): void {
    const counts = new Map<string, number>();
    for (const { source } of group) counts.set(source, (counts.get(source) ?? 0) + 1);
    const [most] = [...counts].sort((a, b) => b[1] - a[1]);
    const id = most && most[1] > group.length / 2 ? most[0] : this.#section;
    const source = id === undefined ? undefined : this.#sources.get(id);
    if (!source || (id === this.#section && !leave)) return;
    this.#section = source.id;
    this.#sectionPlace = undefined;
    const isKnownByKey = source.citekey !== undefined && source.id !== this.#outline.sources[0]?.id;
    const label = isKnownByKey ? `@${source.citekey ?? ''}` : `${escapeMarkdown(source.label)} Notes`;
    this.#lines.push('', `# ${label}`, '');
  }

  #writeQuestion(question: Question | undefined, index: number, group: readonly Argument[]): void {
    if (!question) return;
    const inherited =
      group[0]?.question === index ? group.find(({ locatorInherited }) => locatorInherited) : undefined;
    this.#sectionPlace = inherited?.locator;
    const place = this.#sectionPlace ? ` (${placeText(this.#sectionPlace)})` : '';
    this.#lines.push(
      '',
      `${'#'.repeat(Math.min(6, question.level + 1))} ${escapeMarkdown(question.text)}${place}`,
      '',
    );
  }

  #writeArgument(argument: Argument): void {
    const depth = argument.parent === undefined ? 0 : (this.#depths.get(argument.parent) ?? -1) + 1;
    this.#depths.set(argument.id, depth);
    const marker = argument.kind === 'todo' ? '- [ ] ' : '- ';
    this.#lines.push(`${'  '.repeat(depth)}${marker}${labelOfKind(argument)}${this.#body(argument)}`);
  }

  #body({ text, locator, locatorInherited, source }: Argument): string {
    const isSectionPlace =
      locatorInherited &&
      locator &&
      placeText(locator) === (this.#sectionPlace && placeText(this.#sectionPlace));
    const place = locator && !isSectionPlace ? placeText(locator) : '';
    const named = source === this.#section ? undefined : this.#sources.get(source);
    const escaped = escapeMarkdown(text);
    if (named?.citekey) return `${escaped} [@${named.citekey}${place && `, ${place}`}]`;
    if (named) {
      const title = named.title && !/["“”«»()]/.test(named.title) ? `, “${named.title}”` : '';
      const year = !title && named.year ? ` ${named.year}` : '';
      return `${escaped} (${named.label}${title}${year}${place && `, ${place}`})`;
    }
    return place ? `${escaped} (${place})` : escaped;
  }
}

/** Runs of arguments under one question; where there is none, about one source. */
function groupByPlace(args: readonly Argument[]): (readonly Argument[])[] {
  const groups: Argument[][] = [];
  for (const argument of args) {
    const last = groups.at(-1);
    const [first] = last ?? [];
    const isSame = first?.question === argument.question;
    const staysWithParent = argument.parent !== undefined || argument.question !== undefined;
    if (last && isSame && (staysWithParent || first?.source === argument.source)) last.push(argument);
    else groups.push([argument]);
  }
  return groups;
}

const placeText = ({ label, value }: Locator) => `${abbreviations[label] ?? 'p.'} ${value}`;

/** The word for a kind that the text alone doesn't show. */
function labelOfKind({ kind, text }: Argument): string {
  if (kind === 'comment') return 'Comment: ';
  if (kind === 'summary') return 'Summary: ';
  return kind === 'quotation' && !isQuoted(text) ? '> ' : '';
}

const abbreviations: Readonly<Record<string, string>> = {
  page: 'p.', chapter: 'ch.', volume: 'vol.', location: 'loc.', folio: 'fol.', section: '§', paragraph: '¶', note: 'n.',
  line: 'l.', column: 'col.', book: 'bk.', part: 'pt.', verse: 'v.', figure: 'fig.', timestamp: 'timestamp',
}; // prettier-ignore

/** Keeps Markdown from taking the student's characters for markup. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<&~=%]|^(?=[#>+-]\s)|^(?=\d{1,3}[.)]\s)/g, (sign) =>
    sign === '' ? '' : `\\${sign}`,
  );
}
