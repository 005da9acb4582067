import { analyse } from 'chardet';

/** A code page: its label in the Encoding Standard, and VS Code's id. */
export interface LegacyEncoding {
  readonly label: string;
  readonly id: string;
}

const windows1252: LegacyEncoding = { label: 'windows-1252', id: 'windows1252' };

/** chardet's names of what browsers, Node and VS Code can all decode. */
const encodings: Readonly<Record<string, LegacyEncoding>> = {
  'windows-1250': { label: 'windows-1250', id: 'windows1250' },
  'windows-1251': { label: 'windows-1251', id: 'windows1251' },
  'windows-1252': windows1252,
  'windows-1253': { label: 'windows-1253', id: 'windows1253' },
  'windows-1254': { label: 'windows-1254', id: 'windows1254' },
  'windows-1255': { label: 'windows-1255', id: 'windows1255' },
  'windows-1256': { label: 'windows-1256', id: 'windows1256' },
  'ISO-8859-1': windows1252,
  'ISO-8859-2': { label: 'iso-8859-2', id: 'iso88592' },
  'ISO-8859-5': { label: 'iso-8859-5', id: 'iso88595' },
  'ISO-8859-6': { label: 'iso-8859-6', id: 'iso88596' },
  'ISO-8859-7': { label: 'iso-8859-7', id: 'iso88597' },
  'ISO-8859-8': { label: 'iso-8859-8', id: 'iso88598' },
  'ISO-8859-9': { label: 'windows-1254', id: 'windows1254' },
  'KOI8-R': { label: 'koi8-r', id: 'koi8r' },
  GB18030: { label: 'gb18030', id: 'gb18030' },
  Big5: { label: 'big5', id: 'cp950' },
  Shift_JIS: { label: 'shift_jis', id: 'shiftjis' },
  'EUC-JP': { label: 'euc-jp', id: 'eucjp' },
  'EUC-KR': { label: 'euc-kr', id: 'euckr' },
};

const windows1251: LegacyEncoding = { label: 'windows-1251', id: 'windows1251' };

/**
 * The code page that bytes which are no UTF-8 are most likely written in. A few accents or curly quotes in Western text
 * give statistics little to go by: that is Windows-1252 unless another page is clearly likelier, or unless signs such as
 * `³` would stand within words.
 */
export function detectLegacyEncoding(bytes: Uint8Array): LegacyEncoding {
  const sample = bytes.subarray(0, 65_536);
  const candidates = analyse(sample).flatMap(({ name, confidence }) => {
    const encoding = encodings[name];
    return encoding && confidence > 0 ? [{ encoding, confidence }] : [];
  });
  if (isWestern(sample)) {
    const confidenceIn1252 = candidates.find(({ encoding }) => encoding === windows1252)?.confidence ?? 0;
    const other = candidates.find(({ encoding }) => /^windows125[04]$|^iso88592$/.test(encoding.id));
    const likelier = other && other.confidence >= 30 && other.confidence > confidenceIn1252 + 8;
    const signsInWords = /\p{L}[¡-¶¸-¹»-¿×÷]\p{L}/u.test(decodeLegacy('windows-1252', sample));
    return other && (likelier || signsInWords) ? other.encoding : windows1252;
  }
  const possible = candidates.filter(
    ({ encoding }) => !decodeLegacy(encoding.label, sample).includes('\ufffd'),
  );
  const best = possible[0];
  return best && best.confidence > 10 ? best.encoding : windows1251;
}

/** Whether most letters are ASCII. */
function isWestern(bytes: Uint8Array): boolean {
  let high = 0;
  let letters = 0;
  for (const byte of bytes) {
    if (byte >= 0x80) high++;
    else if ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a) letters++;
  }
  return letters > high * 2;
}

/** What Windows-1252 has at 0x80–0x9F; U+FFFD never, the gaps are control characters (Encoding Standard, index windows-1252). */
const windows1252Signs = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Decodes a code page. Node before version 23 takes Windows-1252 for Latin-1, which is made good here. */
export function decodeLegacy(label: string, bytes: Uint8Array): string {
  const text = new TextDecoder(label).decode(bytes);
  if (label !== 'windows-1252') return text;
  return text.replace(
    /[\u0080-\u009f]/g,
    (control) => windows1252Signs[control.charCodeAt(0) - 0x80] ?? control,
  );
}
