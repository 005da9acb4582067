import { spellOutLetters } from '../text/letters';

/**
 * The form in which a word is compared: lower case, accents of Latin, Greek and Cyrillic letters left out, ligatures
 * spelled out, full-width forms narrowed. `Défaite` and `defaite` fold to the same string. Marks of other scripts stay,
 * as they are letters there.
 */
export function fold(word: string): string {
  const lower = word.toLowerCase();
  if (isAscii(lower)) return lower;
  const bare = lower.normalize('NFKD').replace(/[\u0300-\u036f]/g, '');
  return spellOutLetters(bare).normalize('NFC');
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
}
