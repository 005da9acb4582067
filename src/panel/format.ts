/** Fills in a label: the texts of the page come translated, with `{0}` and `{1}` in their places. */
export { english as format } from '../core/util/localize';
