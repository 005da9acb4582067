import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EssayProblem } from '../../src/core/checks/problem';
import { EssayDocument } from '../../src/core/essay/essayDocument';
import type { EssayReview } from '../../src/core/essayChecks';
import { createMarginalia, type Marginalia } from '../../src/core/marginalia';
import { defaultSettings } from '../../src/core/settings';
import type { Span } from '../../src/core/text/position';
import { english } from '../../src/core/util/localize';
import { silentLogger } from '../../src/core/util/logger';
import { NodeNotesWorkspace } from '../../src/host/node/notesWorkspace';

/** A sentence of a labelled essay; see `test/fixtures/essays/README.md`. */
export interface LabelledSentence {
  readonly label: string;
  /** Words of the arguments that it makes. */
  readonly makes: readonly string[];
  readonly span: Span;
}

export interface SeededFault {
  readonly code: string;
  readonly span: Span;
}

export interface LabelledEssay {
  readonly library: string;
  readonly name: string;
  readonly form: string;
  readonly use: 'tune' | 'report';
  readonly text: string;
  readonly sentences: readonly LabelledSentence[];
  /** The uncited arguments included. */
  readonly faults: readonly SeededFault[];
}

export const ESSAYS = join('test', 'fixtures', 'essays');

export function readLabelledEssays(): readonly LabelledEssay[] {
  return readdirSync(ESSAYS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name: library }) =>
      readdirSync(join(ESSAYS, library))
        .filter((file) => file.endsWith('.essay'))
        .map((file) => parseEssay(library, file, readFileSync(join(ESSAYS, library, file), 'utf8'))),
    );
}

function parseEssay(library: string, file: string, source: string): LabelledEssay {
  const headEnd = source.indexOf('---\n');
  const settings = new Map(
    source
      .slice(0, headEnd)
      .split('\n')
      .map((line) => [line.split(': ')[0] ?? '', line.split(': ')[1] ?? '']),
  );
  const sentences: LabelledSentence[] = [];
  const faults: SeededFault[] = [];
  let text = '';
  let follows = false;
  for (const line of source.slice(headEnd + 4).split('\n')) {
    const [marked = '', quote = '', label = ''] = /^((?:> )?)\{([^}]*)\} /.exec(line) ?? [];
    const isSentence = marked !== '';
    if (text !== '') text += follows && isSentence && settings.get('join') === 'space' ? ' ' : '\n';
    text += quote;
    const start = text.length;
    text += plain(line.slice(marked.length), text.length, faults);
    follows = isSentence;
    if (!isSentence) continue;
    const span = { start, end: text.length };
    const [kind = '', made = ''] = label.split(/: (.*)/s);
    sentences.push({ label: kind, makes: made === '' ? [] : made.split(' + '), span });
    if (kind === 'uncited') faults.push({ code: 'uncited-argument', span });
  }
  return {
    library,
    name: `${library}/${file.replace('.essay', '')}`,
    form: settings.get('form') ?? '',
    use: settings.get('use') === 'tune' ? 'tune' : 'report',
    text,
    sentences,
    faults,
  };
}

/** A line without the marks of its faults, which are added to `faults`. */
function plain(line: string, base: number, faults: SeededFault[]): string {
  let text = '';
  let at = 0;
  for (const match of line.matchAll(/⟪([a-z-]+)\|([^⟫]*)⟫/g)) {
    const [all, code = '', words = ''] = match;
    text += line.slice(at, match.index);
    faults.push({ code, span: { start: base + text.length, end: base + text.length + words.length } });
    text += words;
    at = match.index + all.length;
  }
  return text + line.slice(at);
}

/** Marginalia over the notes of a folder of the fixtures. */
export function openEssayLibrary(library: string): Marginalia {
  const folder = join(ESSAYS, library);
  return createMarginalia({
    workspace: new NodeNotesWorkspace({
      notes: [join(folder, 'notes')],
      bibliographies: [join(folder, 'references.bib')],
      bibliographyFolders: [],
    }),
    settings: () => defaultSettings,
    logger: silentLogger,
    localize: english,
    readThesaurus: () => readFile('dist/thesaurus.bin'),
  });
}

export interface ScoredEssay {
  readonly essay: LabelledEssay;
  readonly review: EssayReview;
  /** Seeded, and found at the exact range, each once. */
  readonly found: readonly SeededFault[];
  readonly missed: readonly SeededFault[];
  /** Reported, and not seeded there, or a second time. */
  readonly falseAlarms: readonly EssayProblem[];
}

/** Reviews an essay and compares what is reported with what was seeded. */
export async function scoreEssay(essay: LabelledEssay): Promise<ScoredEssay> {
  const marginalia = openEssayLibrary(essay.library);
  const review = await marginalia.review(EssayDocument.read(essay.text));
  const open = [...review.problems];
  const found: SeededFault[] = [];
  const missed: SeededFault[] = [];
  for (const fault of essay.faults) {
    const at = open.findIndex(
      ({ code, span }) =>
        code === fault.code && span.start === fault.span.start && span.end === fault.span.end,
    );
    if (at < 0) missed.push(fault);
    else {
      open.splice(at, 1);
      found.push(fault);
    }
  }
  return { essay, review, found, missed, falseAlarms: open };
}
