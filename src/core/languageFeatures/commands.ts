/** Ids of the commands that cards and views run; a test holds them equal to those in package.json. */
export const commandIds = Object.freeze({
  findArgument: 'marginalia.findArgument',
  insertArgument: 'marginalia.insertArgument',
  insertSelectedArgument: 'marginalia.insertSelectedArgument',
  insertCitation: 'marginalia.insertCitation',
  replaceByQuotation: 'marginalia.replaceByQuotation',
  openArgument: 'marginalia.openArgument',
  chooseSource: 'marginalia.chooseSource',
  createNotesFolder: 'marginalia.createNotesFolder',
  showNotesReport: 'marginalia.showNotesReport',
  normalizeNotes: 'marginalia.normalizeNotes',
  acceptGhostText: 'marginalia.acceptGhostText',
  acceptCompletion: 'marginalia.acceptCompletion',
  selectCompletion: 'marginalia.selectCompletion',
  suggestMore: 'marginalia.suggestMore',
});
