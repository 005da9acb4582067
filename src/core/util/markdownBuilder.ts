/** Text that shows as itself when rendered as Markdown: no markup, link, HTML, entity or icon of its own; one line. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\\`*_{}[\]()#+\-.!~|$:@^=/"']/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
}

/** Builds the Markdown of a hover or a preview out of untrusted texts: whatever is not a method's name is escaped. */
export class MarkdownBuilder {
  readonly #parts: string[] = [];

  /** Plain text. */
  text(text: string): this {
    this.#parts.push(escapeMarkdown(text));
    return this;
  }

  strong(text: string): this {
    return this.#wrapped('**', text);
  }

  emphasis(text: string): this {
    return this.#wrapped('*', text);
  }

  /** A link that runs a command of ours; `args` are passed as JSON. */
  command(title: string, command: string, args: unknown): this {
    this.#parts.push(
      `[${escapeMarkdown(title)}](command:${command}?${encodeURIComponent(JSON.stringify(args)).replace(/[()']/g, percentEncode)})`,
    );
    return this;
  }

  /** Markdown that is safe already: what our own citation processor wrote. */
  markdown(markdown: string): this {
    this.#parts.push(markdown);
    return this;
  }

  paragraph(): this {
    this.#parts.push('\n\n');
    return this;
  }

  rule(): this {
    this.#parts.push('\n\n---\n\n');
    return this;
  }

  toString(): string {
    return this.#parts.join('');
  }

  #wrapped(mark: string, text: string): this {
    if (text.trim() !== '') this.#parts.push(`${mark}${escapeMarkdown(text.trim())}${mark}`);
    return this;
  }
}

const percentEncode = (character: string) => `%${character.charCodeAt(0).toString(16)}`;
