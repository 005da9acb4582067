import { Unzip, UnzipInflate } from 'fflate';
import type { Steps } from '../../util/steps';
import { english, type Phrase, phrase } from '../../util/localize';

/** The parts of a `.docx` that notes are read from, as XML; empty for what it does not have. */
export interface DocxParts {
  readonly document: string;
  readonly styles: string;
  readonly numbering: string;
  readonly footnotes: string;
  readonly endnotes: string;
  readonly comments: string;
}

/** Why a file could not be opened, in a sentence for the student. */
export class DocxError extends Error {
  constructor(readonly phrase: Phrase) {
    super(english(...phrase));
  }
}

/** Word on the web counts its parts up: `document2.xml`. */
const partName = /^word\/(document|styles|numbering|footnotes|endnotes|comments)\d{0,3}\.xml$/;

/** Unpacked, a long dissertation's text takes 5 MB; whatever grows beyond this is refused while it is unpacked. */
const largestText = 32 * 1024 * 1024;

/** Packed bytes that are unpacked without a break: they grow to four megabytes at the very most. */
const CHUNK = 4096;

/** Unpacks what is needed of a `.docx`. Throws a {@link DocxError} for what is no Word document, damaged or a zip bomb. */
export function* openDocx(bytes: Uint8Array): Steps<DocxParts> {
  const texts = new Map<string, string>();
  let size = 0;
  let failed = false;
  const unzip = new Unzip((file) => {
    const name = partName.exec(file.name)?.[1];
    if (name === undefined || texts.has(name)) return;
    const decoder = new TextDecoder();
    texts.set(name, '');
    file.ondata = (error, data, final) => {
      // The types promise an error; there is none if all is well.
      if (error as Error | null) failed = true;
      else if ((size += data.length) <= largestText)
        texts.set(name, (texts.get(name) ?? '') + decoder.decode(data, { stream: !final }));
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length && size <= largestText; at += CHUNK) {
      unzip.push(bytes.subarray(at, at + CHUNK), at + CHUNK >= bytes.length);
      yield;
    }
  } catch {
    failed = true;
  }
  if (size > largestText)
    throw new DocxError(
      phrase('This Word document unpacks to more than {0} MB of text and was not read.', 32),
    );
  if (failed || bytes[0] !== 0x50 || bytes[1] !== 0x4b)
    throw new DocxError(
      phrase('This Word document is damaged and could not be opened. Open it in Word and save it again.'),
    );
  const part = (name: string) => texts.get(name) ?? '';
  if (part('document') === '')
    throw new DocxError(phrase('This file is no Word document: it holds no text. Nothing was read from it.'));
  return {
    document: part('document'), styles: part('styles'), numbering: part('numbering'),
    footnotes: part('footnotes'), endnotes: part('endnotes'), comments: part('comments'),
  }; // prettier-ignore
}
