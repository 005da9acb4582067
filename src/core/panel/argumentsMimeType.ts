/**
 * What is dragged from a view or a card: a JSON list of argument ids. The only type, because with `text/uri-list` VS Code
 * would open the file instead of dropping into the essay.
 */
export const argumentsMimeType = 'application/vnd.marginalia.arguments';
