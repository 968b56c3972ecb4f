import { readFileSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { writeWhole } from './wholeFile.js';

const ownerSchema = z.strictObject({
  /** Null: it has not come so far yet, or is no server. */
  booth: z.string().nullable(),
  port: z.int().nullable(),
  host: z.string(),
  pid: z.int(),
  since: z.number(),
});
export type Owner = z.infer<typeof ownerSchema>;

/** Who holds the lock of a data folder, for those who do not get it. Without the lock it means nothing. */
export class OwnerNote {
  readonly #path: string;

  constructor(folder: string) {
    this.#path = join(folder, 'owner.json');
  }

  /** Only by who holds the lock. Throws when the disk refuses; then nobody is named. */
  write(who: Pick<Owner, 'booth' | 'port'>, since: number): void {
    this.remove();
    const owner: Owner = { ...who, host: hostname(), pid: process.pid, since };
    writeWhole(this.#path, JSON.stringify(owner));
  }

  /** Who holds a lock that is held; null where that is not known. */
  read(): Owner | null {
    try {
      const owner = ownerSchema.parse(JSON.parse(readFileSync(this.#path, 'utf8')));
      // Left by one that was killed: whoever has the lock now has not written yet.
      return owner.host === hostname() && !isAlive(owner.pid) ? null : owner;
    } catch {
      // None, or none of ours: nobody is named.
      return null;
    }
  }

  remove(): void {
    rmSync(this.#path, { force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Another user's process is one too.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
