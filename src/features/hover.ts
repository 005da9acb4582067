import * as vscode from 'vscode';
import type { Marginalia } from '../core/marginalia';
import { spanToRange, toMarkdown } from './shared/convert';
import type { Essays } from './shared/essays';

/** The card over a phrase of the essay that makes an argument of the notes. */
export function hoverProvider(marginalia: Marginalia, essays: Essays): vscode.HoverProvider {
  return {
    async provideHover(document, position, token) {
      const essay = essays.of(document);
      if (!essay || !vscode.workspace.getConfiguration('marginalia', document).get('hover', true))
        return undefined;
      const hover = await marginalia.hover(essay, document.offsetAt(position), token);
      if (!hover || token.isCancellationRequested) return undefined;
      return new vscode.Hover(toMarkdown(hover.markdown, hover.commands), spanToRange(essay, hover.span));
    },
  };
}
