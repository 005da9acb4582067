/** A small generator of numbers (Park and Miller), so that a failing file can be made again from its seed. */
export function random(seed: number): (below: number) => number {
  let state = (seed * 48271 + 1) % 2147483647;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}

/** The syntaxes that generated notes are written in, with the file name that each would have. */
export const generatedFormats = {
  flat: 'txt', indented: 'txt', numbered: 'txt', markdown: 'md', obsidian: 'md', cornell: 'md', org: 'org', kindle: 'txt', zotero: 'md',
  readwiseTable: 'csv', readwiseData: 'json', hypothesisTable: 'csv', hypothesisData: 'json', hypothesisPage: 'html', kindleNotebook: 'html',
  zoteroPage: 'html',
} as const; // prettier-ignore

/** Formats of one whole, behind which nothing can be written. */
export const closedFormats: ReadonlySet<GeneratedFormat> = new Set<GeneratedFormat>([
  'readwiseTable', 'readwiseData', 'hypothesisTable', 'hypothesisData', 'hypothesisPage', 'kindleNotebook', 'zoteroPage',
]); // prettier-ignore

export type GeneratedFormat = keyof typeof generatedFormats;

const vocabulary =
  'the clerks kept rolls of every parish before war came and bonds were burnt because no minister would pay for grain that peasants had sold in spring while Moscow feared an army which it could not feed so treaties with Paris lasted only until harvest failed again under new governors'.split(
    ' ',
  );

