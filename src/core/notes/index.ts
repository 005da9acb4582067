export { decodeNotes } from './decoding/decodeNotes';
export { encodingName, isShownRight } from './decoding/editorEncoding';
export { outlineSteps, readOutline } from './readOutline';
export { notesFileSteps, readNotesFile } from './readNotesFile';
