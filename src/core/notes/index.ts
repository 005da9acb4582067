export { decodeNotes } from './decoding/decodeNotes';
export { encodingName, isShownRight } from './decoding/editorEncoding';
export { outlineSteps, readOutline } from './readOutline';
export { isDocx, notesTextSteps } from './notesTextSteps';
