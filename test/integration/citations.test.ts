import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Pandoc } from '../../src/host/vscode/pandoc';
import { closeEditors, eventually, openDraft, workspaceUri } from './support/editor';

const FULL =
  'Vladislav Zubok and Constantine Pleshakov, *Inside the Kremlin’s Cold War: From Stalin to Khrushchev* (Cambridge, MA: Harvard University Press, 1996)';
const ENTRY =
  'Zubok, Vladislav, and Constantine Pleshakov. *Inside the Kremlin’s Cold War: From Stalin to Khrushchev*. Cambridge, MA: Harvard University Press, 1996.';

async function setStyle(style: string | undefined): Promise<void> {
  const configuration = vscode.workspace.getConfiguration('marginalia', null);
  await configuration.update('citation.style', style, vscode.ConfigurationTarget.Workspace);
}

/** Runs a command on a new essay, and says what it made of it and what one undo leaves. */
async function run(command: string, before: string, ...args: readonly unknown[]): Promise<string> {
  const editor = await openDraft(before);
  await vscode.commands.executeCommand(command, ...args);
  const after = editor.document.getText();
  await vscode.commands.executeCommand('undo');
  assert.equal(editor.document.getText(), before);
  await vscode.commands.executeCommand('redo');
  return after;
}

async function read(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

suite('Citations of an essay', () => {
  teardown(async () => {
    await closeEditors();
    await setStyle(undefined);
  });

  test('tidy footnotes, one undo step', async () => {
    assert.equal(
      await run(
        'marginalia.tidyFootnotes',
        `B.[^2] A.[^1] Mine.[^3]\n\n[^1]: ${FULL}, 63.\n[^2]: Zubok and Pleshakov, 64.\n[^3]: My own.\n`,
      ),
      `B.[^1] A.[^2] Mine.[^3]\n\n[^1]: ${FULL}, 64.\n[^2]: Zubok and Pleshakov, 63.\n[^3]: My own.\n`,
    );
  });

  test('the notes follow another style and come back, and are offered as a code action for saving', async () => {
    const text = `A.[^1] B.[^2]\n\n[^1]: ${FULL}, 63.\n[^2]: Zubok and Pleshakov, 64.\n`;
    const editor = await openDraft(text);
    await vscode.commands.executeCommand('marginalia.tidyFootnotes');
    await setStyle('modern-language-association');
    await eventually(async () => {
      await vscode.commands.executeCommand('marginalia.tidyFootnotes');
      return editor.document.getText().includes('[^2]: (Zubok and Pleshakov 64)');
    });
    await setStyle(undefined);
    const actions = await eventually(async () => {
      const found = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        editor.document.uri,
        new vscode.Range(0, 0, 0, 0),
        'source.tidyFootnotes',
      );
      return found.length > 0 ? found : undefined;
    });
    assert.ok(actions[0]?.edit);
    await vscode.workspace.applyEdit(actions[0].edit);
    assert.equal(editor.document.getText(), text);
  });

  test('convert there and back', async () => {
    const text = 'Stalin passed the buck [@zubok1996, p. 3]. Mao [see @zubok1996], of course, went.\n';
    const notes = await run('marginalia.convertCitations', text, 'footnote');
    assert.match(notes, /buck\.\[\^1\] Mao,\[\^2\] of course, went\.\n\n\[\^1\]: Vladislav/);
    const editor = vscode.window.activeTextEditor;
    await vscode.commands.executeCommand('marginalia.convertCitations', 'pandoc');
    assert.equal(editor?.document.getText(), text);
  });

  test('insert and update the bibliography', async () => {
    assert.equal(
      await run('marginalia.updateBibliography', `A [@zubok1996].\n\n# Bibliography\n\nAn interview.\n`),
      `A [@zubok1996].\n\n# Bibliography\n\n${ENTRY}\n\nAn interview.\n`,
    );
  });

  test('the essay’s front matter names its bibliography and style', async () => {
    const uri = workspaceUri('own.yaml');
    const yaml =
      '- id: kim\n  type: book\n  title: Juche\n  author: [{family: Kim, given: Il-sung}]\n  issued: 1955\n';
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(yaml));
    const editor = await openDraft('---\nbibliography: own.yaml\ncsl: apa\n---\nA [@kim].\n');
    await eventually(async () => {
      await vscode.commands.executeCommand('marginalia.updateBibliography');
      return editor.document.getText().includes('# References\n\nKim, I. (1955). *Juche*.');
    });
    await vscode.workspace.fs.delete(uri);
  });

  test('add a source to the bibliography', async () => {
    const uri = workspaceUri('notes/references.bib');
    const before = await read(uri);
    try {
      await vscode.commands.executeCommand('marginalia.addSource', {
        kind: 'book',
        authors: 'Gaddis, John Lewis',
        title: 'We Now Know: Rethinking Cold War History',
        year: '1997',
        container: '',
        publisher: 'Oxford: Clarendon Press',
        file: uri.toString(),
      });
      const after = await read(uri);
      assert.ok(after.startsWith(before));
      assert.match(after, /@book\{gaddis1997,[^]*Clarendon Press/);
    } finally {
      await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(before));
    }
  });

  test('export as Markdown with everything written out', async () => {
    await openDraft('A [@zubok1996, p. 3].\n');
    const target = workspaceUri('complete.md');
    await vscode.commands.executeCommand('marginalia.exportEssay', { format: 'markdown', target });
    assert.equal(await read(target), `A.[^1]\n\n# Bibliography\n\n${ENTRY}\n\n[^1]: ${FULL}, 3.\n`);
    await vscode.workspace.fs.delete(target);
  });

  test('pandoc gets its arguments to the letter, through no shell', async function () {
    if (typeof process === 'undefined' || process.platform === 'win32') return this.skip();
    const hostile = ['$(echo run)', '`echo run`; echo run', '"a" | cat', "'", '*', '&& exit 3'];
    const { output, exitCode } = await new Pandoc().run('/usr/bin/printf', ['%s\n', ...hostile], '');
    assert.deepEqual([output.trimEnd().split('\n'), exitCode], [hostile, 0]);
  });

  test('a running pandoc ends when it is cancelled', async function () {
    if (typeof process === 'undefined' || process.platform === 'win32') return this.skip();
    const cancelling = new vscode.CancellationTokenSource();
    const running = new Pandoc().run('/bin/sleep', ['60'], '', cancelling.token);
    cancelling.cancel();
    assert.equal((await running).exitCode, undefined);
  });

  test('a program that pandoc needs for PDF is named where it is missing', async function () {
    if (typeof process === 'undefined') return this.skip();
    const { spawnSync } = await import('node:child_process');
    const isThere = (program: string) => spawnSync(program, ['--version']).status === 0;
    if (!isThere('pandoc') || isThere('pdflatex')) return this.skip();
    await openDraft('A [@zubok1996, p. 3].\n');
    const answer = await vscode.commands.executeCommand<{ readonly failure?: string }>(
      'marginalia.exportEssay',
      { format: 'pdf', target: workspaceUri('essay.pdf') },
    );
    assert.match(
      answer.failure ?? '',
      /^Pandoc makes PDF files with pdflatex, which was not found\. Install it/,
    );
  });

  test('export to Word and HTML by pandoc', async function () {
    // The web's extension host runs no program.
    if (typeof process === 'undefined') return this.skip();
    const { spawnSync } = await import('node:child_process');
    if (spawnSync('pandoc', ['--version']).status !== 0) return this.skip();
    await openDraft('A [@zubok1996, p. 3]. “B”.[^1]\n\n[^1]: My *own* "words", p. 5 -- so.\n');
    const target = workspaceUri('essay.docx');
    await vscode.commands.executeCommand('marginalia.exportEssay', { format: 'docx', target });
    const { stdout } = spawnSync('unzip', ['-p', target.fsPath, 'word/footnotes.xml'], { encoding: 'utf8' });
    const notes = [...stdout.matchAll(/<w:footnote (?![^>]*w:type)[^>]*>([^]*?)<\/w:footnote>/g)].map(
      ([, xml = '']) =>
        [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
          .map(([, text]) => text)
          .join('')
          .replaceAll('&quot;', '"')
          .trim(),
    );
    assert.deepEqual(notes, [`${FULL.replaceAll('*', '')}, 3.`, 'My own "words", p. 5 -- so.']);
    const page = workspaceUri('essay.html');
    await vscode.commands.executeCommand('marginalia.exportEssay', { format: 'html', target: page });
    assert.match(await read(page), /role="doc-endnotes"[^]*Harvard University Press/);
    await vscode.workspace.fs.delete(target);
    await vscode.workspace.fs.delete(page);
  });
});
