import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

// A process of its own that does to the disk what a recording does, only harder, and never more than it was told to.
const [folder = '', budget = '0'] = process.argv.slice(2);
const CHUNK = Buffer.alloc(16 * 2 ** 20, 'showfloor');
const CHUNKS_A_FILE = 8;
/** At most so often a chunk, in ms: the budget then lasts for the measurement also on a fast disk. */
const CHUNK_EVERY_MS = 250;

let written = 0;
while (written + CHUNK.length * CHUNKS_A_FILE <= Number(budget)) {
  const path = join(folder, 'written-by-the-bench');
  const file = await open(path, 'w');
  for (let chunk = 0; chunk < CHUNKS_A_FILE; chunk++) {
    const slot = pause(CHUNK_EVERY_MS);
    await file.write(CHUNK);
    if (written === 0) process.send?.('writing');
    await file.datasync();
    written += CHUNK.length;
    await slot;
  }
  await file.close();
  await rm(path);
}
process.disconnect();
