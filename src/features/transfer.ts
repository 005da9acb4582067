import * as vscode from 'vscode';
import { type WordingForm, wordingForms } from '../core/languageFeatures/wording';
import type { Marginalia } from '../core/marginalia';
import { argumentsMimeType } from '../core/panel/argumentsMimeType';
import { toWorkspaceEdit } from './shared/applyInsertion';
import { type Essays, essaySelector } from './shared/essays';
import { notesFileOf } from './shared/openNotes';

const DROP_KIND = vscode.DocumentDropOrPasteEditKind.Empty.append('marginalia', 'argument');

/** What is copied in a notes file: the arguments that the selections touch. */
const COPIED = 'application/vnd.marginalia.copied';

/**
 * Arguments dragged into the essay, or copied in the notes and pasted there: they come in with their citation, and VS Code's
 * widget offers the other forms. Pasting stays plain unless the student chooses otherwise.
 */
export function registerTransfer(marginalia: Marginalia, essays: Essays): vscode.Disposable {
  /** One argument in every form that it has. */
  const editsFor = async (document: vscode.TextDocument, argument: string, at: vscode.Range) => {
    const essay = essays.of(document);
    if (!essay) return [];
    const span = { start: document.offsetAt(at.start), end: document.offsetAt(at.end) };
    const names = formNames();
    const edits: { form: WordingForm; title: string; change: vscode.WorkspaceEdit }[] = [];
    const seen = new Set<string>();
    for (const form of wordingForms) {
      const plan = await marginalia.insertion(essay, argument, { kind: 'argument', at: span, wording: form });
      const written = JSON.stringify(plan);
      if (!plan || seen.has(written)) continue;
      seen.add(written);
      const change = toWorkspaceEdit(document, essay, plan);
      edits.push({ form, title: names[form], change });
    }
    return edits;
  };

  return vscode.Disposable.from(
    vscode.languages.registerDocumentDropEditProvider(
      essaySelector,
      {
        async provideDocumentDropEdits(document, position, transfer, token) {
          const [argument] = await argumentsIn(transfer, argumentsMimeType);
          if (argument === undefined || token.isCancellationRequested) return undefined;
          const edits = await editsFor(document, argument, new vscode.Range(position, position));
          return edits.map(({ form, title, change }) => {
            // VS Code inserts nothing itself: the change holds it all, the footnote's text included.
            const edit = new vscode.DocumentDropEdit('', title, DROP_KIND.append(form));
            edit.additionalEdit = change;
            return edit;
          });
        },
      },
      { dropMimeTypes: [argumentsMimeType], providedDropEditKinds: [DROP_KIND] },
    ),

    vscode.languages.registerDocumentPasteEditProvider(
      { pattern: '**/*' },
      {
        async prepareDocumentPaste(document, ranges, transfer) {
          if (essays.of(document)) return;
          const { files } = await marginalia.library();
          const file = files.find((each) => each.file.uri === notesFileOf(document));
          const copied = file?.arguments.filter(({ argument: { range } }) =>
            ranges.some(
              ({ start, end, isEmpty }) =>
                !isEmpty && start.line <= range.end.line && range.start.line <= end.line,
            ),
          );
          // Of several arguments it would not be clear which words are whose.
          const [only, ...others] = copied ?? [];
          if (only && others.length === 0)
            transfer.set(COPIED, new vscode.DataTransferItem(JSON.stringify([only.id])));
        },

        async provideDocumentPasteEdits(document, [range], transfer, _context, token) {
          const [argument] = await argumentsIn(transfer, COPIED);
          if (argument === undefined || !range || token.isCancellationRequested) return undefined;
          const edits = await editsFor(document, argument, range);
          return edits.map(({ form, title, change }) => {
            const edit = new vscode.DocumentPasteEdit('', title, DROP_KIND.append(form));
            edit.additionalEdit = change;
            edit.yieldTo = [vscode.DocumentDropOrPasteEditKind.Text];
            return edit;
          });
        },
      },
      { copyMimeTypes: [COPIED], pasteMimeTypes: [COPIED], providedPasteEditKinds: [DROP_KIND] },
    ),
  );
}

async function argumentsIn(transfer: vscode.DataTransfer, mimeType: string): Promise<readonly string[]> {
  const item = transfer.get(mimeType);
  if (!item) return [];
  try {
    const ids: unknown = JSON.parse(await item.asString());
    return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
  } catch {
    return [];
  }
}

function formNames(): Readonly<Record<WordingForm, string>> {
  return {
    notes: vscode.l10n.t('Insert with Citation'),
    stub: vscode.l10n.t('Insert in Your Own Words, with Citation'),
    quotation: vscode.l10n.t('Insert Quotation with Citation'),
    citation: vscode.l10n.t('Insert Only the Citation'),
  };
}
