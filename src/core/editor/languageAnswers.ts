import type { EssayDocument } from '../essay/essayDocument';
import type { Position, Range, Span } from '../text/position';
import type { CancellationToken } from '../util/cancellation';
import { type EssayAction, essayActions } from './codeActions';
import type { EditorContext } from './context';
import { type GhostText, ghostTextAt } from './ghostText';
import {
  type ArgumentSymbol,
  argumentSymbols,
  citationLinks,
  type Definition,
  definitionAt,
  type FilePlace,
  referencesAt,
  referencesFromNotes,
  usesOfNotes,
} from './navigation';
import {
  citekeyInBibliography,
  citekeyInEssay,
  renameCitekey,
  type RenameEdit,
  type RenameTarget,
} from './renameCitekey';

/** What an editor's language features ask about essays, notes and bibliographies, beside hover and completion. */
export interface LanguageAnswers {
  /** Where the citation, the footnote or the words at `offset` lead to. */
  definition(essay: EssayDocument, offset: number): Promise<Definition | undefined>;
  /** Every place of every essay with the same argument or work as at `offset`. */
  references(essay: EssayDocument, offset: number, token: CancellationToken): Promise<readonly FilePlace[]>;
  /** Every use of the argument at a position of a notes file. */
  referencesFromNotes(
    notes: string,
    position: Position,
    token: CancellationToken,
  ): Promise<readonly FilePlace[]>;
  /** The arguments of a notes file that essays use, with a title that says how often. */
  usesOfNotes(
    notes: string,
    token: CancellationToken,
  ): Promise<
    readonly { readonly range: Range; readonly title: string; readonly places: readonly FilePlace[] }[]
  >;
  /** Arguments by a piece of their words. */
  symbols(query: string): Promise<readonly ArgumentSymbol[]>;
  /** The citekeys of the essay with their entries in the bibliographies. */
  links(essay: EssayDocument): Promise<readonly { readonly span: Span; readonly target: FilePlace }[]>;
  citekeyInEssay(essay: EssayDocument, offset: number): RenameTarget | undefined;
  citekeyInBibliography(bibliography: string, position: Position): Promise<RenameTarget | undefined>;
  /** The edits that rename a citekey everywhere, or why it can't be. */
  renameCitekey(
    citekey: string,
    newKey: string,
    token: CancellationToken,
  ): Promise<{ readonly edits: readonly RenameEdit[] } | { readonly problem: string }>;
  actions(essay: EssayDocument, span: Span): Promise<readonly EssayAction[]>;
  ghostText(essay: EssayDocument, offset: number, token: CancellationToken): Promise<GhostText | undefined>;
}

export function languageAnswers(context: EditorContext): LanguageAnswers {
  return {
    definition: (essay, offset) => definitionAt(context, essay, offset),
    references: (essay, offset, token) => referencesAt(context, essay, offset, token),
    referencesFromNotes: (notes, position, token) => referencesFromNotes(context, notes, position, token),
    usesOfNotes: (notes, token) => usesOfNotes(context, notes, token),
    symbols: (query) => argumentSymbols(context, query),
    links: (essay) => citationLinks(context, essay),
    citekeyInEssay,
    citekeyInBibliography: (bibliography, position) => citekeyInBibliography(context, bibliography, position),
    renameCitekey: (citekey, newKey, token) => renameCitekey(context, citekey, newKey, token),
    actions: (essay, span) => essayActions(context, essay, span),
    ghostText: (essay, offset, token) => ghostTextAt(context, essay, offset, token),
  };
}
