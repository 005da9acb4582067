import * as vscode from 'vscode';
import type { Marginalia } from '../../core/marginalia';
import type { UsedArguments } from '../../core/essay/usedArguments';
import type { EssayPlace, FollowedEssay } from './followEssay';

/** The essay that is being written and what it uses. */
export interface FollowedCoverage {
  readonly place: EssayPlace;
  readonly coverage: UsedArguments;
}

/**
 * Calls `show` with the essay that is being written and what it uses of the notes, whenever one of them has changed and
 * `isWanted`; with undefined where there is no essay. What was overtaken by something newer is not shown.
 */
export function followCoverage(
  marginalia: Marginalia,
  followed: FollowedEssay,
  isWanted: () => boolean,
  show: (followed: FollowedCoverage | undefined) => void,
): vscode.Disposable & { readonly update: () => void } {
  let latest = 0;
  let shown: unknown;
  const follow = async (isForced: boolean) => {
    if (!isWanted()) return;
    const { place } = followed;
    if (!isForced && place?.essay === shown) return;
    const asked = ++latest;
    const coverage = place && (await marginalia.panel.coverage(place.essay));
    if (asked !== latest) return;
    shown = place?.essay;
    show(place && coverage && { place, coverage });
  };
  const update = () => void follow(true);
  const subscriptions = vscode.Disposable.from(
    followed.onDidRest(() => void follow(false)),
    marginalia.onDidChangeLibrary(update),
  );
  return { update, dispose: () => void subscriptions.dispose() };
}
