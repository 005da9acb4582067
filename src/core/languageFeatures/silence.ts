import type { Place } from '../essay/essayDocument';
import type { Library } from '../notes/library';
import type { Localize } from '../util/localize';
import { commandIds } from './commands';

/** What is known about the place where a student wonders why nothing is shown. */
export interface SilenceFacts {
  /** The document in the active editor; undefined if there is none. */
  readonly document?: {
    readonly name: string;
    readonly languageId: string;
    /** Whether it is taken for an essay; if not although it is Markdown, it is taken for notes. */
    readonly isEssay: boolean;
  };
  /** What stands at the cursor of an essay. */
  readonly place?: Place;
  /** The words at the cursor that were compared with the notes, and what came nearest, best first. */
  readonly compared?: { readonly words: string; readonly candidates: readonly SilentCandidate[] };
  readonly library: Library;
  readonly whileTyping: boolean;
  readonly hover: boolean;
}

/** An argument that the words at the cursor come near to. */
export interface SilentCandidate {
  readonly argument: string;
  readonly text: string;
  readonly confidence: number;
  /** Whether this is certain enough to be shown unasked. */
  readonly isShown: boolean;
  /** The words of the argument that the match rests on. */
  readonly why: readonly string[];
}

/** One line of the explanation. */
export interface SilenceFinding {
  readonly group: 'place' | 'candidates' | 'notes' | 'settings';
  /** `problem`: this alone keeps Marginalia silent. */
  readonly state: 'good' | 'problem' | 'information';
  readonly text: string;
  readonly detail?: string;
  /** What choosing the line does. */
  readonly remedy?: {
    readonly title: string;
    readonly command: string;
    readonly args: readonly unknown[];
  };
}

/** Explains, for one place, what Marginalia sees there and why it says something or not. */
export function explainSilence(facts: SilenceFacts, localize: Localize): readonly SilenceFinding[] {
  return [
    ...placeFindings(facts, localize),
    ...candidateFindings(facts, localize),
    ...notesFindings(facts.library, localize),
    ...settingFindings(facts, localize),
  ];
}

function placeFindings({ document, place }: SilenceFacts, localize: Localize): SilenceFinding[] {
  const group = 'place';
  if (!document) {
    const text = localize('No editor is active. Open your essay and put the cursor into a sentence.');
    return [{ group, state: 'problem', text }];
  }
  const { name, languageId, isEssay } = document;
  if (languageId !== 'markdown') {
    return [
      {
        group,
        state: 'problem',
        text: localize('“{0}” is not in the language mode Markdown: Marginalia is silent here.', name),
        detail: localize('Its language mode is “{0}”.', languageId),
        remedy: {
          title: localize('Change Language Mode'),
          command: 'workbench.action.editor.changeLanguageMode',
          args: [],
        },
      },
    ];
  }
  if (!isEssay) {
    return [
      {
        group,
        state: 'problem',
        text: localize('“{0}” counts as notes, not as an essay: Marginalia speaks in essays only.', name),
        detail: localize('It lies in a notes folder, or says “marginalia: notes” at its top.'),
        remedy: settingsRemedy('marginalia.notes', localize),
      },
    ];
  }
  const silentPlaces: Readonly<Record<Place, string | undefined>> = {
    prose: undefined,
    heading: localize('The cursor is in a heading: arguments are offered in sentences.'),
    footnote: localize('The cursor is in a footnote: arguments are offered in sentences.'),
    code: localize('The cursor is in code: arguments are offered in sentences.'),
    link: localize('The cursor is in a link: arguments are offered in sentences.'),
    frontMatter: localize('The cursor is in the front matter: arguments are offered in sentences.'),
  };
  const silent = place && silentPlaces[place];
  if (silent !== undefined) return [{ group, state: 'problem', text: silent }];
  return [
    { group, state: 'good', text: localize('“{0}” is an essay, and the cursor is in its prose.', name) },
  ];
}

