import { NoteRecognizer } from '../../src/core/citation/recognition/recognizeNote';
import { CitationFormatter } from '../../src/core/citation/style/citationFormatter';
import { otherItem } from '../../src/core/citation/style/otherNote';
import type { CslStyle } from '../../src/core/citation/style/cslStyle';
import { bundledStyles } from '../../src/core/citation/style/styleCatalogue';
import type { CitationForm } from '../../src/core/citation/citation';
import { applyEdits } from '../../src/core/citation/textEdit';
import type { CslItem } from '../../src/core/citation/cslItem';
import { EssayDocument } from '../../src/core/essay/essayDocument';
import { emptyRecord, NoteMemory, type NoteRecord, remember } from '../../src/core/essay/notes/noteRecord';
import { convertCitations } from '../../src/core/essay/notes/convertEssay';
import { definitionLayout } from '../../src/core/essay/notes/definitionGroups';
import type { NoteKnowledge } from '../../src/core/essay/notes/essayNotes';
import { type TidiedFootnotes, tidyFootnotes } from '../../src/core/essay/notes/tidyFootnotes';
import { book, bundled, zubok } from '../unit/core/citation/fixtures';

export const chicago = 'chicago-notes-bibliography-17th-edition';
export const withIbid = `${chicago}-with-ibid`;
export const works: readonly CslItem[] = [
  zubok,
  { ...book('gaddis2005', 'John Gaddis', 'The Cold War: A New History', 2005), publisher: 'Penguin' },
  book('gaddis1997', 'John Gaddis', 'We Now Know: Rethinking Cold War History', 1997),
  {
    id: 'leffler1984',
    type: 'article-journal',
    title: 'The American Conception of National Security',
    author: [{ family: 'Leffler', given: 'Melvyn' }],
    'container-title': 'American Historical Review',
    issued: { 'date-parts': [[1984]] },
  },
];
const formatters = new Map<string, CitationFormatter>();
const recognizers = new Map<string, NoteRecognizer>();

/** Tidies as the extension does, keeping the record; without one it has been lost. */
export class Desk {
  record: NoteRecord = emptyRecord;
  items: readonly CslItem[] = works;
  left: readonly string[] = [];
  style = chicago;
  locale: string | undefined;

  tidy(text: string): string {
    return this.#apply(text, tidyFootnotes);
  }

  convert(text: string, to: CitationForm): string {
    const { layout } = this.record;
    const converted = this.#apply(text, (essay, knowledge, formatter) =>
      convertCitations(essay, knowledge, formatter, to, { layout }),
    );
    const before = EssayDocument.read(text);
    if (before.footnotes.definitions.length > 0)
      this.record = { ...this.record, layout: definitionLayout(before) };
    return converted;
  }

  toFootnotes(text: string): string {
    return this.convert(text, 'footnote');
  }

  toCitations(text: string): string {
    return this.convert(text, 'pandoc');
  }

  #apply(
    text: string,
    change: (essay: EssayDocument, knowledge: NoteKnowledge, formatter: CitationFormatter) => TidiedFootnotes,
  ): string {
    const essay = EssayDocument.read(text);
    const items = new Map(this.items.map((item) => [item.id, item]));
    const style = bundled(this.style);
    const key = `${this.style} ${this.locale ?? ''}`;
    const formatter = formatters.get(key) ?? new CitationFormatter(style, this.locale);
    formatters.set(key, formatter);
    formatter.setItems([...this.items, otherItem]);
    const styles = [style, ...bundledStyles.filter(({ id }) => id !== style.id)];
    const knowledge = {
      memory: new NoteMemory(this.record, essay.footnotes.definitions),
      recognizer: this.#recognizer(key, styles).with(this.record.works),
      items,
    };
    const { edits, notes, left } = change(essay, knowledge, formatter);
    this.record = remember(this.record, notes, items);
    this.left = left.map(({ text: note, reason }) => `${reason}: ${note}`);
    return applyEdits(text, edits);
  }

  #recognizer(style: string, styles: readonly CslStyle[]): NoteRecognizer {
    const key = `${style} ${JSON.stringify(this.items)}`;
    const recognizer = recognizers.get(key) ?? new NoteRecognizer(this.items, styles, this.locale);
    recognizers.set(key, recognizer);
    return recognizer;
  }
}
