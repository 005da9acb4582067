import assert from 'node:assert/strict';
import type { ReportBlock, ReportWords } from '../../../../src/core/report/reportDocument';
import { reportHtml } from '../../../../src/core/report/reportHtml';
import { reportMarkdown } from '../../../../src/core/report/reportMarkdown';

const HOSTILE = `"'><img src=x onerror=alert(1)> [a](command:b) | **c**`;
const words: readonly ReportWords[] = [
  HOSTILE,
  { text: HOSTILE, place: { file: HOSTILE, position: { line: 0, character: 0 } } },
  { text: HOSTILE, addPage: HOSTILE },
];
const blocks: readonly ReportBlock[] = [
  { kind: 'heading', level: 1, text: HOSTILE },
  { kind: 'paragraph', words },
  { kind: 'list', items: [words] },
  { kind: 'table', head: [HOSTILE], rows: [words] },
  { kind: 'picture', svg: '', text: HOSTILE },
];

suite('Hostile words of a report', () => {
  for (const block of blocks)
    test(`are text in its ${block.kind}`, () => {
      const report = { title: HOSTILE, blocks: [block] };
      const html = reportHtml(report);
      assert.match(html, /img/);
      assert.doesNotMatch(html, /<img|"'>/);
      assert.doesNotMatch(reportMarkdown(report), /<img|(?<!\\)\]\(|(?<!\\)\*\*c|(?<!\\)\| \*/);
    });
});
