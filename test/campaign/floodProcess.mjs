/** Fills a file and flushes it, again and again, as a recording does to the disk; ends with its parent. */
import { open, rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

const [path = ''] = process.argv.slice(2);
const CHUNK = Buffer.alloc(4 * 2 ** 20, 'showfloor');
const CHUNKS = 8;
const EVERY_MS = 100;

process.send?.('writing');
while (process.connected) {
  const file = await open(path, 'w');
  for (let chunk = 0; chunk < CHUNKS && process.connected; chunk++) {
    await file.write(CHUNK);
    await file.datasync();
    await pause(EVERY_MS);
  }
  await file.close();
}
await rm(path, { force: true });
