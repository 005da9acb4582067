import assert from 'node:assert/strict';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { actionsVariable, testLinePrefix } from '../host/testReport';
import { closeEditors, workspaceUri } from '../integration/support/editor';
import { ownObjects, settledHeap, slope } from './support/heap';
import { Registrations } from './support/registrations';
import { writingDay } from './support/script';
import { Writer } from './support/writer';

const SEED = 20;
/** The share of the day after which what is kept for quick answers has been filled. */
const WARM_UP = 0.4;
const HEAP_SAMPLES = 20;
/** Megabytes that the heap may grow by in a thousand actions after that, and what is noise in the shortest run. */
const GROWTH = 0.3;
const NOISE = 3;
/** Of a class, so many more objects than after the warm-up are chance. */
const MORE_OBJECTS = 200;

const say = (text: string) => console.log(`${testLinePrefix}    ${text}`);

suite('A long day of writing', () => {
  teardown(closeEditors);

  test('leaves memory, listeners and timers where they were', async () => {
    const count = Number(process.env[actionsVariable] ?? 3000);
    const registrations = new Registrations();
    const rejections = watchRejections();
    const extension = vscode.extensions.all.find(
      ({ packageJSON }) => (packageJSON as { readonly name?: string }).name === 'marginalia',
    );
    assert.ok(extension);
    await extension.activate();
    const notes = await vscode.workspace.fs.readFile(workspaceUri('notes/Zubok and Pleshakov Notes.txt'));
    const statements = new TextDecoder()
      .decode(notes)
      .split(/\r?\n/)
      .filter((line) => line.split(' ').length > 5);
    const dist = join(extension.extensionUri.fsPath, 'dist', 'desktop');

    const writer = new Writer();
    await writer.open();
    const heap: { x: number; y: number }[] = [];
    let done = 0;
    const begun = performance.now();
    let held: ReadonlyMap<string, number> | undefined;
    let objects: ReadonlyMap<string, number> | undefined;
    let timers = 0;
    for (const action of writingDay(SEED, count, statements)) {
      await writer.perform(action);
      done += action.do === 'type' ? action.text.length : 1;
      if (done < (count * heap.length) / HEAP_SAMPLES) continue;
      heap.push({ x: done / 1000, y: await settledHeap() });
      if (held || done < WARM_UP * count) continue;
      await quiet();
      held = registrations.held;
      objects = await ownObjects(dist);
      timers = activeTimers();
    }
    await quiet();
    heap.push({ x: done / 1000, y: await settledHeap() });
    const objectsAtEnd = await ownObjects(dist);

    say(
      `${done} actions in ${Math.round((performance.now() - begun) / 1000)} s; busy for (ms, median and p95):`,
    );
    for (const [name, all] of [...writer.busy].sort())
      say(`  ${name}: ${at(all, 0.5)}, ${at(all, 0.95)} (${all.length}×)`);
    const warm = heap.filter(({ x }) => 1000 * x >= WARM_UP * count);
    const growth = slope(warm);
    say(`heap in MB: ${heap.map(({ y }) => y.toFixed(1)).join(' ')}`);
    say(`after warm-up it grows by ${growth.toFixed(2)} MB in 1,000 actions`);
    const heldAtEnd = registrations.held;
    const sum = (counts: ReadonlyMap<string, number> | undefined) =>
      [...(counts ?? [])].reduce((all, [, each]) => all + each, 0);
    say(
      `registrations: ${registrations.made} made, ${sum(held)} held after warm-up, ${sum(heldAtEnd)} at the end`,
    );
    say(`own objects: ${sum(objects)} after warm-up, ${sum(objectsAtEnd)} at the end`);
    for (const [name, each] of objectsAtEnd) {
      const before = objects?.get(name) ?? 0;
      if (each !== before) say(`  ${name}: ${before} → ${each}`);
    }
    say(`timers: ${timers} after warm-up, ${activeTimers()} at the end`);

    assert.deepEqual(rejections, []);
    assert.ok(registrations.made > 0, 'the registrations of the extension are seen');
    for (const [name, each] of heldAtEnd) assert.ok(each <= (held?.get(name) ?? 0) + 1, `${name}: ${each}`);
    const grown = growth * ((done - WARM_UP * count) / 1000);
    assert.ok(
      growth <= GROWTH || grown <= NOISE,
      `the heap grows by ${growth.toFixed(2)} MB in 1,000 actions`,
    );
    for (const [name, each] of objectsAtEnd) {
      const before = objects?.get(name) ?? 0;
      assert.ok(each <= 1.5 * before + MORE_OBJECTS, `${name}: ${before} → ${each}`);
    }
    assert.ok(activeTimers() <= timers + 5);
  }).timeout(25 * 60_000);
});

/** What nobody has caught, as far as our own code has to do with it. */
function watchRejections(): readonly string[] {
  const caught: string[] = [];
  const note = (error: unknown) => {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    if (/[\\/]dist[\\/]desktop[\\/]/.test(stack)) caught.push(stack);
  };
  process.on('unhandledRejection', note);
  process.on('uncaughtExceptionMonitor', note);
  return caught;
}

const activeTimers = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;

/** Long enough for everything that was put off to have been done. */
const quiet = () => new Promise((resolve) => setTimeout(resolve, 6000));

function at(all: readonly number[], share: number): string {
  const sorted = [...all].sort((a, b) => a - b);
  return (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(1);
}
