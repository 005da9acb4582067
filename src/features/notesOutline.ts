import * as vscode from 'vscode';
import type { Marginalia } from '../core/marginalia';
import { foldingLines, type NotesSymbol, notesSymbols } from '../core/notes/notesSymbols';
import { toRange } from './shared/convert';
import { followLibrary } from './shared/followLibrary';
import { notesFileOf, notesTextScheme } from './shared/openNotes';

const ICONS: Readonly<Record<NotesSymbol['kind'], vscode.SymbolKind>> = {
  question: vscode.SymbolKind.Namespace,
  paraphrase: vscode.SymbolKind.Field,
  quotation: vscode.SymbolKind.String,
  comment: vscode.SymbolKind.Event,
  summary: vscode.SymbolKind.Object,
  todo: vscode.SymbolKind.Boolean,
};

/** Every file that may hold notes; which of them do, the library tells. */
const selector: vscode.DocumentSelector = [
  { pattern: '**/*.{txt,text,md,markdown,mdown,org}' },
  { scheme: notesTextScheme },
];

/** The outline of a notes file (questions, arguments, their sub-points), and its folding. */
export function registerNotesOutline(marginalia: Marginalia): vscode.Disposable {
  const outlineOf = async (document: vscode.TextDocument) => {
    const uri = notesFileOf(document);
    return (await marginalia.library()).files.find(({ file }) => file.uri === uri)?.outline;
  };
  const registerSymbols = () =>
    vscode.languages.registerDocumentSymbolProvider(
      selector,
      {
        provideDocumentSymbols: async (document, token) => {
          const outline = await outlineOf(document);
          return outline && !token.isCancellationRequested ? notesSymbols(outline).map(toSymbol) : undefined;
        },
      },
      { label: 'Marginalia' },
    );
  const changes = new vscode.EventEmitter<void>();
  let symbols = registerSymbols();
  let known = '';
  // VS Code keeps a document's outline until its text or the providers change, so new notes need a new provider.
  const following = followLibrary(marginalia, ({ files }) => {
    changes.fire();
    const now = files.map(({ file }) => file.uri).join('\n');
    if (now === known) return;
    known = now;
    symbols.dispose();
    symbols = registerSymbols();
  });
  const folding = vscode.languages.registerFoldingRangeProvider(selector, {
    onDidChangeFoldingRanges: changes.event,
    provideFoldingRanges: async (document, _context, token) => {
      const outline = await outlineOf(document);
      if (!outline || token.isCancellationRequested) return undefined;
      return foldingLines(outline).map(({ line, lastLine }) => new vscode.FoldingRange(line, lastLine));
    },
  });
  return vscode.Disposable.from(
    changes,
    following,
    folding,
    new vscode.Disposable(() => void symbols.dispose()),
  );
}

function toSymbol({ name, kind, range, lastLine, children }: NotesSymbol): vscode.DocumentSymbol {
  const own = toRange(range);
  const whole = own.union(new vscode.Range(lastLine, 0, lastLine, lastLine > range.end.line ? 10_000 : 0));
  const symbol = new vscode.DocumentSymbol(name, '', ICONS[kind], whole, own);
  symbol.children = children.map(toSymbol);
  return symbol;
}
