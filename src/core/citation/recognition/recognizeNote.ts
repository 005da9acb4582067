import type { Cite } from '../citation';
import type { CslItem } from '../cslItem';
import { creators, issuedYear, plainCslText, surname } from '../cslText';
import { type Locator, parseLocator } from '../locator';
import { foldWords } from '../source/words';
import { CitationFormatter } from '../style/citationFormatter';
import type { CslStyle } from '../style/cslStyle';
import { withoutBrackets } from '../style/inBrackets';
import { bundledStyles } from '../style/styleCatalogue';
import { normalizeNote, splitSignal } from './noteText';
import { type NoteForm, renderForms, type Rendering } from './renderings';

/** What a footnote's text turned out to be. */
export type RecognizedNote =
  | {
      readonly kind: 'recognized';
      readonly cites: readonly Cite[];
      /** Of the first source. */
      readonly form: NoteForm;
      /** Id of a style that writes the note so. */
      readonly style: string;
    }
  /** `Ibid., 64.`: the source of the note before. */
  | { readonly kind: 'ibid'; readonly locator?: Locator }
  /** It reads like a citation, and nothing tells of which work. */
  | { readonly kind: 'ambiguous'; readonly candidates: readonly CslItem[] };

/** What brackets in a sentence turned out to be. */
export type RecognizedBrackets = Exclude<RecognizedNote, { readonly kind: 'ibid' }>;

interface ItemToRecognize {
  readonly item: CslItem;
  /** Folded words, one list for each name, one of which must be in the note; the title's where nobody is named. */
  readonly tellingWords: readonly (readonly string[])[];
}

interface PartMatch {
  readonly item: CslItem;
  readonly cite: Cite;
  readonly rendering: Rendering;
}

/** More than anybody cites in one note; bounds the work on a pasted paragraph. */
const maximumParts = 12;
const maximumLength = 5000;
/** Bounds what one prolific author costs. */
const maximumRelated = 8;

/**
 * Tells which footnotes are renderings of bibliography items in a style, full or short, with or without a locator, and
 * which ones are the student's own words. Keeps each item's renderings.
 */
export class NoteRecognizer {
  readonly #items: readonly ItemToRecognize[];
  readonly #styles: readonly CslStyle[];
  readonly #formatters: Map<CslStyle, CitationFormatter>;
  readonly #renderings: Map<CslItem, Map<CslStyle, readonly Rendering[]>>;
  readonly #locale: string | undefined;

  /**
   * @param items may hold several versions of one item.
   * @param styles in which notes may have been written, the likeliest first; without any, all bundled note styles.
   */
  constructor(
    items: readonly CslItem[],
    styles: readonly CslStyle[] = bundledStyles.filter(({ isNote }) => isNote),
    locale?: string,
    known?: NoteRecognizer,
  ) {
    this.#items = items.map((item) => ({ item, tellingWords: tellingWordsOf(item) }));
    this.#styles = styles;
    this.#locale = locale;
    this.#formatters = known ? known.#formatters : new Map<CslStyle, CitationFormatter>();
    this.#renderings = known ? known.#renderings : new Map<CslItem, Map<CslStyle, readonly Rendering[]>>();
  }

  /** The same for more items, or other versions of some. */
  with(more: readonly CslItem[]): NoteRecognizer {
    const items = this.#items.map(({ item }) => item);
    const isKnown = (other: CslItem) =>
      items.some((item) => item.id === other.id && JSON.stringify(item) === JSON.stringify(other));
    items.push(...more.filter((item) => !isKnown(item)));
    return new NoteRecognizer(items, this.#styles, this.#locale, this);
  }

  /**
   * Undefined if the note is not wholly made of renderings.
   * @param cited works that the essay cites elsewhere: of several that a short note could mean, the only one among them.
   */
  recognize(markdown: string, cited: ReadonlySet<string> = new Set()): RecognizedNote | undefined {
    if (markdown.length > maximumLength) return undefined;
    const whole = normalizeNote(markdown).replace(/\.$/, '');
    const inner = withoutBrackets(whole);
    const text = inner ?? whole;
    const isMeant = ({ rendering }: PartMatch) => rendering.isBracketed === (inner !== undefined);
    const ibid = /^ibid\.?(?:,? (.+))?$/i.exec(text);
    if (ibid) {
      const locator = ibid[1] === undefined ? undefined : parseLocator(ibid[1]);
      return ibid[1] !== undefined && !locator ? undefined : { kind: 'ibid', ...(locator && { locator }) };
    }
    const matches = this.#matchParts(text, (part) => this.#matchPart(part).filter(isMeant));
    return matches && conclude(matches, cited);
  }

  /**
   * The same for round brackets in the sentence, which may hold a note's text too: `(Zubok and Pleshakov 63)`.
   * @param brackets with both of its brackets, in Markdown.
   */
  recognizeBrackets(
    brackets: string,
    cited: ReadonlySet<string> = new Set(),
  ): RecognizedBrackets | undefined {
    const text = brackets.length > maximumLength ? undefined : withoutBrackets(normalizeNote(brackets));
    if (text === undefined) return undefined;
    let before = '';
    const match = (part: string) => {
      // "(Gaddis 1997, 5; 2005, 3)": the second work is the same author's.
      const named = /^\d{4}/.test(part) ? before + part : part;
      before = /^[^\d]*(?=\d{4})/.exec(named)?.[0] ?? '';
      return this.#matchPart(named);
    };
    // "(Gaddis 1997, 2005)" are two works as well.
    const matches =
      this.#matchParts(text, match) ??
      this.#matchParts(text.replace(/(?<=\b\d{4}), (?=\d{4}\b)/g, '; '), match);
    return matches && conclude(matches, cited);
  }

  /** What the whole text can be, or else each of its parts; undefined if one of them can be nothing. */
  #matchParts(
    text: string,
    match: (part: string) => readonly PartMatch[],
  ): readonly (readonly PartMatch[])[] | undefined {
    const whole = match(text);
    if (whole.length > 0) return [whole];
    const parts = text.split('; ');
    if (parts.length === 1 || parts.length > maximumParts) return undefined;
    const matches = parts.map((part) => match(part.replace(/^and /, '')));
    return matches.every((each) => each.length > 0) ? matches : undefined;
  }

