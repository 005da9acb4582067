import { SaxesParser } from 'saxes';
import type { Steps } from '../../util/steps';

/** Characters that are read without a break. */
const CHUNK = 32_768;

/** What to do at the parts of an XML text. Names come with their prefix, as Word writes them: `w:p`. */
export interface XmlHandler {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** Goes through an XML text. Entities that it declares itself are not expanded. Throws on malformed XML. */
export function* xmlSteps(xml: string, handler: XmlHandler): Steps<void> {
  const parser = new SaxesParser({ xmlns: false });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => handler.open(name, attributes));
  parser.on('closetag', ({ name }) => handler.close?.(name));
  parser.on('text', (text) => handler.text?.(text));
  for (let at = 0; at < xml.length; at += CHUNK) {
    yield;
    parser.write(xml.slice(at, at + CHUNK));
  }
  parser.close();
}
