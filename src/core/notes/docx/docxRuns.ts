/** Whether what is within this element was deleted or stands elsewhere as well: it is not read. */
export function isDeleted(name: string): boolean {
  return name === 'w:del' || name === 'w:moveFrom' || name === 'mc:Fallback';
}

/** Signs of symbol fonts, by their codes, which Word puts where autocorrection made an arrow. */
const symbols: Readonly<Record<string, string>> = { F0E0: '→', F0DF: '←', F0E8: '⇒', F0F0: '⇒', F0B7: '•' };

/** The character that an element within a run stands for; undefined if it stands for none that is known. */
export function characterOf(name: string, attributes: Readonly<Record<string, string>>): string | undefined {
  switch (name) {
    case 'w:tab':
    case 'w:ptab':
      // Within a paragraph's properties the same name defines where a tab goes.
      return attributes['w:pos'] === undefined ? '\t' : '';
    case 'w:br':
    case 'w:cr':
      return ' ';
    case 'w:noBreakHyphen':
      return '\u2011';
    case 'w:sym':
      return symbols[(attributes['w:char'] ?? '').toUpperCase()];
  }
  return undefined;
}

/** The space before the first word, in twentieths of a point: a first line may hang out, or stand in on its own. */
export function indentOf(attributes: Readonly<Record<string, string>>): number {
  const number = (name: string) => Number(attributes[`w:${name}`] ?? 0) || 0;
  return Math.max(0, (number('left') || number('start')) + number('firstLine') - number('hanging'));
}
