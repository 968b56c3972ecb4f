import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const MODULE = pathToFileURL(join(import.meta.dirname, '../../../scripts/startLock.mjs')).href;
/** Tells of its coming and going, and does something else in between. */
const GUEST = `
  import { appendFileSync } from 'node:fs';
  import { setTimeout } from 'node:timers/promises';
  import { underLock } from '${MODULE}';
  const [lock, book, end] = process.argv.slice(1);
  await underLock(lock, async () => {
    appendFileSync(book, 'in ');
    await setTimeout(20);
    appendFileSync(book, 'out ');
    if (end === 'exit') process.exit(0);
    if (end === 'die') process.kill(process.pid, 'SIGKILL');
  });`;

type End = 'return' | 'exit' | 'die';

let folder: string;
const lock = () => join(folder, 'lock');
const book = () => join(folder, 'book');

function spawnGuest(end: End) {
  const args = ['--input-type=module', '--eval', GUEST, lock(), book(), end];
  return spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
}

/** Resolves when the guest is gone. */
async function guest(end: End): Promise<void> {
  await once(spawnGuest(end), 'exit');
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'showfloor-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the lock of a start', () => {
  it('lets in one at a time, and leaves nothing behind', async () => {
    await Promise.all([guest('return'), guest('exit'), guest('return'), guest('exit')]);
    expect(readFileSync(book(), 'utf8')).toBe('in out '.repeat(4));
    expect(readdirSync(folder)).toEqual(['book']);
  });

  it('passes from one that was killed to one of those that wait', async () => {
    await guest('die');
    expect(readdirSync(lock())).toHaveLength(1);
    await Promise.all([guest('return'), guest('return'), guest('return')]);
    expect(readFileSync(book(), 'utf8')).toBe('in out '.repeat(4));
    expect(readdirSync(folder)).toEqual(['book']);
  });

  it('is free where one was killed while it gave the lock back', async () => {
    mkdirSync(lock());
    await guest('return');
    expect(readFileSync(book(), 'utf8')).toBe('in out ');
  });

  it('is kept by one that lives', async () => {
    mkdirSync(lock());
    const holder = join(lock(), `${process.pid}-someone`);
    writeFileSync(holder, '');
    const waiting = spawnGuest('return');
    const gone = once(waiting, 'exit');
    // It says that it waits.
    await once(waiting.stdout, 'data');
    expect(readdirSync(folder)).toEqual(['lock']);
    rmSync(holder);
    await gone;
    expect(readFileSync(book(), 'utf8')).toBe('in out ');
  });
});
