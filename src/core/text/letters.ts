const spelledOut: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** Letters that no normal form takes apart, spelled out as one would without them; lower case in and out. */
export function spellOutLetters(text: string): string {
  return text.replace(/[ßæœøłđðþı]/g, (letter) => spelledOut[letter] ?? letter);
}
