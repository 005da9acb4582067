/** Looks at lines as a reader would: is it a question, a sentence, a label? In any language. */

/** Whether a line asks: ends with a question mark of any script, perhaps in closing quotation marks, and is no quotation. */
export function asksQuestion(text: string): boolean {
  if (text.endsWith(';') && /\p{Script=Greek}/u.test(text)) return true;
  if (!/[?？؟\u037e՞]/.test(text.slice(-30))) return false;
  const bare = text.replace(/\s*[([（][^()[\]（）]{1,40}[)\]）]\s*$/, '').replace(/[*_~=:\s]+$/, '');
  if (/^["“„«『「]/.test(bare) && /["”»』」]$/.test(bare)) return false;
  return /[?？؟\u037e՞][!?？]*["”»’'）)]?$/u.test(bare);
}

/** Whether a line ends as sentences do. */
export function endsSentence(text: string): boolean {
  return /[.!?。！？…]["”»’')\]]*$/u.test(text);
}

const placeAtStart =
  /^[([]?(?:(?:pp?|S|с|стр)\.?\s?)?\d{1,4}(?:\s?[–-]{1,2}\s?\d{1,4})?(?:ff?\.?)?[)\]]?\s*[:–—]\s/u;
const pageThenDash = /^(?:pp?|S|с|стр)\.\s?\d{1,4}(?:\s?[–-]\s?\d{1,4})?\s+-{1,2}\s/u;
const pageAtStart = /^[([]?(?:pp?|S|с|стр)\.\s?\d/u;

/** "p. 138: …" starts a statement of its own; after the end of a sentence, "p. 138" is enough. */
export function startsWithPlace(text: string, afterSentence: boolean): boolean {
  return (
    /\d/.test(text.slice(0, 8)) &&
    (placeAtStart.test(text) || pageThenDash.test(text) || (afterSentence && pageAtStart.test(text)))
  );
}

/** How many words a line has, two Chinese or Japanese characters counting as one; stops counting above `atMost`. */
export function wordCount(text: string, atMost = Infinity): number {
  let count = han.test(text) ? Math.floor((text.match(hanCharacters)?.length ?? 0) / 2) : 0;
  word.lastIndex = 0;
  while (count <= atMost && word.test(text)) count++;
  word.lastIndex = 0;
  return count;
}

const word = /[\p{L}\p{N}]\S*/gu;
const han = /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\ud840-\ud884]/;
const hanCharacters = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;

/** Whether a line is short and ends like a heading: no full stop, no comma, no dash. */
export function looksLikeLabel(text: string, longest = 12): boolean {
  const bare = text.replace(/\s*[([（][^()[\]（）]{1,40}[)\]）]\s*$/, '');
  return (
    !/[.!,;。！，；…–—-]["”»’']?$/u.test(bare) && wordCount(bare, longest) <= longest && /\p{L}/u.test(bare)
  );
}

/** "CAUSES OF THE WAR": capitals throughout, more than an abbreviation. */
export function isAllCapitals(text: string): boolean {
  if (/\p{Ll}/u.test(text)) return false;
  const letters = text.replace(/[^\p{L}]/gu, '');
  return (
    letters.length >= 5 &&
    /\p{Lu}/u.test(letters) &&
    !/[\p{Ll}\p{Lo}]/u.test(letters) &&
    wordCount(text, 14) <= 14
  );
}

/** "Chapter 3: Borderlands", "Week 2", "Part I". */
export function isPartTitle(text: string): boolean {
  return (
    (/^(?:chapter|ch\.|part|section|lecture|week|unit|session|seminar|book|act|kapitel|teil|chapitre|partie|cap[íi]tulo|parte|capitolo|глава|часть|раздел)\s+(?:\d{1,3}|[ivxlc]{1,7}|one|two|three|four|five|six|seven|eight|nine|ten)\b/iu.test(
      text,
    ) ||
      /^第[\d一二三四五六七八九十百]{1,5}[章节節部編]/u.test(text)) &&
    !/[.。]$/.test(text) &&
    wordCount(text, 16) <= 16
  );
}

/** What students and plug-ins call a part of the notes, whatever the source. */
export const isSectionName = (heading: string) =>
  /^[*_]{0,2}(?:(?:my|main|key|general|central|core)\s)?(?:annotations?|highlights?|notes|quotes|quotations|arguments?|points?|ideas?|thoughts|themes|questions?|summary|comments|introduction|conclusions?|takeaways|thesis|claims?)[*_]{0,2}:?$/iu.test(
    heading.trim(),
  );

/** Whether a line has a verb that makes it a statement rather than a heading; a sign only, for the commonest verbs. */
export function statesSomething(text: string): boolean {
  return /(?:^|\s)(?:is|are|was|were|has|had|have|will|would|can|could|did|does|may|might|must|should|wants?|wanted|became|becomes|ist|sind|waren|hatte|wurde|wurden|est|était|sont|fut|fue|eran|был|была|были)(?:n['’]t)?(?=\s|$)/u.test(
    text,
  );
}
