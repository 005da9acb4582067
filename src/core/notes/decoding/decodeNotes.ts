import type { NotesProblem } from '../outline';
import { decodeLegacy, detectLegacyEncoding } from './legacyEncoding';
import { binaryFormatOf } from './binaryFormat';
import { utf8Validity } from './utf8Validity';
import { type Phrase, phrase } from '../../util/localize';

/** The text of a notes file and how it was encoded. */
export interface DecodedNotes {
  /** Without a byte order mark; empty if the file holds no text. */
  readonly text: string;
  /** VS Code's id of the encoding: `utf8`, `utf8bom`, `utf16le`, `windows1252`, … */
  readonly encoding: string;
  readonly problems: readonly NotesProblem[];
}

const decodeAs = (label: string, bytes: Uint8Array) =>
  new TextDecoder(label, { ignoreBOM: true }).decode(bytes);

/**
 * Decodes a notes file: by its byte order mark, as UTF-16 without one, as UTF-8, else by the code page that its bytes speak
 * for. UTF-8 with a few bad bytes stays UTF-8, with U+FFFD in their place and a problem for the first. Never throws.
 */
export function decodeNotes(bytes: Uint8Array): DecodedNotes {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return decodeUtf8(bytes.subarray(3), 'utf8bom');
  if (first === 0xff && second === 0xfe) return decodeUtf16(bytes.subarray(2), 'utf16le');
  if (first === 0xfe && second === 0xff) return decodeUtf16(bytes.subarray(2), 'utf16be');
  const wide = wideEncoding(bytes);
  if (wide) return decodeUtf16(bytes, wide);
  const binary = binaryFormatOf(bytes);
  if (binary) return refuse(binary);
  const text = validUtf8(bytes);
  if (text !== undefined) return withNulProblem(text, 'utf8');
  const { good, bad } = utf8Validity(bytes);
  if (good >= bad) return decodeUtf8(bytes, 'utf8');
  const { label, id } = detectLegacyEncoding(bytes);
  return withNulProblem(decodeLegacy(label, bytes), id);
}

/** The text, at the decoder's own speed; undefined if there is a bad byte. */
function validUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function refuse(message: Phrase): DecodedNotes {
  return { text: '', encoding: 'binary', problems: [{ code: 'notes-file', message, line: 0 }] };
}

function decodeUtf8(bytes: Uint8Array, encoding: string): DecodedNotes {
  const { bad, firstBad } = utf8Validity(bytes);
  const decoded = withNulProblem(decodeAs('utf-8', bytes), encoding);
  if (bad === 0) return decoded;
  const line = decodeAs('utf-8', bytes.subarray(0, firstBad)).split(/\r\n|\r|\n/).length - 1;
  const message =
    bad === 1
      ? phrase('One byte here is not valid UTF-8 and shows as �. The rest of the file was read.')
      : phrase(
          '{0} bytes are not valid UTF-8 and show as �, the first of them here. The rest of the file was read.',
          bad,
        );
  return { ...decoded, problems: [...decoded.problems, { code: 'notes-file', message, line }] };
}

function decodeUtf16(bytes: Uint8Array, encoding: 'utf16le' | 'utf16be'): DecodedNotes {
  const text = decodeAs(encoding === 'utf16le' ? 'utf-16le' : 'utf-16be', bytes);
  const odd = bytes.length % 2 === 1;
  const message = phrase('This UTF-16 file ends in the middle of a character. The rest of it was read.');
  const line = odd ? text.split(/\r\n|\r|\n/).length - 1 : 0;
  return { text, encoding, problems: odd ? [{ code: 'notes-file', message, line }] : [] };
}

function withNulProblem(text: string, encoding: string): DecodedNotes {
  const at = text.indexOf('\0');
  if (at < 0) return { text, encoding, problems: [] };
  const line = text.slice(0, at).split(/\r\n|\r|\n/).length - 1;
  const message = phrase(
    'There are NUL characters in this file, the first of them here. They were left out of what was read.',
  );
  return { text, encoding, problems: [{ code: 'notes-file', message, line }] };
}

/** UTF-16 without a byte order mark: every other byte of Western text is NUL, and line breaks are two bytes. */
function wideEncoding(bytes: Uint8Array): 'utf16le' | 'utf16be' | undefined {
  const length = Math.min(bytes.length & ~1, 4096);
  if (length < 4) return undefined;
  let even = 0;
  let odd = 0;
  for (let index = 0; index < length; index += 2) {
    if (bytes[index] === 0) even++;
    if (bytes[index + 1] === 0) odd++;
  }
  const half = length / 2;
  if (odd > half * 0.3 && even < half * 0.02) return 'utf16le';
  if (even > half * 0.3 && odd < half * 0.02) return 'utf16be';
  return undefined;
}
