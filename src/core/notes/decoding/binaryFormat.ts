const signatures: readonly (readonly [string, string])[] = [
  ['%PDF-', 'a PDF'],
  ['PK\x03\x04', 'a ZIP archive or an office document'],
  ['\x89PNG', 'a picture'],
  ['\xff\xd8\xff', 'a picture'],
  ['GIF8', 'a picture'],
  ['{\\rtf', 'an RTF document; save it as .docx or as plain text'],
  ['\xd0\xcf\x11\xe0', 'an old Word document; save it as .docx'],
  ['\x1f\x8b', 'a compressed file'],
  ['\x7fELF', 'a program'],
  ['MZ\x90\x00', 'a program'],
  ['SQLite format 3\x00', 'a database'],
];

/** What a file without readable text seems to be, in words that complete "it looks like …"; undefined for text. */
export function binaryFormatOf(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 16));
  const known = signatures.find(([signature]) => head.startsWith(signature));
  if (known) return known[1];
  const sample = bytes.subarray(0, 8192);
  let control = 0;
  for (const byte of sample)
    if (byte < 0x20 && byte !== 0 && !(byte >= 0x08 && byte <= 0x0d) && byte !== 0x1a) control++;
  return control > Math.max(4, sample.length * 0.05) ? 'binary data' : undefined;
}
