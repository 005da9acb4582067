import type { SourceFacts } from '../blocks';
import { readSourceTitle } from '../sourceLabel';
import type { NotesLine } from '../notesText';
import { factOf, looksLikeCitekey } from './sourceFields';

/**
 * What a `:PROPERTIES:` drawer tells about the source; undefined if nothing. `isWithinSource`: whether it belongs to a part of
 * the notes on one work, where an id is no citekey but an anchor.
 */
export function factsOfDrawer(lines: readonly NotesLine[], isWithinSource: boolean): SourceFacts | undefined {
  let facts: SourceFacts = {};
  for (const { text } of lines) {
    const [, key = '', value = ''] = /^:([\w-]+):\s*(.*)$/.exec(text.slice(0, 1000)) ?? [];
    const reference = /^ROAM_REFS$|^NOTER_KEY$/i.test(key)
      ? /(?:@|cite:&?)([\p{L}\p{N}_][^\s]*)/u.exec(value)?.[1]
      : undefined;
    const isAnchor = /^CUSTOM_ID$/i.test(key) && (isWithinSource || !looksLikeCitekey(value));
    facts = { ...facts, ...(reference ? { citekey: reference } : isAnchor ? undefined : factOf(key, value)) };
  }
  return Object.keys(facts).length > 0 ? facts : undefined;
}

/** What a line such as `#+TITLE: …` tells about the source. `#+AUTHOR` is the student, and tells nothing. */
export function factsOfKeyword(text: string): SourceFacts | undefined {
  const [, key = '', value = ''] = /^#\+(\w+):\s*(.*)$/.exec(text.slice(0, 1000)) ?? [];
  if (/^title$/i.test(key) && value) return readSourceTitle(value).facts;
  return /^(?:source|book|citekey|year|bibkey|cite_key)$/i.test(key)
    ? factOf(key.replace('_', ''), value)
    : undefined;
}
