import * as vscode from 'vscode';
import type { EssayProblem } from '../../core/checks/problem';
import type { EssayReview } from '../../core/essayChecks';
import type { Marginalia } from '../../core/marginalia';
import { type Disposable, DisposableStore } from '../../core/util/disposable';
import type { Dismissals } from './dismissals';
import type { Essays } from './essays';

/** Milliseconds without typing after which an essay is reviewed. */
const PAUSE = 400;

/** What is known of an open essay. */
export interface ReviewedEssay {
  readonly document: vscode.TextDocument;
  readonly version: number;
  readonly review: EssayReview;
  /** Without what has been dismissed. */
  readonly problems: readonly EssayProblem[];
}

/** Reviews the essays that are seen, shortly after each change of them, of the notes, the settings or the dismissals. */
export class EssayReviews implements Disposable {
  readonly #marginalia: Marginalia;
  readonly #essays: Essays;
  readonly #dismissals: Dismissals;
  readonly #disposables = new DisposableStore();
  readonly #timers = new Map<vscode.TextDocument, ReturnType<typeof setTimeout>>();
  readonly #latest = new Map<vscode.TextDocument, ReviewedEssay>();
  readonly #reviewed = this.#disposables.add(new vscode.EventEmitter<vscode.TextDocument>());

  /** Fires when an essay has been reviewed anew, or is no longer open. */
  readonly onDidReview = this.#reviewed.event;

  constructor(marginalia: Marginalia, essays: Essays, dismissals: Dismissals) {
    this.#marginalia = marginalia;
    this.#essays = essays;
    this.#dismissals = dismissals;
    const { window, workspace } = vscode;
    const seen = () => window.visibleTextEditors.map(({ document }) => document);
    const all = () => [...new Set([...seen(), ...this.#latest.keys()])].forEach((each) => this.#soon(each));
    for (const subscription of [
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.#soon(document);
      }),
      workspace.onDidCloseTextDocument((document) => this.#forget(document)),
      window.onDidChangeVisibleTextEditors(() =>
        seen()
          .filter((document) => !this.#latest.has(document))
          .forEach((document) => this.#soon(document)),
      ),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('marginalia')) all();
      }),
      marginalia.onDidChangeLibrary(all),
      dismissals.onDidChange(all),
    ])
      this.#disposables.add(subscription);
    all();
  }

  /** What was found out last; it may be of an earlier version of the text. */
  latest(document: vscode.TextDocument): ReviewedEssay | undefined {
    return this.#latest.get(document);
  }

  /** The review of the essay as it stands now; undefined if it is none. */
  async review(document: vscode.TextDocument): Promise<ReviewedEssay | undefined> {
    const essay = this.#essays.of(document);
    if (!essay) return undefined;
    const { version } = document;
    return this.#reviewedEssay(document, version, await this.#marginalia.review(essay));
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#disposables.dispose();
  }

  #soon(document: vscode.TextDocument): void {
    clearTimeout(this.#timers.get(document));
    if (document.isClosed || !this.#essays.of(document)) return this.#forget(document);
    this.#timers.set(
      document,
      setTimeout(() => void this.#run(document), PAUSE),
    );
  }

  async #run(document: vscode.TextDocument): Promise<void> {
    this.#timers.delete(document);
    const essay = this.#essays.of(document);
    if (!essay) return;
    const { version } = document;
    // One that is overtaken by typing is broken off and made again; what it has looked up is remembered.
    const overtaken = {
      get isCancellationRequested() {
        return document.isClosed || document.version !== version;
      },
    };
    const review = await this.#marginalia.reviewUnless(overtaken, essay);
    if (!review || overtaken.isCancellationRequested) return;
    this.#latest.set(document, this.#reviewedEssay(document, version, review));
    this.#reviewed.fire(document);
  }

  #reviewedEssay(document: vscode.TextDocument, version: number, review: EssayReview): ReviewedEssay {
    // What is wrong with notes and bibliographies is said in their own files.
    const ofEssay = review.problems.filter(({ span, related }) => span.end > 0 || related.length === 0);
    return { document, version, review, problems: this.#dismissals.without(ofEssay) };
  }

  #forget(document: vscode.TextDocument): void {
    clearTimeout(this.#timers.get(document));
    this.#timers.delete(document);
    if (this.#latest.delete(document)) this.#reviewed.fire(document);
  }
}
