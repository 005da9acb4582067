/** Notes on another book that answer one of the sample's questions otherwise. */
export const kennedyNotes = [
  'Kennedy Notes',
  '',
  'How did Stalin handle this delicate situation?',
  '',
  'Stalin let the Chinese pay for a war that he had allowed',
].join('\n');
