// The assertions for the extension host of the web, which lacks `node:assert`: the npm package of the same functions.
import assert from 'assert/';

export default assert.strict;
