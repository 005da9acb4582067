// Porter2 stems, each found once: the thesauri have the same words again and again.
import { stem as find } from 'porter2';

const known = new Map();

export function stem(word) {
  let found = known.get(word);
  if (found === undefined) known.set(word, (found = find(word)));
  return found;
}
