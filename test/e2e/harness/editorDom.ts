import type { Page } from 'playwright-core';

/**
 * The middle of the first place in the active editor where a text is on the screen, in CSS pixels. The text must
 * stand in one line as it is wrapped.
 */
export async function pointOfText(
  page: Page,
  text: string,
): Promise<{ readonly x: number; readonly y: number }> {
  const find = (wanted: string) => {
    for (const line of document.querySelectorAll(
      '.editor-group-container.active .monaco-editor .view-line',
    )) {
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      const nodes: Node[] = [];
      while (walker.nextNode()) nodes.push(walker.currentNode);
      // VS Code draws spaces as no-break spaces, and splits a line where its colours change.
      const drawn = nodes.map((node) => (node.textContent ?? '').replaceAll('\u00a0', ' '));
      const start = drawn.join('').indexOf(wanted);
      if (start < 0) continue;
      const place = (offset: number): [Node, number] | undefined => {
        let rest = offset;
        for (const [index, part] of drawn.entries()) {
          const node = nodes[index];
          if (node && rest <= part.length) return [node, rest];
          rest -= part.length;
        }
        return undefined;
      };
      const from = place(start);
      const to = place(start + wanted.length);
      if (!from || !to) continue;
      const range = document.createRange();
      range.setStart(...from);
      range.setEnd(...to);
      const { left, top, width, height } = range.getBoundingClientRect();
      if (width > 0) return { x: left + width / 2, y: top + height / 2 };
    }
    return undefined;
  };
  const found = await page.waitForFunction(find, text);
  const point = await found.jsonValue();
  if (!point) throw new Error(`“${text}” is not on the screen`);
  return point;
}
