import { finish, type Steps } from '../../util/steps';
import type { Bibliography, BibliographyFormat } from './bibliography';
import { bibtexSteps } from './readBibtex';
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

/** Reads a bibliography file: BibTeX, BibLaTeX, CSL-JSON or CSL-YAML. Never throws; what is wrong is in `problems()`. */
export function readBibliography(text: string, fileName: string): Bibliography {
  return finish(bibliographySteps(text, fileName));
}

/** The same, with breaks. */
export function* bibliographySteps(text: string, fileName: string): Steps<Bibliography> {
  switch (bibliographyFormat(fileName, text)) {
    case 'biblatex':
      return yield* bibtexSteps(text);
    case 'csl-json':
      return readCslJson(text);
    case 'csl-yaml':
      return readCslYaml(text);
  }
}
