import { readFileSync } from 'node:fs';

const read = (file: string) => readFileSync(file, 'utf8');

/** The texts of the manifest in a language: `package.nls.de.json`, or the English ones. */
export function manifestTexts(language?: string): Readonly<Record<string, string>> {
  const file = language === undefined ? 'package.nls.json' : `package.nls.${language}.json`;
  return JSON.parse(read(file)) as Record<string, string>;
}

/** The manifest as people see it: with its English texts in the place of their keys. */
export function readManifest(): unknown {
  const texts = manifestTexts();
  return JSON.parse(read('package.json'), (_, value: unknown) => {
    const key = typeof value === 'string' ? /^%(.+)%$/.exec(value)?.[1] : undefined;
    return key === undefined ? value : (texts[key] ?? value);
  });
}
