/** The first word of a text in lower case, without what follows it: "e.g" for "E.g., the". A sign alone is its own word. */
export function firstWord(text: string): string {
  const space = text.indexOf(' ');
  const word = (space < 0 ? text : text.slice(0, space)).toLowerCase();
  const last = word.charCodeAt(word.length - 1);
  return last >= 97 && last <= 122 ? word : word.replace(/[.,:;!?)]+$/, '') || word;
}

/** Finds which of many phrases a text opens with, whatever its capitals; looks only at those with its first word. */
export class Openings<Kind> {
  readonly #longest: number = 0;
  readonly #byFirstWord = new Map<string, { readonly phrase: string; readonly kind: Kind }[]>();

  /** `phrases` in lower case, by what they mean. */
  constructor(kinds: readonly (readonly [Kind, readonly string[]])[]) {
    for (const [kind, phrases] of kinds)
      for (const phrase of phrases) {
        const word = firstWord(phrase);
        this.#longest = Math.max(this.#longest, phrase.length);
        this.#byFirstWord.set(word, [...(this.#byFirstWord.get(word) ?? []), { phrase, kind }]);
      }
  }

  /** What the phrase means with which `text` begins, if no letter or digit follows it there. `word`: its first word. */
  kindOf(text: string, word = firstWord(text)): Kind | undefined {
    const candidates = this.#byFirstWord.get(word);
    if (!candidates) return undefined;
    const lower = text.slice(0, this.#longest + 2).toLowerCase();
    return candidates.find(
      ({ phrase }) => lower.startsWith(phrase) && !/^[\p{L}\p{N}]/u.test(lower.slice(phrase.length)),
    )?.kind;
  }
}
