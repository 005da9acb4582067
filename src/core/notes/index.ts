export { decodeNotes } from './decoding/decodeNotes';
export { encodingName, isShownRight } from './decoding/editorEncoding';
export { readOutline } from './readOutline';
export { readNotesFile } from './readNotesFile';
