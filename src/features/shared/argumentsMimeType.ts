/**
 * What is dragged from a view: a JSON list of argument ids. The only type, because with `text/uri-list` VS Code would open
 * the file instead of dropping into the essay.
 */
export const argumentsMimeType = 'application/vnd.marginalia.arguments';
