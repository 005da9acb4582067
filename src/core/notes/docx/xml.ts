import { SaxesParser } from 'saxes';

/** What to do at the parts of an XML text. Names come with their prefix, as Word writes them: `w:p`. */
export interface XmlHandler {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** Goes through an XML text. Entities that it declares itself are not expanded. Throws on malformed XML. */
export function readXml(xml: string, handler: XmlHandler): void {
  const parser = new SaxesParser({ xmlns: false });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => handler.open(name, attributes));
  parser.on('closetag', ({ name }) => handler.close?.(name));
  parser.on('text', (text) => handler.text?.(text));
  parser.write(xml).close();
}
