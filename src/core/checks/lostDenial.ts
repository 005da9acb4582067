import type { QuotationMatch } from './quotationMatch';
import type { QuotedPassage } from './quotedPassages';

/** Fewer words after a denial are a name or a term, which can be quoted without it. */
const LEAST_WORDS = 5;
/** A word right before a quotation that turns it round, its apostrophe folded away. */
const DENIAL =
  /^(?:not|never|cannot|hardly|neither|nor|nicht|nie|niemals|pas|jamais|non|(?:ai|are|ca|could|did|does|do|had|has|have|is|might|must|need|sha|should|was|were|wo|would)nt)$/;
/** Words of the essay that may deny in its own way what it quotes. */
const OWN_DENIAL =
  /\b(?:no|not|never|cannot|nobody|none|nothing|neither|nor|hardly|without|refus\w+|den(?:y|ied|ies|ying)|reject\w*|far from|rather than|instead of|nicht|nie|niemals|kein\w*|pas|jamais|non)\b|n['’]t\b/iu;

/**
 * A quotation that begins right behind the "not" of the notes, and so says the contrary, unless the essay's own words
 * before it deny it: the match with that word as missing. Undefined if some note has the words without a denial.
 */
export function withLostDenial({ quotation, matches, sentences }: QuotedPassage): QuotationMatch | undefined {
  const { exact, length } = matches;
  const [match] = exact;
  if (!match || length < LEAST_WORDS || quotation.isBlock || match.tokens[0]?.kind === 'gap')
    return undefined;
  if (!exact.every(({ words, alignment: { first } }) => DENIAL.test(words[first - 1]?.folded ?? '')))
    return undefined;
  const [sentence] = sentences;
  const before = sentence?.sentence.words.slice(0, quotation.span.start - sentence.sentence.span.start) ?? '';
  if (OWN_DENIAL.test(before)) return undefined;
  const { alignment } = match;
  const denial = { start: alignment.first - 1, end: alignment.first };
  return {
    ...match,
    alignment: { ...alignment, cost: 1, differences: [{ quoted: { start: 0, end: 0 }, noted: denial }] },
  };
}
