import { finish } from '../../util/steps';
import type { Bibliography } from './bibliography';
import { bibliographySteps } from './bibliographySteps';
import { toCslItem } from './bibtexItem';

/** Reads a bibliography file: BibTeX, BibLaTeX, CSL-JSON or CSL-YAML. Never throws; what is wrong is in `problems()`. */
export function readBibliography(text: string, fileName: string): Bibliography {
  return finish(bibliographySteps(text, fileName, toCslItem));
}
