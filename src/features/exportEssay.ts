import * as vscode from 'vscode';
import {
  type ExportFormat,
  exportExtensions,
  exportFormats,
  firstLines,
  isPandocTooOld,
  missingPdfEngine,
  oldestPandoc,
  pandocArguments,
  readPandocVersion,
} from '../core/essay/pandocExport';
import { commandIds } from '../core/languageFeatures/commands';
import type { Marginalia } from '../core/marginalia';
import type { Essays } from './shared/essays';

/** The user's pandoc. */
export interface PandocProgram {
  find(): Promise<string | undefined>;
  run(
    program: string,
    args: readonly string[],
    input: string,
    token?: vscode.CancellationToken,
  ): Promise<{ readonly exitCode: number | undefined; readonly output: string; readonly errors: string }>;
}

/** What a caller has decided already. */
interface ExportRequest {
  readonly format?: ExportFormat;
  readonly target?: vscode.Uri;
}

/** What the command answers to whoever ran it; undefined if the student has thought better of it. */
type ExportAnswer = { readonly written: vscode.Uri } | { readonly failure: string } | undefined;

/** `Marginalia: Export Essay…`: Word, PDF or HTML by the user's pandoc, or Markdown with everything written out. */
export function registerExport(
  marginalia: Marginalia,
  essays: Essays,
  pandoc: PandocProgram,
): vscode.Disposable {
  return vscode.commands.registerCommand(
    commandIds.exportEssay,
    async (request: ExportRequest = {}): Promise<ExportAnswer> => {
      const editor = await essays.target();
      const essay = editor && essays.of(editor.document);
      if (!editor || !essay)
        return say(vscode.l10n.t('Open the essay first: any Markdown file outside of your notes.'));
      const { uri } = editor.document;
      const program = vscode.workspace.isTrusted && isOnDisk(uri) ? await usablePandoc(pandoc) : undefined;
      const format = request.format ?? (await pickFormat(program !== undefined));
      if (!format) return undefined;
      if (format !== 'markdown' && program === undefined) return say(whyNoPandoc(uri));
      const target = request.target ?? (await pickTarget(uri, format));
      if (!target) return undefined;
      if (target.toString() === uri.toString())
        return say(vscode.l10n.t('The export would overwrite the essay. Choose another name.'));
      const { text, messages } = await marginalia.citationTools.resolved(essay);
      const failure =
        program === undefined || format === 'markdown'
          ? await write(target, text)
          : await convert(
              pandoc,
              program,
              pandocArguments(format, target.fsPath, vscode.Uri.joinPath(uri, '..').fsPath),
              text,
            );
      if (failure === 'cancelled') return undefined;
      if (failure !== undefined) {
        void vscode.window.showErrorMessage(failure);
        return { failure };
      }
      const name = vscode.workspace.asRelativePath(target);
      const open = vscode.l10n.t('Open');
      const message = [vscode.l10n.t('The essay has been exported to {0}.', name), ...messages].join(' ');
      void vscode.window.showInformationMessage(message, open).then((chosen) => {
        if (chosen === open) void vscode.env.openExternal(target);
      });
      return { written: target };
    },
  );
}

async function usablePandoc(pandoc: PandocProgram): Promise<string | undefined> {
  const program = await pandoc.find();
  if (program === undefined) return undefined;
  const { output } = await pandoc.run(program, ['--version'], '').catch(() => ({ output: '' }));
  const version = readPandocVersion(output);
  if (version !== undefined && !isPandocTooOld(version)) return program;
  say(
    version === undefined
      ? vscode.l10n.t('{0} is not pandoc. Correct the setting “marginalia.pandocPath”.', program)
      : vscode.l10n.t('Pandoc {0} is too old: version {1} or newer is needed.', version, oldestPandoc),
  );
  return undefined;
}

/** Pandoc is a program of this computer, and reads and writes its files alone. */
function isOnDisk({ scheme }: vscode.Uri): boolean {
  return scheme === 'file' || scheme === 'untitled';
}

function whyNoPandoc(essay: vscode.Uri): string {
  if (!isOnDisk(essay)) {
    return vscode.l10n.t(
      'Pandoc needs an essay that lies on this computer. Save a copy there, or export Markdown.',
    );
  }
  return vscode.workspace.isTrusted
    ? vscode.l10n.t(
        'Pandoc was not found. Install it from https://pandoc.org, or say in the setting “marginalia.pandocPath” where it is. Markdown can be exported without it.',
      )
    : vscode.l10n.t('Pandoc is only run in workspaces that you trust. Markdown can be exported without it.');
}

async function pickFormat(hasPandoc: boolean): Promise<ExportFormat | undefined> {
  const names: Readonly<Record<ExportFormat, string>> = {
    docx: vscode.l10n.t('Word'),
    pdf: vscode.l10n.t('PDF'),
    html: vscode.l10n.t('HTML'),
    markdown: vscode.l10n.t('Markdown with every note and the bibliography written out'),
  };
  const needs = hasPandoc ? undefined : vscode.l10n.t('needs Pandoc');
  const picks = exportFormats.map((format) => {
    return { label: names[format], format, description: format === 'markdown' ? undefined : needs };
  });
  const ordered = hasPandoc ? picks : picks.toReversed();
  return (await vscode.window.showQuickPick(ordered, { title: vscode.l10n.t('Export Essay') }))?.format;
}

async function pickTarget(essay: vscode.Uri, format: ExportFormat): Promise<vscode.Uri | undefined> {
  const base = (essay.path.split('/').at(-1) ?? 'essay').replace(/\.[^.]+$/, '');
  const name = format === 'markdown' ? `${base}-complete` : base;
  const extension = exportExtensions[format];
  const folder =
    essay.scheme === 'untitled'
      ? vscode.workspace.workspaceFolders?.[0]?.uri
      : vscode.Uri.joinPath(essay, '..');
  return vscode.window.showSaveDialog({
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, `${name}.${extension}`) }),
    filters: { [extension]: [extension] },
    title: vscode.l10n.t('Export Essay'),
  });
}

async function write(target: vscode.Uri, text: string): Promise<string | undefined> {
  try {
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
    return undefined;
  } catch {
    return vscode.l10n.t('{0} can’t be written.', vscode.workspace.asRelativePath(target));
  }
}

/** What went wrong, if anything did. */
async function convert(
  pandoc: PandocProgram,
  program: string,
  args: readonly string[],
  text: string,
): Promise<string | undefined> {
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: vscode.l10n.t('Exporting the essay…'),
    cancellable: true,
  };
  try {
    const { exitCode, errors } = await vscode.window.withProgress(options, (_, token) =>
      pandoc.run(program, args, text, token),
    );
    if (exitCode === undefined) return 'cancelled';
    if (exitCode === 0) return undefined;
    const engine = missingPdfEngine(errors);
    return engine === undefined
      ? vscode.l10n.t('Pandoc could not export the essay: {0}', firstLines(errors))
      : vscode.l10n.t(
          'Pandoc makes PDF files with {0}, which was not found. Install it (it is part of TeX: https://tug.org/texlive), or export to Word and make the PDF there.',
          engine,
        );
  } catch (error) {
    return vscode.l10n.t(
      'Pandoc could not be started: {0}',
      error instanceof Error ? error.message : String(error),
    );
  }
}

function say(failure: string): { readonly failure: string } {
  void vscode.window.showInformationMessage(failure);
  return { failure };
}
