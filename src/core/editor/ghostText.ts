import type { EssayDocument } from '../essay/essayDocument';
import type { Span } from '../text/position';
import type { CancellationToken } from '../util/cancellation';
import { argumentCompletions } from './completions';
import type { EditorContext } from './context';

/** The rest of an argument whose beginning is typed. */
export interface GhostText {
  readonly argument: string;
  /** What would be typed on. */
  readonly ending: string;
  /** The typed beginning. */
  readonly begun: Span;
}

/** The ending of the argument that the sentence has begun, word for word and beyond doubt; often undefined. */
export async function ghostTextAt(
  context: EditorContext,
  essay: EssayDocument,
  offset: number,
  token: CancellationToken,
): Promise<GhostText | undefined> {
  const [best] = await argumentCompletions(context, essay, offset, { asked: false }, token);
  if (!best || token.isCancellationRequested) return undefined;
  const text = (await context.current()).arguments.get(best.argument)?.argument.text ?? '';
  const typed = essay.text.slice(best.replaces.start, offset);
  const begins = folded(text).startsWith(folded(typed)) && text.length > typed.length;
  return begins
    ? { argument: best.argument, ending: text.slice(typed.length), begun: best.replaces }
    : undefined;
}

/** Keeps the length. */
function folded(text: string): string {
  return text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/\s/g, ' ').toLowerCase();
}
