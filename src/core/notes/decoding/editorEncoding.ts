import { decodeNotes } from './decodeNotes';

/** Encodings that read each other's files: the smaller ones give the same text as the larger ones that name the family. */
const families: Readonly<Record<string, string>> = {
  utf8bom: 'utf8',
  gbk: 'gb18030',
  gb2312: 'gb18030',
  big5hkscs: 'cp950',
};

const familyOf = (encoding: string) => families[encoding] ?? encoding;

/**
 * Whether an editor that decodes the file with `encoding` (VS Code's id) shows what we read. If not, saving there would
 * destroy characters.
 */
export function isShownRight(bytes: Uint8Array, encoding: string): boolean {
  const detected = decodeNotes(bytes).encoding;
  if (familyOf(detected) === familyOf(encoding)) return true;
  if (encoding.startsWith('utf16') || detected.startsWith('utf16')) return false;
  // Latin-1 has control characters where Windows-1252 has curly quotes and dashes.
  if (encoding === 'iso88591' && detected === 'windows1252') return !bytes.some((byte) => byte >> 5 === 4);
  return bytes.every((byte) => byte < 0x80);
}

const names: Readonly<Record<string, string>> = {
  utf8: 'UTF-8', utf8bom: 'UTF-8 with BOM', utf16le: 'UTF-16 LE', utf16be: 'UTF-16 BE', koi8r: 'KOI8-R',
  gb18030: 'GB 18030', cp950: 'Big5', shiftjis: 'Shift JIS', eucjp: 'EUC-JP', euckr: 'EUC-KR',
}; // prettier-ignore

/** What people call an encoding: `Windows-1252` for `windows1252`. */
export function encodingName(encoding: string): string {
  return (
    names[encoding] ??
    encoding.replace(/^windows(\d+)$/, 'Windows-$1').replace(/^iso8859(\d+)$/, 'ISO 8859-$1')
  );
}
