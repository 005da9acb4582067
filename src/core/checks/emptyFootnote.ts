import { markOf } from './footnoteMark';
import type { Check, Finding } from './problem';

/** A note without words. */
export const emptyFootnote: Check = ({ essay: { footnotes }, localize }) => {
  const finding = (span: Finding['span'], content: string): Finding => ({
    code: 'empty-footnote',
    message: localize('This footnote is empty. Write what it should say, or delete it with its mark.'),
    span,
    related: [],
    fixes: [],
    content,
  });
  const inPlace = footnotes.references.filter(
    ({ label, text }) => label === undefined && text?.trim() === '',
  );
  const defined = footnotes.definitions.filter(({ text }) => text.trim() === '');
  return [
    ...inPlace.map(({ span }) => finding(span, '')),
    ...defined.map((definition) => finding(markOf(definition), definition.label)),
  ];
};
