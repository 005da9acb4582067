export { decodeNotes } from './decoding/decodeNotes';
export { readOutline } from './readOutline';
export { readNotesFile } from './readNotesFile';
