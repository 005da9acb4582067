import type { OutputFormat } from 'citeproc';
import { marks, withoutFormattingMarks } from './formattedText';

export const outputFormatName = 'marginalia';

const wrap = (on: string, off: string) => (_: unknown, text: string) => on + text + off;
const plain = (_: unknown, text: string) => text;

/** The output format of citeproc that writes `marks`: italics, bold and quotation marks; all else is plain text. */
export const outputFormat: OutputFormat = {
  text_escape: (text: string) => withoutFormattingMarks(text ?? ''),
  bibstart: '',
  bibend: '',
  '@font-style/italic': wrap(marks.italicOn, marks.italicOff),
  '@font-style/oblique': wrap(marks.italicOn, marks.italicOff),
  '@font-style/normal': wrap(marks.uprightOn, marks.uprightOff),
  '@font-variant/small-caps': false,
  '@font-variant/normal': false,
  '@passthrough/true': plain,
  '@font-weight/bold': wrap(marks.boldOn, marks.boldOff),
  '@font-weight/normal': false,
  '@font-weight/light': false,
  '@text-decoration/none': false,
  '@text-decoration/underline': false,
  '@vertical-align/baseline': false,
  '@vertical-align/sup': false,
  '@vertical-align/sub': false,
  '@strip-periods/true': plain,
  '@strip-periods/false': plain,
  '@quotes/true': (state, text: string | undefined) =>
    text === undefined
      ? state.getTerm('open-quote')
      : state.getTerm('open-quote') + text + state.getTerm('close-quote'),
  '@quotes/inner': (state, text: string | undefined) =>
    text === undefined ? '’' : state.getTerm('open-inner-quote') + text + state.getTerm('close-inner-quote'),
  '@quotes/false': false,
  '@cite/entry': plain,
  '@bibliography/entry': plain,
  '@display/block': (_, text: string) => ` ${text}`,
  '@display/left-margin': (_, text: string) => `${text} `,
  '@display/right-inline': plain,
  '@display/indent': (_, text: string) => ` ${text}`,
  '@showid/true': plain,
  '@URL/true': plain,
  '@DOI/true': plain,
};
