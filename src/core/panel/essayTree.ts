import type { EssayDocument } from '../essay/essayDocument';
import { type Usage, usageOf } from '../essay/usage';
import type { UsedArguments } from '../essay/usedArguments';
import { usageLabel } from '../languageFeatures/notesTree';
import type { Library } from '../notes/library';
import type { LibraryArgument } from '../notes/libraryArgument';
import type { Span } from '../text/position';
import type { Localize } from '../util/localize';
import { placeOf } from './card';
import { sectionsOf } from './sections';

/** A row of the essay view. */
export interface EssayNode {
  readonly kind: 'heading' | 'group' | 'section' | 'entry' | 'problem' | Usage;
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  /** Where a click goes: a place of the essay, or the notes' line of an argument. */
  readonly essayAt?: Span;
  readonly argument?: string;
  readonly isOpen?: true;
  readonly parent?: EssayNode;
  readonly children: readonly EssayNode[];
}

/** A problem of the essay, as the editor shows it. */
export interface EssayProblem {
  readonly message: string;
  readonly span: Span;
}

export interface EssayTreeInit {
  readonly essay: EssayDocument;
  readonly library: Library;
  readonly uses: UsedArguments;
  readonly groupBy: 'question' | 'source';
  readonly isLeftOut: (argument: LibraryArgument) => boolean;
  readonly problems: readonly EssayProblem[];
  /** The bibliography as it will read, in plain text. */
  readonly bibliography: readonly string[];
  readonly localize: Localize;
}

type Child = Omit<EssayNode, 'id' | 'parent' | 'children'> & { readonly children?: readonly Child[] };

/** The active essay as a tree: what it uses of the notes, its sources, its problems, its bibliography, its sections. */
export function essayTree(init: EssayTreeInit): readonly EssayNode[] {
  const parts = [coverage(init), balance(init), problems(init), bibliography(init), sections(init)];
  return link(parts.filter((part) => (part.children?.length ?? 0) > 0));
}

function coverage(init: EssayTreeInit): Child {
  const { library, uses, groupBy, localize } = init;
  const groups = new Map<string, LibraryArgument[]>();
  for (const argument of library.arguments.values()) {
    const name =
      groupBy === 'source'
        ? argument.source.notes.label
        : (argument.question?.text ?? localize('Without a question'));
    const key = groupBy === 'source' ? name : `${argument.source.id} ${name}`;
    const group = groups.get(key);
    if (group) group.push(argument);
    else groups.set(key, [argument]);
  }
  const children = [...groups.values()].map((group): Child => {
    const [first] = group;
    const used = group.filter(({ id }) => uses.has(id)).length;
    const label =
      groupBy === 'source'
        ? first?.source.notes.label
        : (first?.question?.text ?? localize('Without a question'));
    return {
      kind: 'group',
      label: label ?? '',
      description: localize('{0} of {1} used', used, group.length),
      children: group.map((argument) => argumentRow(argument, init)),
    };
  });
  const cited = [...uses.values()].filter((places) => usageOf(places) === 'cited').length;
  return {
    kind: 'heading',
    label: localize('Coverage'),
    description: localize('{0} of {1} arguments used, {2} cited', uses.size, library.arguments.size, cited),
    isOpen: true,
    children,
  };
}

function argumentRow(argument: LibraryArgument, { uses, isLeftOut, localize }: EssayTreeInit): Child {
  const kind = usageOf(uses.get(argument.id), isLeftOut(argument));
  return {
    kind,
    label: argument.argument.text,
    description: [usageLabel(kind, localize), placeOf(argument)].filter(Boolean).join(' · '),
    argument: argument.id,
    essayAt: uses.get(argument.id)?.[0]?.span,
  };
}

/** How many sentences of the essay rest on each source: the shares add up to what rests on any. */
function balance({ library, uses, localize }: EssayTreeInit): Child {
  const sentences = new Map<string, Span[]>();
  for (const [id, places] of uses) {
    const label = library.arguments.get(id)?.source.notes.label;
    if (label === undefined) continue;
    const known = sentences.get(label) ?? [];
    known.push(
      ...places.map(({ span }) => span).filter((span) => !known.some(({ start }) => start === span.start)),
    );
    sentences.set(label, known);
  }
  const all = [...sentences.values()].reduce((sum, { length }) => sum + length, 0);
  const children = [...sentences]
    .sort((a, b) => b[1].length - a[1].length)
    .map(([label, spans]): Child => ({
      kind: 'group',
      label,
      description: localize('{0} sentences, {1}%', spans.length, Math.round((100 * spans.length) / all)),
      essayAt: spans[0],
    }));
  return { kind: 'heading', label: localize('Balance between sources'), children };
}

function problems({ problems: found, localize }: EssayTreeInit): Child {
  return {
    kind: 'heading',
    label: localize('Problems'),
    description: String(found.length),
    isOpen: true,
    children: found.map(({ message, span }) => ({ kind: 'problem', label: message, essayAt: span })),
  };
}

function bibliography({ bibliography: entries, localize }: EssayTreeInit): Child {
  return {
    kind: 'heading',
    label: localize('Bibliography'),
    description: String(entries.length),
    children: entries.map((label) => ({ kind: 'entry', label })),
  };
}

function sections({ essay, localize }: EssayTreeInit): Child {
  const all = sectionsOf(essay);
  const words = all.reduce((sum, section) => sum + section.words, 0);
  return {
    kind: 'heading',
    label: localize('Words'),
    description: localize('{0} without notes', words),
    children: all.map(({ title, at, words: count }) => ({
      kind: 'section',
      label: title ?? localize('Before the first heading'),
      description: String(count),
      essayAt: at,
    })),
  };
}

/** Gives the rows their ids, by label within each parent, so that the view keeps what is unfolded. */
function link(children: readonly Child[], parent?: EssayNode): readonly EssayNode[] {
  const seen = new Map<string, number>();
  return children.map(({ children: below = [], ...child }) => {
    const name = child.argument ?? child.label;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    const id = `${parent?.id ?? ''}/${child.kind === 'heading' || child.kind === 'group' ? '' : 'row '}${name} ${count}`;
    const node: EssayNode & { children: readonly EssayNode[] } = { ...child, id, parent, children: [] };
    node.children = link(below, node);
    return node;
  });
}
