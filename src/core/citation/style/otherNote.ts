import type { Citation } from '../citation';
import type { CslItem } from '../cslItem';

/** Stands in a run for a note that cites nothing we know: the note after it can't refer to "the same work as before". */
export const otherNote: Citation = { cites: [{ citekey: '\u0000other' }] };
/** The item that `otherNote` cites; it has to be among the formatter's items. */
export const otherItem: CslItem = { id: '\u0000other', type: 'document', title: '-' };
