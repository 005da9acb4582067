import { type Phrase, phrase } from '../../util/localize';

const picture = phrase('This file is a picture, no text. Nothing was read from it.');
const program = phrase('This file is a program, no text. Nothing was read from it.');

const signatures: readonly (readonly [string, Phrase])[] = [
  ['%PDF-', phrase('This file is a PDF, no text. Nothing was read from it.')],
  [
    'PK\x03\x04',
    phrase(
      'This file is no text: it looks like a ZIP archive or an office document. Nothing was read from it.',
    ),
  ],
  ['\x89PNG', picture],
  ['\xff\xd8\xff', picture],
  ['GIF8', picture],
  ['{\\rtf', phrase('This is an RTF document. Nothing was read from it; save it as .docx or as plain text.')],
  ['\xd0\xcf\x11\xe0', phrase('This is an old Word document. Nothing was read from it; save it as .docx.')],
  ['\x1f\x8b', phrase('This file is compressed. Nothing was read from it; unpack it first.')],
  ['\x7fELF', program],
  ['MZ\x90\x00', program],
  ['SQLite format 3\x00', phrase('This file is a database, no text. Nothing was read from it.')],
];

/** Says what a file without readable text seems to be; undefined for text. */
export function binaryFormatOf(bytes: Uint8Array): Phrase | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 16));
  const known = signatures.find(([signature]) => head.startsWith(signature));
  if (known) return known[1];
  const sample = bytes.subarray(0, 8192);
  let control = 0;
  for (const byte of sample)
    if (byte < 0x20 && byte !== 0 && !(byte >= 0x08 && byte <= 0x0d) && byte !== 0x1a) control++;
  return control > Math.max(4, sample.length * 0.05)
    ? phrase('This file is no text: it looks like binary data. Nothing was read from it.')
    : undefined;
}
