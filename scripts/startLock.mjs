/**
 * One start at a time installs and builds; the others wait. The lock is a folder with one file in it, named after the
 * holder. A rename puts it there whole, and never replaces a folder that has something in it: of several, one gets it.
 * Who finds the holder dead removes the file of that holder and no other's, so that a takeover cannot rob a third.
 */
import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, rmSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

const LOOK_EVERY_MS = 100;
/** Far above an install on a slow line and a build; against a process number that another program got meanwhile. */
const PATIENCE_MS = 1_800_000;

/**
 * Waits until no other process is in here, then runs `act`. Ends the process with a sentence and code 1 when the lock
 * cannot be had.
 * @template T
 * @param {string} lock folder that is the lock; the one around it exists
 * @param {() => Promise<T>} act
 * @returns {Promise<T>}
 */
export async function underLock(lock, act) {
  const holder = `${process.pid}-${randomUUID()}`;
  await take(lock, holder);
  const release = () => remove(lock, holder);
  // A signal in the middle of `act` ends the process.
  process.once('exit', release);
  try {
    return await act();
  } finally {
    process.off('exit', release);
    release();
  }
}

/**
 * @param {string} lock
 * @param {string} holder
 */
async function take(lock, holder) {
  const deadline = Date.now() + PATIENCE_MS;
  let isWaiting = false;
  while (!tryToTake(lock, holder)) {
    if (!isWaiting) console.log('Another start installs or builds here; waiting for it …');
    isWaiting = true;
    if (Date.now() > deadline) {
      refuse(`Another start still installs or builds here: stop it, or remove ${lock} when there is none.`);
    }
    await setTimeout(LOOK_EVERY_MS);
  }
}

/**
 * @param {string} lock
 * @param {string} holder
 */
function tryToTake(lock, holder) {
  const other = holderOf(lock);
  if (other !== undefined && isAlive(other)) return false;
  remove(lock, other);
  const draft = `${lock}.${holder}`;
  try {
    mkdirSync(draft);
    writeFileSync(join(draft, holder), '');
  } catch (error) {
    refuse(`It cannot install or build, because ${lock} cannot be made there (${String(error)}).`);
  }
  try {
    renameSync(draft, lock);
    return true;
  } catch {
    // Somebody was faster.
    rmSync(draft, { recursive: true, force: true });
    return false;
  }
}

/** @param {string} lock */
function holderOf(lock) {
  try {
    return readdirSync(lock)[0];
  } catch {
    // No folder, no holder.
    return undefined;
  }
}

/**
 * Removes a holder's file, and the folder if nobody else has put another there.
 * @param {string} lock
 * @param {string | undefined} holder
 */
function remove(lock, holder) {
  if (holder !== undefined) rmSync(join(lock, holder), { force: true });
  try {
    rmdirSync(lock);
  } catch {
    // It is not there, or it is the next one's.
  }
}

/** @param {string} holder */
function isAlive(holder) {
  const pid = Number.parseInt(holder, 10);
  // We hold nothing yet: in a container that was started again, it was somebody with our number.
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It lives, and belongs to another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * @param {string} sentence
 * @returns {never}
 */
function refuse(sentence) {
  console.error(sentence);
  process.exit(1);
}
