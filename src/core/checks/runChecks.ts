import { bibliographyEntry } from './bibliographyEntry';
import { citationNeeded } from './citationNeeded';
import { duplicateFootnote } from './duplicateFootnote';
import { emptyFootnote } from './emptyFootnote';
import { locatorMismatch } from './locatorMismatch';
import { malformedCitation } from './malformedCitation';
import { misattributedQuotation } from './misattributedQuotation';
import { misquotation } from './misquotation';
import { missingLocator } from './missingLocator';
import { filesOfLibrary } from './filesOfLibrary';
import type { Check, CheckCode, CheckInput, CheckSeverities, EssayProblem } from './problem';
import type { Steps } from '../util/steps';
import { quotationNotInNotes } from './quotationNotInNotes';
import { uncitedArgument } from './uncitedArgument';
import { uncitedEntry } from './uncitedEntry';
import { undefinedFootnote } from './undefinedFootnote';
import { unknownCitekey } from './unknownCitekey';
import { unusedFootnote } from './unusedFootnote';

/** Each check with the codes it reports, any of which must be wanted for it to run. */
const checks: readonly { readonly codes: readonly CheckCode[]; readonly run: Check }[] = [
  { codes: ['uncited-argument'], run: uncitedArgument },
  { codes: ['misquotation'], run: misquotation },
  { codes: ['misattributed-quotation'], run: misattributedQuotation },
  { codes: ['quotation-not-in-notes'], run: quotationNotInNotes },
  { codes: ['unknown-citekey'], run: unknownCitekey },
  { codes: ['malformed-citation'], run: malformedCitation },
  { codes: ['locator-mismatch'], run: locatorMismatch },
  { codes: ['missing-locator'], run: missingLocator },
  { codes: ['undefined-footnote'], run: undefinedFootnote },
  { codes: ['duplicate-footnote'], run: duplicateFootnote },
  { codes: ['unused-footnote'], run: unusedFootnote },
  { codes: ['empty-footnote'], run: emptyFootnote },
  { codes: ['citation-needed'], run: citationNeeded },
  { codes: ['uncited-entry'], run: uncitedEntry },
  { codes: ['bibliography-entry'], run: bibliographyEntry },
  { codes: ['bibliography-entry', 'notes-file'], run: filesOfLibrary },
];

/** The problems of an essay in its order, each with the severity that the settings give it; pauses between the checks. */
export function* runChecks(input: CheckInput, severities: CheckSeverities): Steps<readonly EssayProblem[]> {
  const found: EssayProblem[] = [];
  for (const { codes, run } of checks) {
    if (codes.every((code) => severities[code] === 'off')) continue;
    yield;
    for (const finding of run(input)) {
      const severity = severities[finding.code];
      if (severity !== 'off')
        found.push({ ...finding, severity, key: `${finding.code}\n${finding.content}` });
    }
  }
  return found.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
