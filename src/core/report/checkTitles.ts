import type { CheckCode } from '../checks/problem';
import type { Localize } from '../util/localize';

/** What people call the problems that a check reports. */
export function checkTitles(localize: Localize): Readonly<Record<CheckCode, string>> {
  return {
    'uncited-argument': localize('Arguments of your notes without a citation'),
    misquotation: localize('Quotations that differ from your notes'),
    'misattributed-quotation': localize('Quotations cited from the wrong work'),
    'quotation-not-in-notes': localize('Quotations that are in none of your notes'),
    'unknown-citekey': localize('Citekeys that no bibliography has'),
    'malformed-citation': localize('Citations that can’t be read'),
    'locator-mismatch': localize('Pages that differ from your notes'),
    'missing-locator': localize('Citations without a page'),
    'undefined-footnote': localize('Footnotes without a text'),
    'duplicate-footnote': localize('Footnotes with the same label'),
    'unused-footnote': localize('Footnotes that nothing refers to'),
    'empty-footnote': localize('Empty footnotes'),
    'citation-needed': localize('Places that you marked for a citation'),
    'uncited-entry': localize('Works of your bibliography that are never cited'),
    'bibliography-entry': localize('Incomplete entries of your bibliography'),
    'notes-file': localize('Notes that could not be read'),
  };
}
