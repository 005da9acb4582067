/** A citation style that is shipped with Marginalia. */
export interface BundledStyle {
  /** The id of the CSL style repository's newer naming generation. */
  readonly id: string;
  /** The name that people know it by. */
  readonly title: string;
  /** Citations are footnotes in it, otherwise they stand in the text. */
  readonly isNote: boolean;
  /** Other ids of the same style, older generations' among them. */
  readonly aliases: readonly string[];
  /** The style's own locale, if it has one. */
  readonly defaultLocale?: string;
  /** Its name in the `csl-assets` module. */
  readonly asset: string;
}

export const defaultStyleId = 'chicago-notes-bibliography-17th-edition';

export const bundledStyles: readonly BundledStyle[] = [
  {
    id: defaultStyleId,
    title: 'Chicago Manual of Style, 17th edition (notes and bibliography)',
    isNote: true,
    aliases: ['chicago-fullnote-bibliography', 'chicago-fullnote-bibliography-17th-edition'],
    asset: 'chicago-fullnote-bibliography',
  },
  {
    id: 'chicago-notes-bibliography-17th-edition-with-ibid',
    title: 'Chicago Manual of Style, 17th edition (notes and bibliography, with ibid.)',
    isNote: true,
    aliases: [
      'chicago-fullnote-bibliography-with-ibid',
      'chicago-notes-bibliography-with-ibid-17th-edition',
      'chicago-fullnote-bibliography-17th-edition-with-ibid',
    ],
    asset: 'chicago-fullnote-bibliography-with-ibid',
  },
  {
    id: 'chicago-author-date-17th-edition',
    title: 'Chicago Manual of Style, 17th edition (author-date)',
    isNote: false,
    aliases: ['chicago-author-date'],
    asset: 'chicago-author-date',
  },
  {
    id: 'modern-language-association',
    title: 'MLA Handbook, 9th edition',
    isNote: false,
    aliases: ['modern-language-association-9th-edition', 'mla'],
    asset: 'modern-language-association',
  },
  {
    id: 'apa',
    title: 'APA, 7th edition',
    isNote: false,
    aliases: ['apa-7th-edition', 'american-psychological-association'],
    asset: 'apa',
  },
  {
    id: 'harvard-cite-them-right',
    title: 'Harvard (Cite Them Right)',
    isNote: false,
    aliases: ['harvard-cite-them-right-12th-edition'],
    defaultLocale: 'en-GB',
    asset: 'harvard-cite-them-right',
  },
];

/** What a bibliography is called in a style, in English. */
export function bibliographyTitle(styleId: string): string {
  if (styleId.startsWith('modern-language')) return 'Works Cited';
  if (styleId.startsWith('harvard')) return 'Reference List';
  return styleId.startsWith('apa') || styleId.includes('author-date') ? 'References' : 'Bibliography';
}

/** The bundled style that `name` means: an id of either naming generation, with or without `.csl` or its Zotero address. */
export function findBundledStyle(name: string): BundledStyle | undefined {
  const id = name
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\/(www\.)?zotero\.org\/styles\//, '')
    .replace(/\.csl$/, '');
  return bundledStyles.find((style) => style.id === id || style.aliases.includes(id));
}
