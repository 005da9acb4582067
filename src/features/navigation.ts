import * as vscode from 'vscode';
import type { Marginalia } from '../core/marginalia';
import { spanToRange, toRange } from './shared/convert';
import { type Essays, essaySelector } from './shared/essays';
import { notesFileOf } from './shared/openNotes';
import { toLocation } from './shared/places';

/** From a sentence or a citation of the essay to the notes and the bibliography. */
export function definitionProvider(marginalia: Marginalia, essays: Essays): vscode.DefinitionProvider {
  const { language } = marginalia;
  return {
    async provideDefinition(document, position, token) {
      const essay = essays.of(document);
      const found = essay && (await language.definition(essay, document.offsetAt(position)));
      if (!found || token.isCancellationRequested) return undefined;
      const library = await marginalia.library();
      const targets = found.places.map((place) => toLocation(library, place));
      if (found.here) targets.push(new vscode.Location(document.uri, spanToRange(essay, found.here)));
      const originSelectionRange = spanToRange(essay, found.origin);
      return targets.map(({ uri, range }) => ({
        originSelectionRange,
        targetUri: uri,
        targetRange: range,
      }));
    },
  };
}

/** Find References, links on citekeys, and the arguments among the workspace's symbols. */
export function registerNavigation(marginalia: Marginalia, essays: Essays): vscode.Disposable {
  const { language } = marginalia;
  return vscode.Disposable.from(
    vscode.languages.registerReferenceProvider(
      { pattern: '**/*' },
      {
        async provideReferences(document, position, _context, token) {
          const essay = essays.of(document);
          const found = essay
            ? await language.references(essay, document.offsetAt(position), token)
            : await language.referencesFromNotes(notesFileOf(document), position, token);
          const library = await marginalia.library();
          return found.map((place) => toLocation(library, place));
        },
      },
    ),

    vscode.languages.registerDocumentLinkProvider(essaySelector, {
      async provideDocumentLinks(document) {
        const essay = essays.of(document);
        if (!essay) return [];
        return (await language.links(essay)).map(({ span, target: { uri, range } }) => {
          const target = vscode.Uri.parse(uri, true).with({ fragment: `L${range.start.line + 1}` });
          const link = new vscode.DocumentLink(spanToRange(essay, span), target);
          link.tooltip = vscode.l10n.t('Open the bibliography at this entry');
          return link;
        });
      },
    }),

    vscode.languages.registerWorkspaceSymbolProvider({
      async provideWorkspaceSymbols(query) {
        if (query.trim() === '') return [];
        const symbols = await language.symbols(query);
        const library = await marginalia.library();
        return symbols.map(
          ({ name, container, ...place }) =>
            new vscode.SymbolInformation(
              name,
              vscode.SymbolKind.String,
              container,
              toLocation(library, { ...place, range: place.range }),
            ),
        );
      },
    }),
  );
}

/** `used 2× in draft.md` above the arguments of the notes, if the setting asks for it. */
export function registerCodeLens(marginalia: Marginalia): vscode.Disposable {
  const changes = new vscode.EventEmitter<void>();
  const isOn = (document?: vscode.TextDocument) =>
    vscode.workspace.getConfiguration('marginalia', document).get('codeLens', false);
  return vscode.Disposable.from(
    changes,
    vscode.workspace.onDidSaveTextDocument(() => changes.fire()),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('marginalia.codeLens')) changes.fire();
    }),
    vscode.languages.registerCodeLensProvider(
      { pattern: '**/*' },
      {
        onDidChangeCodeLenses: changes.event,
        async provideCodeLenses(document, token) {
          if (!isOn(document)) return [];
          const library = await marginalia.library();
          const used = await marginalia.language.usesOfNotes(notesFileOf(document), token);
          return used.map(({ range, title, places }) => {
            const locations = places.map((place) => toLocation(library, place));
            const { start } = toRange(range);
            const command = 'editor.action.showReferences';
            return new vscode.CodeLens(toRange(range), {
              title,
              command,
              arguments: [document.uri, start, locations],
            });
          });
        },
      },
    ),
  );
}
