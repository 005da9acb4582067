import type { CslItem } from '../citation/cslItem';
import type { EssayDocument } from '../essay/essayDocument';
import { argumentsOf } from '../languageFeatures/citationCard';
import {
  type CitationCompletion,
  citekeyCompletions,
  footnoteCompletions,
  locatorCompletions,
} from '../languageFeatures/citationCompletions';
import { citationTriggerAt } from '../languageFeatures/citationTrigger';
import { type Completion, type CompletionOptions, completionsAt } from '../languageFeatures/completions';
import { SourceSearch } from '../languageFeatures/sourceSearch';
import type { CancellationToken } from '../util/cancellation';
import type { EditorContext } from './context';

const MAX_WORKS = 10;

/** The search over one state of the bibliographies. */
const searches = new WeakMap<ReadonlyMap<string, CslItem>, SourceSearch>();

/** The arguments that could be meant by the words before `offset`. */
export async function argumentCompletions(
  { current, index, matches, settings, localize }: EditorContext,
  essay: EssayDocument,
  offset: number,
  options: CompletionOptions,
  token: CancellationToken,
): Promise<readonly Completion[]> {
  const library = await current();
  // Who asked may wait until all of the essay has been looked at; a keystroke takes what is known.
  const typed = essay.sentenceAt(offset);
  if (options.asked) await matches.prepare(essay, token, typed);
  if (token.isCancellationRequested) return [];
  const { completionTrigger: trigger, insertionWording: wording } = settings();
  return completionsAt(essay, offset, options, {
    index,
    lookUp: (id) => library.arguments.get(id),
    used: matches.glance(essay, typed),
    trigger,
    wording,
    localize,
  });
}

/**
 * The works, pages and footnotes that could be meant by what is begun of a citation before `offset`; undefined where no
 * citation is begun.
 */
export async function citationCompletions(
  { current, matches, citations }: EditorContext,
  essay: EssayDocument,
  offset: number,
  token: CancellationToken,
): Promise<readonly CitationCompletion[] | undefined> {
  const trigger = citationTriggerAt(essay, offset);
  if (!trigger) return undefined;
  if (trigger.kind === 'footnote') return footnoteCompletions(trigger, trigger.query, essay.footnotes);
  const library = await current();
  if (token.isCancellationRequested) return [];
  if (trigger.kind === 'citekey') {
    const cited = await citations.cited(essay, library.items);
    const own = cited.flatMap(({ citation }) => citation?.cites.map(({ citekey }) => citekey) ?? []);
    const search = searches.get(library.items) ?? new SourceSearch(library.items.values());
    searches.set(library.items, search);
    const works = search.find(trigger.query, new Set(own), MAX_WORKS);
    // Prose that happens to follow an `@` is for the arguments.
    return works.length === 0 && trigger.query.includes(' ') ? undefined : citekeyCompletions(trigger, works);
  }
  const sentence = essay.sentenceUpTo(trigger.span.start);
  const meant = sentence ? matches.confident(essay, sentence).map(({ argument }) => argument) : [];
  const written = essay.text.slice(trigger.span.start, offset);
  return locatorCompletions(trigger, written, argumentsOf(library, trigger.citekey), new Set(meant));
}
