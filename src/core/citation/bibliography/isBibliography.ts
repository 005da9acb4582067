import { readCitekeys } from './bibliographySteps';

/** How far into a file its first entries are looked for. */
const headLength = 20_000;

/** What a CSL item has and other lists of objects with an id rarely have. */
const tellingVariables = ['author', 'editor', 'translator', 'issued', 'container-title', 'publisher'];

/**
 * Whether a JSON or YAML file is a bibliography by what it holds: a list in which an entry has an id, a title and
 * something like an author or a date, or such a list under `references` or `items`. Looks at its beginning only.
 */
export function isBibliography(text: string, fileName: string): boolean {
  const head = text.slice(0, headLength);
  if (
    !/^\uFEFF?\s*(?:\[|\{|-|#|references\s*:)/.test(head) ||
    !/["']?(?:id|citation-key)["']?\s*:/.test(head)
  )
    return false;
  return readCitekeys(head, fileName).entries.some((entry) => {
    const item = entry.item();
    return item?.title !== undefined && tellingVariables.some((variable) => item[variable] !== undefined);
  });
}