  #matchPart(text: string): readonly PartMatch[] {
    const words = new Set(foldWords(text));
    const { prefix, rest } = splitSignal(text);
    return this.#items
      .filter(({ tellingWords }) =>
        tellingWords.some((list) => list.length > 0 && list.every((word) => words.has(word))),
      )
      .flatMap(({ item }) => {
        const years = new Set([item, ...this.#relatedTo(item)].flatMap((each) => issuedYear(each) ?? []));
        for (const style of this.#styles) {
          for (const rendering of this.#renderingsOf(item, style)) {
            const locator = matchRendering(rest, rendering);
            // "Gaddis 2005" is the year to one style and a page to another.
            if (locator === undefined || namesYear(locator, years)) continue;
            const cite = {
              citekey: item.id,
              ...(locator && { locator }),
              ...(prefix && { prefix: prefix.toLowerCase() }),
            };
            return [{ item, cite, rendering }];
          }
        }
        return [];
      });
  }

  #renderingsOf(item: CslItem, style: CslStyle): readonly Rendering[] {
    const ofItem = this.#renderings.get(item) ?? new Map<CslStyle, readonly Rendering[]>();
    this.#renderings.set(item, ofItem);
    const known = ofItem.get(style);
    if (known) return known;
    const renderings = renderForms(this.#formatterOf(style), item, this.#relatedTo(item));
    ofItem.set(style, renderings);
    return renderings;
  }

  /** Other works of the same first author, from which styles tell a work apart by a title or a letter. */
  #relatedTo(item: CslItem): readonly CslItem[] {
    const name = firstSurname(item);
    const related = this.#items.filter(
      ({ item: other }) => other.id !== item.id && firstSurname(other) === name,
    );
    return name === undefined ? [] : related.map(({ item: other }) => other).slice(0, maximumRelated);
  }

  #formatterOf(style: CslStyle): CitationFormatter {
    const formatter = this.#formatters.get(style) ?? new CitationFormatter(style, this.#locale);
    this.#formatters.set(style, formatter);
    return formatter;
  }
}

/** Recognises one note; for many notes build one `NoteRecognizer`. */
export function recognizeNote(markdown: string, items: readonly CslItem[]): RecognizedNote | undefined {
  return new NoteRecognizer(items).recognize(markdown);
}

/** `null` if it is the rendering without a locator, undefined if it is none. */
function matchRendering(text: string, rendering: Rendering): Locator | null | undefined {
  const { bare, beforeLocator, afterLocator } = rendering;
  if (isSame(text, bare)) return null;
  const end = text.length - afterLocator.length;
  if (end <= beforeLocator.length || !isSame(text.slice(0, beforeLocator.length), beforeLocator))
    return undefined;
  if (!isSame(text.slice(end), afterLocator)) return undefined;
  return parseLocator(text.slice(beforeLocator.length, end));
}

/** A note's first letter is a capital, wherever it stands otherwise. */
function isSame(a: string, b: string): boolean {
  return a === b || (a.length === b.length && a.toLowerCase() === b.toLowerCase());
}

function conclude(
  matches: readonly (readonly PartMatch[])[],
  cited: ReadonlySet<string>,
): RecognizedBrackets {
  const parts = matches.map((part) => {
    const likely = part.filter(({ item }) => cited.has(item.id));
    return new Set(likely.map(({ item }) => item.id)).size === 1 ? likely : part;
  });
  const unclear = parts.find(
    (part) =>
      new Set(part.map(({ item }) => item.id)).size > 1 ||
      part.some(({ rendering }) => rendering.hasYearLetter),
  );
  if (unclear) return { kind: 'ambiguous', candidates: unclear.map(({ item }) => item) };
  const [first] = parts[0] ?? [];
  return {
    kind: 'recognized',
    cites: parts.flatMap(([match]) => (match ? [match.cite] : [])),
    form: first?.rendering.form ?? 'full',
    style: first?.rendering.style ?? '',
  };
}

function tellingWordsOf(item: CslItem): readonly (readonly string[])[] {
  const names = creators(item).map((name) => foldWords(surname(name)).slice(-1));
  return names.length > 0 ? names : [foldWords(plainCslText(item.title ?? '')).slice(0, 1)];
}

function firstSurname(item: CslItem): string | undefined {
  const [name] = creators(item);
  return name && foldWords(surname(name)).join(' ');
}

/** Whether what was read as a page is a year of one of the works, or holds one where the next work could start. */
function namesYear(locator: Locator | null, years: ReadonlySet<string>): boolean {
  const starts = locator?.value.matchAll(/(?<=^|[,;]\s)\d{4}(?!\d)/g) ?? [];
  return [...starts].some(([year]) => years.has(year));
}
