import { html, nothing, type TemplateResult } from 'lit';
import type { PanelLabels } from '../core/panel/labels';
import type { ListAnswer, PageAction } from '../core/panel/protocol';
import { format } from './format';

export interface HintHandlers {
  readonly labels: PanelLabels;
  readonly act: (action: PageAction) => void;
  readonly clearSearch: () => void;
  readonly showAll: () => void;
}

/** What to do where there is little or nothing to show. */
export function hintView(
  { hint, sentence }: Pick<ListAnswer, 'hint' | 'sentence'>,
  query: string,
  { labels, act, clearSearch, showAll }: HintHandlers,
): TemplateResult | typeof nothing {
  const show = (text: string, ...buttons: readonly (readonly [string, () => void])[]) => html`
    <div class="hint">
      <p>${text}</p>
      ${buttons.map(
        ([label, onClick], index) =>
          html`<vscode-button ?secondary=${index > 0} @click=${onClick}>${label}</vscode-button>`,
      )}
    </div>
  `;
  switch (hint) {
    case 'none':
      return nothing;
    case 'noFolder':
      return show(labels.noFolder, [labels.openFolder, () => act('openFolder')]);
    case 'notesFolderMissing':
      return show(
        labels.notesFolderMissing,
        [labels.createNotesFolder, () => act('createNotesFolder')],
        [labels.chooseNotesFolders, () => act('chooseNotesFolders')],
      );
    case 'noNotes':
      return show(labels.noNotes, [labels.showNotesFolder, () => act('createNotesFolder')]);
    case 'reading':
      return show(labels.stillReading);
    case 'noEssay':
      return show(labels.noEssay, [labels.newEssay, () => act('newEssay')]);
    case 'noMatch':
      return show(format(labels.noMatch, query.trim()), [labels.clear, clearSearch]);
    case 'nothingRelated':
      return show(sentence === undefined ? labels.noSentence : labels.nothingRelated, [
        labels.showAll,
        showAll,
      ]);
  }
}
