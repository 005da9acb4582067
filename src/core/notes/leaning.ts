import { firstWord, Openings } from '../text/openings';

/** How a statement hangs on the one before it by its words. */
export type Leaning =
  /** It goes on with that one's thought and is part of it: "Doing so …", "such a war". */
  | 'part'
  /** It answers or turns that one and can't be understood alone, but is a point of its own: "But …". */
  | 'turn';

/** Openings that carry the thought before them on. */
const partOpenings = [
  'doing so', 'in doing so', 'by doing', 'and', 'besides', 'moreover', 'furthermore', 'in addition', 'additionally',
  'this', 'that is', 'that would', 'that meant', 'that was', 'these', 'those', 'such', 'hence', 'thus', 'therefore', 'so that', 'so he', 'so she', 'so they', 'so the', 'consequently',
  'as a result', 'as a consequence', 'for example', 'for instance', 'e.g', 'i.e', 'in other words', 'because of this',
  'for this reason', 'which', 'the latter', 'the former', 'the same', 'otherwise', 'if so', 'if not', 'likewise',
  'similarly', 'namely', 'in turn', 'in that case', 'above all, this', '→', '->', '=>', '…', '...',
  'ce faisant', 'en outre', 'de plus', 'par conséquent', 'ainsi', 'cela', 'ceci', 'par exemple', 'c’est pourquoi', "c'est pourquoi",
  'dadurch', 'damit', 'dies', 'diese', 'dieser', 'dieses', 'außerdem', 'zudem', 'ferner', 'daher', 'deshalb', 'deswegen', 'somit', 'folglich', 'zum beispiel', 'z.b', 'und',
  'esto', 'eso', 'además', 'por eso', 'por lo tanto', 'así', 'por ejemplo', 'inoltre', 'questo', 'quindi', 'perciò', 'così', 'per esempio',
  'это', 'этот', 'эта', 'эти', 'кроме того', 'к тому же', 'поэтому', 'таким образом', 'следовательно', 'например', 'тем самым', 'и',
]; // prettier-ignore

/** Openings that turn against what was said before. */
const turnOpenings = [
  'but', 'however', 'yet', 'still', 'nevertheless', 'nonetheless', 'on the other hand', 'on the contrary', 'by contrast',
  'in contrast', 'conversely', 'instead', 'even so', 'despite this', 'in spite of this', 'at the same time', 'meanwhile', 'then again', 'then', 'also', 'again',
  'mais', 'cependant', 'toutefois', 'pourtant', 'en revanche', 'aber', 'jedoch', 'dennoch', 'trotzdem', 'hingegen', 'andererseits',
  'pero', 'sin embargo', 'no obstante', 'ma', 'però', 'tuttavia', 'но', 'однако', 'тем не менее', 'зато', 'а',
]; // prettier-ignore

const hanPart = /^(?:这|這|此|因此|所以|而且|此外|例如|从而|從而|その|これ|それ|また|さらに|したがって)/u;
const hanTurn = /^(?:但|然而|不过|不過|可是|しかし|ただし)/u;

const openings = new Openings<Leaning>([
  ['turn', turnOpenings],
  ['part', partOpenings],
]);

const suchNoun = /\b(?:such|this|that|these|those)\s(?:an?\s)?(\p{Ll}{3,})/gu;
const demonstratives = /(?:th(?:is|at|ese|ose)|such) /;
const demonstrative = /^(?:this|that|these|those)$/i;
const pronouns: ReadonlySet<string> = new Set(
  'he she it they his her its their er sie ihr ihre il elle ils elles él ella ellos он она они его её их'.split(
    ' ',
  ),
);
const noLetter = /\P{L}/u;
const hanPronoun = /^(?:他|她|它|他们|她们)(?!\p{L})/u;
const name = /(?<=\s|^["“'‘]?)\p{Lu}\p{L}+/gu;

const startsSmall = /^\p{Ll}/u;
const beforeWords = /^["“„«‘'(\s–—-]+/;

const isAsciiLetter = (code: number) => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

/**
 * How `text` leans on the statement before it: by its opening, by "such a war" where `before` speaks of that noun, or by a
 * pronoun for which its question offers no name: then only the one before tells who it is. Undefined where it stands alone.
 */
export function leaningOf(text: string, before: string, question: string | undefined): Leaning | undefined {
  const isWord = isAsciiLetter(text.charCodeAt(0));
  const start = text.slice(isWord ? 0 : (beforeWords.exec(text)?.[0].length ?? 0), 60);
  const word = firstWord(start);
  return (
    openings.kindOf(start, word) ??
    leaningByWords(text, start, before) ??
    (needsName(text, isWord ? word : firstWord(text), question) ? 'turn' : undefined)
  );
}

function leaningByWords(text: string, start: string, before: string): Leaning | undefined {
  if (start.charCodeAt(0) > 0x2e80) {
    if (hanTurn.test(start)) return 'turn';
    if (hanPart.test(start)) return 'part';
  }
  if (startsSmall.test(text) && /[,;–—]$|\b(?:and|but|or|because|to|of)$/u.test(before)) return 'part';
  return takesUpNoun(text, before) ? 'part' : undefined;
}

/** "feared such a war" after "precipitate a major war". */
function takesUpNoun(text: string, before: string): boolean {
  if (!demonstratives.test(text)) return false;
  const head = text.slice(0, 200);
  suchNoun.lastIndex = 0;
  for (let match = suchNoun.exec(head); match; match = suchNoun.exec(head)) {
    const [phrase, noun = ''] = match;
    if (!phrase.startsWith('such') && demonstrative.test(noun)) continue;
    const stem = noun.replace(/(?:ies|es|s|y)$/, '');
    if (stem.length >= 3 && hasWordLike(before.toLowerCase(), stem.toLowerCase())) return true;
  }
  return false;
}

/** Whether a word of `text` starts with `stem`; both in lower case. */
function hasWordLike(text: string, stem: string): boolean {
  for (let at = text.indexOf(stem); at >= 0; at = text.indexOf(stem, at + 1))
    if (at === 0 || !/\p{L}/u.test(text.charAt(at - 1))) return true;
  return false;
}

function needsName(text: string, word: string, question: string | undefined): boolean {
  const isHan = text.charCodeAt(0) > 0x2e80 && hanPronoun.test(text);
  const end = word.search(noLetter);
  if (!isHan && !pronouns.has(end < 0 ? word : word.slice(0, end))) return false;
  const names = question?.replace(/^\S+\s?/, '').match(name) ?? [];
  const opensWithName = /^\p{Lu}\p{L}+['’]s?\s/u.test(question ?? '');
  return names.length === 0 && !opensWithName;
}
