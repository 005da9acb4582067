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

  /** Plain text with some of its words in bold; words are found as they are written. */
  marked(text: string, words: readonly string[]): this {
    const wanted = words.filter((word) => /[\p{L}\p{N}]/u.test(word));
    let at = 0;
    for (let from = 0; from < text.length; from++) {
      const end = endOfRun(text, from, wanted);
      if (end === undefined) continue;
      this.text(text.slice(at, from)).strong(text.slice(from, end));
      at = end;
      from = end - 1;
    }
    return this.text(text.slice(at));
  }

  /** A point of a list. */
  bullet(text: string): this {
    this.#parts.push('\n- ');
    return this.text(text);
  }

  /** Links that run commands of ours, below a rule; nothing if there are none. */
  actions(
    actions: readonly { readonly title: string; readonly command: string; readonly args: unknown }[],
  ): this {
    if (actions.length > 0) this.rule();
    actions.forEach(({ title, command, args }, index) => {
      if (index > 0) this.text(' · ');
      this.command(title, command, args);
    });
    return this;
  }

  /** A link that runs a command of ours; `args` are passed as JSON. */
  command(title: string, command: string, args: unknown): this {
    // VS Code decodes the query twice, so a literal percent sign is encoded twice.
    const query = encodeURIComponent(JSON.stringify(args))
      .replace(/%25/g, '%2525')
      .replace(/[()']/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
    this.#parts.push(`[${escapeMarkdown(title)}](command:${command}?${query})`);
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

const BEGINS = /(?<![\p{L}\p{N}])/uy;
const ENDS = /(?![\p{L}\p{N}])/uy;

/** Where the words among `wanted` end that stand at `from`, one after the other; undefined if none does. */
function endOfRun(text: string, from: number, wanted: readonly string[]): number | undefined {
  let end = endOfWord(text, from, wanted);
  for (let next = end; next !== undefined;) {
    end = next;
    next = /[\s-]/.test(text.charAt(end)) ? endOfWord(text, end + 1, wanted) : undefined;
  }
  return end;
}

function endOfWord(text: string, from: number, wanted: readonly string[]): number | undefined {
  if (!isAt(BEGINS, text, from)) return undefined;
  const word = wanted.find((each) => text.startsWith(each, from) && isAt(ENDS, text, from + each.length));
  return word === undefined ? undefined : from + word.length;
}

function isAt(pattern: RegExp, text: string, offset: number): boolean {
  pattern.lastIndex = offset;
  return pattern.test(text);
}
