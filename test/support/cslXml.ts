import { styles } from 'csl-assets';

interface Node {
  readonly name: string;
  readonly attrs?: Readonly<Record<string, string>>;
  readonly children?: readonly (Node | string)[];
}

const escape = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

function write(node: Node | string): string {
  if (typeof node === 'string') return escape(node);
  const attributes = Object.entries(node.attrs ?? {}).map(([name, value]) => ` ${name}="${escape(value)}"`);
  return `<${node.name}${attributes.join('')}>${(node.children ?? []).map(write).join('')}</${node.name}>`;
}

/** A bundled style as the XML that other programs read. */
export function styleXml(asset: string): string {
  const tree = JSON.parse(styles[asset] ?? '') as Node;
  const attrs = { xmlns: 'http://purl.org/net/xbiblio/csl', ...tree.attrs };
  return `<?xml version="1.0" encoding="utf-8"?>\n${write({ ...tree, attrs })}\n`;
}
