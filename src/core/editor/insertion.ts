import { citationPlace } from '../essay/citationPlace';
import type { EssayDocument } from '../essay/essayDocument';
import { escapeProse } from '../essay/escapeProse';
import { planInsertion, type SnippetEdit, type Wording } from '../essay/insertion';
import { argumentWords, type ArgumentWords, type WordingForm } from '../languageFeatures/wording';
import type { CitationForm } from '../settings';
import type { Span } from '../text/position';
import type { EditorContext } from './context';

/** What an argument, or only its citation, is put in place of. */
export type InsertionTarget =
  /** The argument's words and their citation, by default in the forms of the settings, replace `at`, at several cursors each. */
  | {
      readonly kind: 'argument';
      readonly at: Span | readonly Span[];
      readonly wording?: WordingForm;
      readonly citation?: CitationForm;
    }
  /** Only the citation, at the end of the sentence that holds the offset. */
  | { readonly kind: 'citation'; readonly sentenceAt: number }
  /** Only the citation, in place of `at`: of a mark that one is missing there. */
  | { readonly kind: 'mark'; readonly at: Span };

/**
 * The edits that put an argument, or its citation, into the essay, in the form that the settings ask for; undefined where
 * nothing can be inserted: in code, front matter, or for an argument that is gone.
 */
export async function insertionOf(
  { current, citations, settings }: EditorContext,
  essay: EssayDocument,
  argument: string,
  target: InsertionTarget,
): Promise<readonly SnippetEdit[] | undefined> {
  const library = await current();
  const chosen = library.arguments.get(argument);
  if (!chosen) return undefined;
  const { insertionCitation, insertionWording } = settings();
  const form = (target.kind === 'argument' && target.citation) || insertionCitation;
  const wordingForm = target.kind === 'argument' ? (target.wording ?? insertionWording) : 'citation';
  const words = argumentWords(chosen, wordingForm) ?? argumentWords(chosen, 'notes');
  const at = places(essay, target, wordingForm, form === 'footnote' ? form : 'inText');
  const [first] = at;
  if (!first || !words) return undefined;
  if (wordingForm === 'citation' && at.length === 1 && first.start === first.end) {
    // The sentence's own citation stands before its full stop, its footnote behind.
    const inSentence = target.kind === 'citation' && citationPlace(essay, target.sentenceAt, 'inText');
    for (const { start } of inSentence ? [first, inSentence] : [first]) {
      const joined = await citations.join(chosen, form, essay, start, library.items);
      if (joined) return joined;
    }
  }
  const citation = await citations.render(
    chosen,
    essay.placeAt(first.start) === 'footnote' ? 'inline' : form,
    essay,
    first.start,
    library.items,
  );
  return planInsertion(essay, { at, wording: escaped(words, essay, first.start), citation });
}

/** Where it can go, in the order of the text. */
function places(
  essay: EssayDocument,
  target: InsertionTarget,
  wording: WordingForm,
  form: 'footnote' | 'inText',
): readonly Span[] {
  const asked = asList(
    target.kind === 'citation' ? citationPlace(essay, target.sentenceAt, form) : target.at,
  );
  return asked
    .map((at) => (target.kind === 'argument' && wording === 'citation' ? { start: at.end, end: at.end } : at))
    .filter(({ start }) => !['code', 'frontMatter', 'link'].includes(essay.placeAt(start)))
    .sort((a, b) => a.start - b.start);
}

function asList(at: Span | readonly Span[] | undefined): readonly Span[] {
  if (!at) return [];
  return 'start' in at ? [at] : at;
}

/** The words as Markdown for the place that they go to. */
function escaped({ text, placeholder }: ArgumentWords, essay: EssayDocument, offset: number): Wording {
  const line = essay.text.slice(essay.lines.lineStart(essay.positionAt(offset).line), offset);
  const atLineStart = /^[\s>]*(?:(?:[-+*]|\d{1,9}[.)])\s+)?$/.test(line);
  const place = { atLineStart, inTable: essay.isInTable(offset) };
  if (!placeholder) return { text: escapeProse(text, place) };
  const before = escapeProse(text.slice(0, placeholder.start), place);
  const inside = escapeProse(text.slice(placeholder.start, placeholder.end), {
    ...place,
    atLineStart: before === '',
  });
  const after = escapeProse(text.slice(placeholder.end), { ...place, atLineStart: false });
  return {
    text: before + inside + after,
    placeholder: { start: before.length, end: before.length + inside.length },
  };
}
