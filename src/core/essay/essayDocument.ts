import { TreeFragment, type Tree } from '@lezer/common';
import type { Position, Range, Span } from '../text/position';
import { LineMap } from '../text/lineMap';
import { Lazy } from '../util/lazy';
import { type EssayMetadata, readEssayMetadata } from './essayMetadata';
import { type Footnotes, readFootnotes } from './footnotes';
import { frontMatterLength, markdownParser, withoutFrontMatter } from './markdown';
import { type Heading, type Paragraph, type Prose, type Sentence, readProse } from './prose';

/** What stands at a place of an essay, as far as inserting there is concerned. */
export type Place = 'prose' | 'heading' | 'footnote' | 'link' | 'code' | 'frontMatter';

const QUESTION = /^question[ \t]*:[ \t]*(["']?)(.+?)\1[ \t]*$/im;
const TITLE = /^title[ \t]*:[ \t]*(["']?)(.+?)\1[ \t]*$/im;

/**
 * One state of an essay's text and what is read from it, each part when it is first asked for. Immutable: `edited` gives
 * the next state and reuses what the edit did not touch of the syntax tree.
 */
export class EssayDocument {
  readonly text: string;
  /** Where it lies, if it lies anywhere: whatever string the host uses for files. */
  readonly uri: string | undefined;
  readonly tree: Tree;
  readonly lines: LineMap;
  readonly #prose = new Lazy<Prose>(() => readProse(this.text, this.tree));
  readonly #footnotes = new Lazy<Footnotes>(() => readFootnotes(this.text, this.tree));
  readonly #metadata = new Lazy<EssayMetadata>(() => readEssayMetadata(this.text));
  readonly #question = new Lazy(() => {
    const fields = this.text.slice(0, frontMatterLength(this.text)).replace(/\r/g, '');
    const field = (pattern: RegExp) => pattern.exec(fields)?.[2];
    return field(QUESTION) ?? field(TITLE) ?? this.#prose.value.headings[0]?.text;
  });

  private constructor(text: string, tree: Tree, uri: string | undefined) {
    this.text = text;
    this.uri = uri;
    this.tree = tree;
    this.lines = new LineMap(text);
  }

  static read(text: string, uri?: string): EssayDocument {
    return new EssayDocument(text, markdownParser.parse(withoutFrontMatter(text)), uri);
  }

  /** The essay after its text became `text`. */
  edited(text: string): EssayDocument {
    if (text === this.text) return this;
    const { start, oldEnd, newEnd } = differingSpan(this.text, text);
    if (start < Math.max(frontMatterLength(this.text), frontMatterLength(text)))
      return EssayDocument.read(text, this.uri);
    // The parser takes what begins a text for whole, even where a cut has moved it there.
    const more = start === 0 ? 1 : 0;
    const fragments = TreeFragment.applyChanges(TreeFragment.addTree(this.tree), [
      { fromA: start, toA: oldEnd + more, fromB: start, toB: newEnd + more },
    ]);
    return new EssayDocument(text, markdownParser.parse(withoutFrontMatter(text), fragments), this.uri);
  }

  /** The sentences of the running text, in order; headings, code, front matter and footnotes are none. */
  get sentences(): readonly Sentence[] {
    return this.#prose.value.sentences;
  }

  /** The headings in order. */
  get headings(): readonly Heading[] {
    return this.#prose.value.headings;
  }

  /** What its front matter says about its citations. */
  get metadata(): EssayMetadata {
    return this.#metadata.value;
  }

  /** What the sentences stand in, in order. */
  get paragraphs(): readonly Paragraph[] {
    return this.#prose.value.paragraphs;
  }

  get footnotes(): Footnotes {
    return this.#footnotes.value;
  }

  /** The sentence that holds `offset` or ends there. */
  sentenceAt(offset: number): Sentence | undefined {
    return this.sentences.find((sentence) => sentence.span.start <= offset && offset <= sentence.span.end);
  }

  /** The sentence that holds `offset`, or else the last one before it in its paragraph. */
  sentenceUpTo(offset: number): Sentence | undefined {
    const sentence = this.sentences.findLast(({ span }) => span.start <= offset);
    if (!sentence || /\n[ \t]*\r?\n/.test(this.text.slice(sentence.span.end, offset))) return undefined;
    return sentence;
  }

  /** The text of the nearest heading above `offset`, without its marks. */
  headingAbove(offset: number): string | undefined {
    return this.#prose.value.headings.findLast((heading) => heading.offset < offset)?.text;
  }

  /** What the essay asks: `question:` or `title:` in its front matter, else its first heading. */
  get question(): string | undefined {
    return this.#question.value;
  }

  placeAt(offset: number): Place {
    if (offset < frontMatterLength(this.text)) return 'frontMatter';
    const lineStart = this.lines.lineStart(this.lines.positionAt(offset).line);
    for (let node = this.tree.resolveInner(offset, -1); ; node = node.parent) {
      if (
        /^(?:FencedCode|CodeBlock|InlineCode|HTMLBlock|CommentBlock|HTMLTag|Comment|URL|LinkReference)$/.test(
          node.name,
        )
      ) {
        if (node.name !== 'InlineCode' || offset < node.to) return 'code';
      }
      // Brackets alone are a link only if somewhere a target for them is defined: far more often they are just brackets.
      if (/^(?:Link|Image)$/.test(node.name) && node.from < offset && offset < node.to) {
        if (node.getChild('URL') ?? node.getChild('LinkLabel')) return 'link';
      }
      if (/^(?:ATX|Setext)Heading/.test(node.name) && lineStart <= node.to) return 'heading';
      if (/^(?:FootnoteDefinition|InlineNote|FootnoteReference)$/.test(node.name) && isInside(node, offset))
        return 'footnote';
      if (!node.parent) return 'prose';
    }
  }

  /** Whether a table's cell is, or can be, at `offset`. */
  isInTable(offset: number): boolean {
    for (let node = this.tree.resolveInner(offset, -1); ; node = node.parent) {
      if (node.name === 'Table') return true;
      if (!node.parent) return false;
    }
  }

  positionAt(offset: number): Position {
    return this.lines.positionAt(offset);
  }

  offsetAt(position: Position): number {
    return this.lines.offsetAt(position);
  }

  rangeOf(span: Span): Range {
    return this.lines.rangeOf(span);
  }
}

/** Inside an inline mark means before its end; a footnote's definition is also entered at its very end. */
function isInside(node: { readonly name: string; readonly to: number }, offset: number): boolean {
  return node.name === 'FootnoteDefinition' ? offset <= node.to : offset < node.to;
}

/** UTF-16 units that are compared in one go, which costs little more than one. */
const CHUNK = 1024;

function isSameChunk(a: string, atA: number, b: string, atB: number): boolean {
  return a.slice(atA, atA + CHUNK) === b.slice(atB, atB + CHUNK);
}

/** The smallest stretch by which two texts differ. */
function differingSpan(before: string, after: string): { start: number; oldEnd: number; newEnd: number } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start + CHUNK <= shorter && isSameChunk(before, start, after, start)) start += CHUNK;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let tail = 0;
  while (
    tail + CHUNK <= shorter - start &&
    isSameChunk(before, before.length - tail - CHUNK, after, after.length - tail - CHUNK)
  )
    tail += CHUNK;
  while (
    tail < shorter - start &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail++;
  }
  return { start, oldEnd: before.length - tail, newEnd: after.length - tail };
}