/** Notes in one syntax: `statements` statements under questions, each with a word of its own (`zq17x`) to find it by. */
export function generateNotes(
  format: GeneratedFormat,
  statements: number,
  next: (below: number) => number,
): string {
  let marks = 0;
  const words = (least: number, most: number) =>
    Array.from({ length: least + next(most - least) }, () => vocabulary[next(vocabulary.length)] ?? '').join(
      ' ',
    );
  const mark = () => `zq${String(++marks)}x`;
  const place = () => (next(3) === 0 ? ` (p. ${String(1 + next(400))})` : '');
  const claim = () => `The ${mark()} ${words(8, 22)}`;
  const lines: string[] = [];
  const question = () => `Why did ${words(3, 7)}?`;
  const tail = () => place();
  const writers: Readonly<Record<GeneratedFormat, () => void>> = {
    flat: () => lines.push('', question(), '', ...several(() => claim() + tail())),
    indented: () =>
      lines.push('', question(), ...several(() => `${next(2) ? '\t' : '    '}• ${claim()}${tail()}`)),
    numbered: () =>
      lines.push(
        '',
        `${String(1 + next(20))}. ${question()}`,
        ...several((n) => `   ${'abcdefgh'[n % 8] ?? 'a'}. ${claim()}${tail()}`),
      ),
    markdown: () =>
      lines.push(
        '',
        `## ${question()}`,
        '',
        ...several((n) => `${n % 3 === 2 ? '  ' : ''}- ${emphasized(claim())}${tail()}`),
      ),
    obsidian: () =>
      lines.push(
        '',
        `## ${question()}`,
        '',
        ...several(
          (n) => `- ${n % 2 ? `==${claim()}==` : `[[Voss|Voss]]: ${claim()}`}${tail()} ^b${String(marks)}`,
        ),
      ),
    cornell: () => lines.push(...several(() => `| ${question()} | ${claim()}${tail()} |`)),
    org: () =>
      lines.push(`** ${question()}`, ...several((n) => `${n % 3 === 2 ? '  ' : ''}- ${claim()}${tail()}`)),
    kindle: () =>
      several((n) =>
        lines.push(
          'The Rolls (Voss, Ann)',
          `- Your Highlight on page ${String(n + marks + 1)} | Location ${String(marks * 20)}-${String(marks * 20 + 2)} | Added on Monday, 1 January 2024 10:00:00`,
          '',
          claim(),
          '==========',
        ),
      ),
    zotero: () => lines.push(...several(() => `“${claim()}” (Voss, 1999, p. ${String(1 + next(300))})`)),
    readwiseTable: () =>
      lines.push(
        ...several(
          () =>
            `"${claim()}, ""so it said""",The Rolls,Ann Voss,${next(3) ? '' : claim()},page,${String(1 + next(400))}`,
        ),
      ),
    readwiseData: () =>
      lines.push(
        ...several(
          () =>
            `${JSON.stringify({ text: `${claim()} “so” it\nsaid`, location: next(900), location_type: next(2) ? 'location' : 'order', note: next(3) ? '' : claim() })},`,
        ),
      ),
    hypothesisTable: () =>
      lines.push(
        ...several(
          (n) =>
            `2024-01-01,sam,${n % 2 ? '' : String(n + 1)},https://example.org/a,Public,Annotation,"${claim()}","${next(2) ? claim() : ''}",`,
        ),
      ),
    hypothesisData: () =>
      lines.push(
        ...several(
          () =>
            `${JSON.stringify({ id: `i${String(marks)}`, uri: 'https://example.org/a', text: next(2) ? claim() : '', document: { title: ['The Rolls'] }, target: [{ selector: [{ type: 'TextQuoteSelector', exact: claim() }] }] })},`,
        ),
      ),
    hypothesisPage: () =>
      lines.push(
        ...several(
          (n) =>
            `<article><h2>Annotation ${String(n + 1)}:</h2><table><tr><td>Quote:</td><td><blockquote>${claim()} &amp; more</blockquote></td></tr><tr><td>Comment:</td><td><p>${claim()}</p></td></tr></table></article>`,
        ),
      ),
    kindleNotebook: () =>
      lines.push(
        `<div class="sectionHeading">${question()}</div>`,
        ...several(
          (n) =>
            `<div class="noteHeading">\n  ${next(4) ? 'Highlight(<span class="highlight_pink">pink</span>)' : 'Note'} - Page ${String(n + 1)} &middot; Location ${String(marks * 9)}\n</div>\n<div class="noteText">\n  ${claim()} &mdash; &quot;so&quot;\n</div>`,
        ),
      ),
    zoteroPage: () =>
      lines.push(
        ...several((n) =>
          n % 2
            ? `<p><span class="highlight">“${claim()}”</span> <span class="citation">(<span class="citation-item">Voss, 1999, p. ${String(1 + next(300))}</span>)</span> ${claim()}</p>`
            : `<ul><li>${claim()}${tail()}<ul><li><em>${claim()}</em></li></ul></li></ul>`,
        ),
      ),
  };
  const around: Partial<Record<GeneratedFormat, readonly [string, string]>> = {
    readwiseTable: ['Highlight,Book Title,Book Author,Note,Location Type,Location', ''],
    readwiseData: ['{"results":[{"title":"The Rolls","author":"Ann Voss","highlights":[', '{}]}]}'],
    hypothesisTable: ['Created at,Author,Page,URL,Group,Type,Quote,Comment,Tags', ''],
    hypothesisData: ['{"export_date":"2024","annotations":[', '{}]}'],
    hypothesisPage: [
      '<html><head><title>Annotations on "The Rolls"</title></head><body><h1>Summary</h1><p>Total annotations: 3</p>',
      '</body></html>',
    ],
    kindleNotebook: [
      '<html><head><style>.noteText {}</style></head><body><div class="bookTitle">The Rolls</div><div class="authors">Voss, Ann</div>',
      '</body></html>',
    ],
    zoteroPage: [
      '<!DOCTYPE html><html><body><div class="zotero-notes"><div class="zotero-note"><h1>Voss Notes</h1>',
      '</div></div></body></html>',
    ],
  };
  const emphasized = (text: string) => (next(4) === 0 ? text.replace(/\w+ \w+$/, '**$&**') : text);
  function several<T>(make: (index: number) => T): T[] {
    return Array.from({ length: Math.min(8, statements - marks) }, (_, index) => make(index));
  }
  const [before, behind = ''] = around[format] ?? [];
  if (before !== undefined) lines.push(before);
  else if (format === 'org') lines.push('* Voss Notes');
  else if (format === 'zotero') lines.push('# Annotations', '');
  else if (format === 'cornell') lines.push('# Voss Notes', '', '| Questions | Notes |', '| --- | --- |');
  else if (format !== 'kindle')
    lines.push(format === 'markdown' || format === 'obsidian' ? '# Voss Notes' : 'Voss Notes');
  while (marks < statements) writers[format]();
  return `${lines.join('\n')}\n${behind}`;
}
