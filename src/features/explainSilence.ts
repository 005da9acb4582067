import * as vscode from 'vscode';
import { commandIds } from '../core/languageFeatures/commands';
import { explainSilence, type SilenceFacts, type SilenceFinding } from '../core/languageFeatures/silence';
import type { Marginalia } from '../core/marginalia';
import type { Essays } from './shared/essays';

interface FindingPick extends vscode.QuickPickItem {
  readonly finding?: SilenceFinding;
}

/** `Marginalia: Why Am I Seeing Nothing?`: what Marginalia sees at the cursor, and the remedy for what keeps it silent. */
export function registerExplainSilence(marginalia: Marginalia, essays: Essays): vscode.Disposable {
  return vscode.commands.registerCommand(commandIds.explainSilence, async () => {
    const editor = vscode.window.activeTextEditor;
    const findings = explainSilence(await gather(marginalia, essays, editor), vscode.l10n.t);
    const chosen = await vscode.window.showQuickPick(toPicks(findings), {
      title: vscode.l10n.t('Why Am I Seeing Nothing?'),
      placeHolder: vscode.l10n.t(
        'What Marginalia sees at the cursor. Choose a line to open what it speaks of.',
      ),
      matchOnDetail: true,
    });
    const remedy = chosen?.finding?.remedy;
    if (remedy) await vscode.commands.executeCommand(remedy.command, ...remedy.args);
  });
}

async function gather(
  marginalia: Marginalia,
  essays: Essays,
  editor: vscode.TextEditor | undefined,
): Promise<SilenceFacts> {
  const settings = vscode.workspace.getConfiguration('marginalia', editor?.document ?? null);
  const common = {
    library: await marginalia.library(),
    whileTyping: settings.get('completion.whileTyping') !== 'off',
    hover: settings.get('hover') !== false,
  };
  if (!editor) return common;
  const { document, selection } = editor;
  const essay = essays.of(document);
  const described = {
    name: vscode.workspace.asRelativePath(document.uri),
    languageId: document.languageId,
    isEssay: essay !== undefined,
  };
  if (!essay) return { ...common, document: described };
  const offset = document.offsetAt(selection.active);
  const near = await marginalia.nearMisses(essay, offset);
  return {
    ...common,
    document: described,
    place: essay.placeAt(offset),
    ...(near ? { compared: near } : {}),
  };
}

function toPicks(findings: readonly SilenceFinding[]): FindingPick[] {
  const titles: Readonly<Record<SilenceFinding['group'], string>> = {
    place: vscode.l10n.t('Here'),
    candidates: vscode.l10n.t('Nearest arguments'),
    notes: vscode.l10n.t('Notes and bibliographies'),
    settings: vscode.l10n.t('Settings'),
  };
  const icons: Readonly<Record<SilenceFinding['state'], string>> = {
    good: 'check',
    problem: 'warning',
    information: 'info',
  };
  return findings.flatMap((finding, at): FindingPick[] => {
    const row: FindingPick = {
      label: `$(${icons[finding.state]}) ${withoutIcons(finding.text)}`,
      ...(finding.detail === undefined ? {} : { detail: withoutIcons(finding.detail) }),
      ...(finding.remedy ? { description: finding.remedy.title } : {}),
      finding,
    };
    if (findings[at - 1]?.group === finding.group) return [row];
    return [{ label: titles[finding.group], kind: vscode.QuickPickItemKind.Separator }, row];
  });
}

/** Notes are plain text: `$(name)` in them is no icon. */
function withoutIcons(text: string): string {
  return text.replaceAll('$(', '\\$(');
}
