// A window of VS Code as a process of its own: `window.js NOTES STORAGE once|forever` reads the notes and keeps them, once or
// until it is killed, and says on its standard output when it begins to write and what it knows.
import { knowledgeOf, openDisk } from './diskLibrary';

const [notes = '', storage = '', how] = process.argv.slice(2);
const library = { notes, storage };

void (async () => {
  do {
    const session = openDisk(library, storage);
    await session.reader.library();
    process.stdout.write('keeps\n');
    await session.reader.save();
    const known = await knowledgeOf(session);
    if (how === 'once') process.stdout.write(`${JSON.stringify(known)}\n`);
  } while (how === 'forever');
})();
