import { Tokenizer } from 'htmlparser2';
import type { Syntax } from '../outline';

/** Tags at which a line ends. */
const breaking = /^(?:address|article|aside|blockquote|body|br|center|dd|div|dl|dt|figcaption|figure|footer|form|h[1-6]|head|header|hr|html|img|li|main|nav|ol|p|pre|section|table|tbody|td|tfoot|th|thead|title|tr|ul)$/i; // prettier-ignore

/** Whether this element stands on lines of its own. */
export function isBlockTag(name: string): boolean {
  return breaking.test(name);
}

/** Whether what is within this element is no text for readers. */
export function isHiddenTag(name: string): boolean {
  return /^(?:script|style|template|noscript)$/i.test(name);
}

/** What a stretch of a file says whose format writes some characters another way: `&amp;`, `\"`, `""`. */
export function unescapeText(raw: string, syntax: Syntax): string {
  switch (syntax) {
    case 'html':
    case 'verbatim-html':
      return /[<&]/.test(raw) ? htmlText(raw) : raw;
    case 'verbatim-json':
      return raw.includes('\\') ? jsonText(raw) : raw;
    case 'verbatim-csv':
      return raw.replaceAll('""', '"');
    default:
      return raw;
  }
}

function htmlText(html: string): string {
  let text = '';
  let hidden = 0;
  const name = (start: number, end: number) => html.slice(start, end);
  const nothing = () => undefined;
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      ontext: (start, end) => void (hidden === 0 && (text += html.slice(start, end))),
      ontextentity: (code) => void (text += String.fromCodePoint(code)),
      onopentagname: (start, end) => {
        if (isHiddenTag(name(start, end))) hidden++;
        else if (isBlockTag(name(start, end))) text += ' ';
      },
      onclosetag: (start, end) => {
        if (isHiddenTag(name(start, end))) hidden = Math.max(0, hidden - 1);
        else if (isBlockTag(name(start, end))) text += ' ';
      },
      onattribdata: nothing, onattribentity: nothing, onattribend: nothing, onattribname: nothing, oncdata: nothing, oncomment: nothing,
      ondeclaration: nothing, onend: nothing, onopentagend: nothing, onprocessinginstruction: nothing, onselfclosingtag: nothing,
    },
  ); // prettier-ignore
  tokenizer.write(html);
  tokenizer.end();
  return text;
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** Undoes the escapes of RFC 8259, section 7. */
function jsonText(raw: string): string {
  return raw.replace(/\\(?:u([\da-f]{4})|(.))/gi, (_, code?: string, sign?: string) =>
    code ? String.fromCharCode(parseInt(code, 16)) : (escapes[sign ?? ''] ?? sign ?? ''),
  );
}
