import { finish, type Steps } from '../../util/steps';
import type { Bibliography, BibliographyFormat } from './bibliography';
import { bibtexSteps, type ReadBibtexEntry } from './bibtexSteps';
import { readCslJson } from './readCslJson';
import { readCslYaml } from './readCslYaml';

const formats: Readonly<Record<string, BibliographyFormat>> = {
  bib: 'biblatex',
  bibtex: 'biblatex',
  biblatex: 'biblatex',
  json: 'csl-json',
  csljson: 'csl-json',
  yaml: 'csl-yaml',
  yml: 'csl-yaml',
};

/** The format of a bibliography file by its name, else by how its text begins. */
export function bibliographyFormat(fileName: string, text: string): BibliographyFormat {
  const extension = /\.([A-Za-z]+)$/.exec(fileName)?.[1]?.toLowerCase();
  const byName = formats[extension ?? ''];
  if (byName) return byName;
  if (/^\uFEFF?\s*[[{]/.test(text)) return 'csl-json';
  return /^\uFEFF?\s*(?:---|references:|- )/.test(text) ? 'csl-yaml' : 'biblatex';
}

/**
 * Reads a bibliography file, with breaks: BibTeX, BibLaTeX, CSL-JSON or CSL-YAML. Never throws; what is wrong is in
 * `problems()`.
 * @param readEntry reads what is written in BibTeX
 */
export function* bibliographySteps(
  text: string,
  fileName: string,
  readEntry: ReadBibtexEntry,
): Steps<Bibliography> {
  switch (bibliographyFormat(fileName, text)) {
    case 'biblatex':
      return yield* bibtexSteps(text, readEntry);
    case 'csl-json':
      return readCslJson(text);
    case 'csl-yaml':
      return readCslYaml(text);
  }
}

/** Reads where each entry of a bibliography stands; of BibTeX's, not what they say. */
export function readCitekeys(text: string, fileName: string): Bibliography {
  return finish(bibliographySteps(text, fileName, () => undefined));
}