function candidateFindings({ compared }: SilenceFacts, localize: Localize): SilenceFinding[] {
  if (!compared) return [];
  const group = 'candidates';
  const words = localize('Compared with your notes: “{0}”', compared.words);
  if (compared.candidates.length === 0) {
    const text = localize('No argument of your notes shares a word that matters with these words.');
    return [{ group, state: 'information', text, detail: words }];
  }
  return compared.candidates.map((candidate): SilenceFinding => {
    const percent = Math.round(candidate.confidence * 100);
    return {
      group,
      state: candidate.isShown ? 'good' : 'information',
      text: candidate.text,
      detail: candidate.isShown
        ? localize('{0}% certain: shown. It shares: {1}', percent, candidate.why.join(', '))
        : localize(
            '{0}% certain: too little to be shown unasked. It shares only: {1}',
            percent,
            candidate.why.join(', '),
          ),
      remedy: {
        title: localize('Open in Notes'),
        command: commandIds.openArgument,
        args: [{ argument: candidate.argument }],
      },
    };
  });
}

function notesFindings(library: Library, localize: Localize): SilenceFinding[] {
  const group = 'notes';
  if (!library.hasRoot) {
    return [
      {
        group,
        state: 'problem',
        text: localize('No folder is open: open the folder in which your essay and your notes lie.'),
        remedy: { title: localize('Open Folder'), command: 'vscode.openFolder', args: [] },
      },
    ];
  }
  const findings: SilenceFinding[] = library.folders
    .filter(({ state }) => state !== 'read')
    .map(({ folder, state }) => ({
      group,
      state: 'problem',
      text:
        state === 'missing'
          ? localize('The notes folder “{0}” does not exist.', folder.name)
          : localize('The notes folder “{0}” can’t be read.', folder.name),
      remedy: settingsRemedy('marginalia.notes.folders', localize),
    }));
  const report = {
    title: localize('How Were My Notes Read?'),
    command: commandIds.showNotesReport,
    args: [],
  };
  const count = library.arguments.size;
  findings.push(
    count > 0
      ? {
          group,
          state: 'good',
          text: localize('Your notes hold {0} arguments. Notes files: {1}', count, library.files.length),
          remedy: report,
        }
      : {
          group,
          state: 'problem',
          text: localize('No argument of your notes has been read.'),
          detail: localize('Put your reading notes into the notes folder, one file a book.'),
          remedy: { title: localize('Create Notes Folder'), command: commandIds.createNotesFolder, args: [] },
        },
  );
  if (library.problems.length > 0) {
    findings.push({
      group,
      state: 'information',
      text: localize(
        'Places in notes or bibliographies that could not be read: {0}',
        library.problems.length,
      ),
      remedy: { title: localize('Show Problems'), command: 'workbench.actions.view.problems', args: [] },
    });
  }
  findings.push(
    library.items.size > 0
      ? { group, state: 'good', text: localize('Works in your bibliographies: {0}', library.items.size) }
      : {
          group,
          state: 'information',
          text: localize('No bibliography has been found.'),
          detail: localize('Sources are cited by the name that your notes give them.'),
          remedy: settingsRemedy('marginalia.bibliographies', localize),
        },
  );
  return findings;
}

function settingFindings({ whileTyping, hover }: SilenceFacts, localize: Localize): SilenceFinding[] {
  const group = 'settings';
  return [
    whileTyping
      ? {
          group,
          state: 'good',
          text: localize('While you type, arguments are offered when it is clear which one you mean.'),
        }
      : {
          group,
          state: 'problem',
          text: localize('Offering arguments while you type is switched off; Ctrl+Space still works.'),
          remedy: settingsRemedy('marginalia.completion.whileTyping', localize),
        },
    hover
      ? {
          group,
          state: 'good',
          text: localize('Cards open where the mouse rests on an argument that you make.'),
        }
      : {
          group,
          state: 'problem',
          text: localize('Cards under the mouse are switched off.'),
          remedy: settingsRemedy('marginalia.hover', localize),
        },
  ];
}

function settingsRemedy(setting: string, localize: Localize): NonNullable<SilenceFinding['remedy']> {
  return { title: localize('Open Settings'), command: 'workbench.action.openSettings', args: [setting] };
}
