/** Language names of LaTeX's babel and polyglossia, by the locale that CSL wants. */
const names: Readonly<Record<string, string>> = {
  'en-US': 'english american usenglish en eng',
  'en-GB': 'british ukenglish',
  'en-CA': 'canadian',
  'en-AU': 'australian newzealand',
  'de-DE': 'german ngerman deutsch',
  'de-AT': 'austrian naustrian',
  'de-CH': 'swissgerman nswissgerman',
  'fr-FR': 'french francais français frenchb acadian',
  'es-ES': 'spanish español',
  'it-IT': 'italian italiano',
  'pt-PT': 'portuguese portuges',
  'pt-BR': 'brazilian brazil',
  'nl-NL': 'dutch',
  'ru-RU': 'russian русский',
  'uk-UA': 'ukrainian',
  'pl-PL': 'polish',
  'cs-CZ': 'czech',
  'sk-SK': 'slovak',
  'hu-HU': 'hungarian magyar',
  'ro-RO': 'romanian',
  'bg-BG': 'bulgarian',
  'sr-RS': 'serbian',
  'hr-HR': 'croatian',
  'sl-SI': 'slovene slovenian',
  'da-DK': 'danish',
  'sv-SE': 'swedish',
  'nb-NO': 'norwegian norsk',
  'fi-FI': 'finnish',
  'el-GR': 'greek',
  'tr-TR': 'turkish',
  'zh-CN': 'chinese',
  'ja-JP': 'japanese',
  'ko-KR': 'korean',
  ar: 'arabic',
  'he-IL': 'hebrew',
  la: 'latin',
};

const locales = new Map(
  Object.entries(names).flatMap(([locale, list]) => list.split(' ').map((name) => [name, locale] as const)),
);

/** The locale of a language that a `.bib` file names; a name that is a locale already, or is not known, stays. */
export function toLocale(language: string): string {
  return locales.get(language.trim().toLowerCase()) ?? language;
}
