/** How a text says what it says, as far as its words show it. */
export interface Manner {
  /** It denies something. */
  readonly negated: boolean;
  /** Its author speaks as such, of the text itself or to its reader: `I shall argue that …`, `The reader may wonder …` */
  readonly authorial: boolean;
}

const denial =
  /\b(?:not|no|never|nobody|none|nothing|neither|nor|without|cannot|hardly|refus\w+)\b|n['’]t\b/i;
/** `us` is no country; `I` after a name is a number: `Charles I`, `World War I`. */
const author =
  /(?<!\p{Lu}\p{L}+ )\bI(?= \p{Ll}|['’])|\b[Ww]e\b|\b[Mm]y\b|\b[Oo]ur\b|\b(?:us|me|myself|ourselves)\b|\b(?:[Tt]his|[Tt]he present) (?:essay|paper|chapter|dissertation)\b|\b[Rr]eaders?\b|\b(?:[Ii]ch|[Ww]ir|[Mm]eine?[mnrs]?|[Uu]nsere?[mnrs]?|Leser)\b|\b(?:[Jj]e|[Nn]ous|[Nn]otre|[Nn]os|lecteurs?)\b|\b[Jj]['’]/u;
/** A word that begins a sentence is no name: `But I argue`. */
const opening = /^(?:And|As|But|Here|If|So|That|What|When|Where|While|Yet) (?=I )/;

/** Whether a statement denies something. */
export function isNegated(text: string): boolean {
  return denial.test(text);
}

export function mannerOf(text: string): Manner {
  return { negated: isNegated(text), authorial: author.test(text.replace(opening, '')) };
}
