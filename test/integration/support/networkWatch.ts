type Call = (this: unknown, ...args: unknown[]) => unknown;

/** Where the extension's own code lies, as a stack trace names it. */
const OURS = /[\\/]dist[\\/](?:desktop[\\/]|web\.js)/;

/**
 * Watches everything by which JavaScript reaches a network, in a worker or in Node.
 * @returns what of it the extension has called so far, each with its stack; VS Code's own calls don't count
 */
export function watchNetwork(): readonly string[] {
  const calls: string[] = [];
  const note = (name: string) => {
    const { stack = '' } = new Error(`The extension has called ${name}`);
    if (OURS.test(stack)) calls.push(stack);
  };
  const world = globalThis as unknown as Record<string, Call | undefined>;
  const { fetch } = world;
  if (fetch)
    world.fetch = function (...args) {
      note('fetch');
      return fetch.apply(this, args);
    };
  for (const name of ['WebSocket', 'XMLHttpRequest', 'EventSource']) {
    const original = world[name];
    if (original)
      world[name] = new Proxy(original, {
        construct(target, args: unknown[], newTarget) {
          note(name);
          return Reflect.construct(target, args, newTarget) as object;
        },
      });
  }
  if (typeof process !== 'undefined' && typeof process.getBuiltinModule === 'function') {
    const socket = process.getBuiltinModule('node:net').Socket.prototype as unknown as { connect: Call };
    const { connect } = socket;
    socket.connect = function (...args) {
      note('net.Socket.connect');
      return connect.apply(this, args);
    };
  }
  return calls;
}
