import { strFromU8, unzipSync } from 'fflate';

/** The parts of a `.docx` that notes are read from, as XML. */
export interface DocxParts {
  readonly document: string;
  readonly styles: string;
  readonly numbering: string;
}

/** Why a file could not be opened, in a sentence for the student. */
export class DocxError extends Error {}

const names = { document: 'word/document.xml', styles: 'word/styles.xml', numbering: 'word/numbering.xml' };

/** Unpacked, a long dissertation's text takes 5 MB; what claims more than this is refused before it is unpacked. */
const largestPart = 32 * 1024 * 1024;

/** Unpacks what is needed of a `.docx`. Throws a {@link DocxError} for what is no Word document, damaged or a zip bomb. */
export function openDocx(bytes: Uint8Array): DocxParts {
  const wanted = new Set(Object.values(names));
  let tooLarge = false;
  let files: Readonly<Record<string, Uint8Array>>;
  try {
    files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!wanted.has(name)) return false;
        if (originalSize > largestPart) tooLarge = true;
        return originalSize <= largestPart;
      },
    });
  } catch {
    throw new DocxError(
      'This Word document is damaged and could not be opened. Open it in Word and save it again.',
    );
  }
  if (tooLarge)
    throw new DocxError('This Word document unpacks to more than 32 MB of text and was not read.');
  const document = files[names.document];
  if (!document)
    throw new DocxError('This file is no Word document: it holds no text. Nothing was read from it.');
  const text = (name: string) => (files[name] ? strFromU8(files[name]) : '');
  return { document: strFromU8(document), styles: text(names.styles), numbering: text(names.numbering) };
}
