import type { Range } from '../text/position';
import type { Argument, NotesOutline, Question } from './outline';

/** A node of a notes file's outline, as an editor's outline view and folding show it. */
export interface NotesSymbol {
  readonly name: string;
  readonly kind: 'question' | Argument['kind'];
  /** The question or the argument itself. */
  readonly range: Range;
  /** Zero-based; the last line of all that stands below it. */
  readonly lastLine: number;
  readonly children: readonly NotesSymbol[];
}

interface OpenSymbol {
  readonly name: string;
  readonly kind: NotesSymbol['kind'];
  readonly range: Range;
  lastLine: number;
  readonly children: OpenSymbol[];
}

/** The tree of questions, their arguments and these arguments' sub-points. */
export function notesSymbols(outline: NotesOutline): readonly NotesSymbol[] {
  const roots: OpenSymbol[] = [];
  const questions = outline.questions.map((question) => symbolOf(question.text, 'question', question.range));
  const byId = new Map<string, OpenSymbol>();
  const open: { readonly question: Question; readonly symbol: OpenSymbol }[] = [];
  outline.questions.forEach((question, index) => {
    const symbol = questions[index];
    if (!symbol) return;
    while ((open.at(-1)?.question.level ?? 0) >= question.level) open.pop();
    (open.at(-1)?.symbol.children ?? roots).push(symbol);
    open.push({ question, symbol });
  });
  for (const argument of outline.arguments) {
    const symbol = symbolOf(argument.handle, argument.kind, argument.range);
    const parent = argument.parent === undefined ? undefined : byId.get(argument.parent);
    const question = argument.question === undefined ? undefined : questions[argument.question];
    ((parent ?? question)?.children ?? roots).push(symbol);
    byId.set(argument.id, symbol);
  }
  const inOrder = (a: OpenSymbol, b: OpenSymbol) => a.range.start.line - b.range.start.line;
  for (const symbol of [...byId.values()].reverse()) extendOver(symbol);
  for (const symbol of [...questions].reverse()) {
    symbol.children.sort(inOrder);
    extendOver(symbol);
  }
  return roots.sort(inOrder);
}

const symbolOf = (name: string, kind: NotesSymbol['kind'], range: Range): OpenSymbol => ({
  name,
  kind,
  range,
  lastLine: range.end.line,
  children: [],
});

function extendOver(symbol: OpenSymbol): void {
  for (const { lastLine } of symbol.children) symbol.lastLine = Math.max(symbol.lastLine, lastLine);
}

/** The stretches of lines that fold under their first one: whatever holds more than its own line. Zero-based, inclusive. */
export function foldingLines(outline: NotesOutline): { readonly line: number; readonly lastLine: number }[] {
  const folds: { readonly line: number; readonly lastLine: number }[] = [];
  const visit = ({ range, lastLine, children }: NotesSymbol) => {
    if (lastLine > range.start.line) folds.push({ line: range.start.line, lastLine });
    children.forEach(visit);
  };
  notesSymbols(outline).forEach(visit);
  return folds.sort((a, b) => a.line - b.line);
}
