// A window of VS Code as a process of its own: `window.js NOTES STORAGE once|forever` reads the notes and keeps them, once or
// until it is killed, and says on its standard output when it writes and, if only once, what it knows.
import { snapshotFolder } from '../../../src/host/node/snapshotFolder';
import { knowledgeOf, openDisk } from './diskLibrary';

const [notes = '', storage = '', how] = process.argv.slice(2);
const folder = snapshotFolder(storage);
const announced = {
  ...folder,
  write: async (name: string, bytes: Uint8Array) => {
    process.stdout.write('writes\n');
    await folder.write(name, bytes);
  },
};

void (async () => {
  do {
    const session = openDisk({ notes, storage }, announced);
    await session.reader.library();
    await session.reader.save();
    const known = await knowledgeOf(session);
    if (how === 'once') process.stdout.write(`${JSON.stringify(known)}\n`);
  } while (how === 'forever');
})();
