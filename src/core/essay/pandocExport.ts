/** What an essay can be exported to; `markdown` needs no pandoc. */
export const exportFormats = ['docx', 'pdf', 'html', 'markdown'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export const exportExtensions: Readonly<Record<ExportFormat, string>> = {
  docx: 'docx',
  pdf: 'pdf',
  html: 'html',
  markdown: 'md',
};

/** The oldest pandoc that is known to write footnotes as we hand them over. */
export const oldestPandoc = '2.0';

/**
 * The arguments with which pandoc reads a resolved essay from its standard input. Quotation marks and spaces stay as they
 * are in the editor.
 * @param folder the essay's own, where its pictures lie.
 */
export function pandocArguments(format: ExportFormat, target: string, folder: string): readonly string[] {
  const isHtml = format === 'html';
  return [
    '--from=markdown-smart',
    ...(format === 'pdf' ? [] : [`--to=${isHtml ? 'html5' : format}`]),
    '--standalone',
    ...(isHtml ? ['--self-contained'] : []),
    `--resource-path=${folder}`,
    `--output=${target}`,
  ];
}

/** The version that `pandoc --version` names; undefined if it was something else that answered. */
export function readPandocVersion(output: string): string | undefined {
  return /^pandoc(?:\.exe)?\s+(\d+(?:\.\d+)*)/m.exec(output)?.[1];
}

export function isPandocTooOld(version: string): boolean {
  return Number(version.split('.')[0]) < Number(oldestPandoc.split('.')[0]);
}

/** The program that pandoc makes PDF files with, if its errors say that it is missing. */
export function missingPdfEngine(stderr: string): string | undefined {
  return /^(?:pandoc: )?(\S+) not found\. Please select a different --pdf-engine/m.exec(stderr)?.[1];
}

/** What pandoc says went wrong, in a line or two. */
export function firstLines(stderr: string): string {
  const lines = stderr
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^\[(?:INFO|WARNING)\]/.test(line));
  const text = lines.slice(0, 3).join(' ');
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}
