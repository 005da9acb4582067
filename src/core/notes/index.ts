export { decodeNotes } from './decoding/decodeNotes';
export { readOutline } from './readOutline';
