import { finish } from '../../util/steps';
import type { Bibliography } from './bibliography';
import { toCslItem } from './bibtexItem';
import { bibtexSteps } from './bibtexSteps';

/** Reads a `.bib` file, BibTeX's or BibLaTeX's: keys and places at once, each entry when it is first asked for. */
export function readBibtex(text: string): Bibliography {
  return finish(bibtexSteps(text, toCslItem));
}
