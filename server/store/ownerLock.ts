import { statSync, type BigIntStats } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';

/**
 * One server a data folder. The lock is SQLite's own exclusive lock on an empty file: the system drops it with the
 * process, however that dies, and of several that start at once exactly one gets it.
 */
export class OwnerLock {
  readonly #path: string;
  #db: Database.Database | undefined;
  #self: BigIntStats | undefined;

  constructor(folder: string) {
    this.#path = join(folder, 'owner.lock');
  }

  /** @returns false when a living server owns the folder. Throws when the folder refuses the file. */
  take(): boolean {
    const db = new Database(this.#path);
    try {
      db.exec('BEGIN EXCLUSIVE');
      this.#db = db;
      this.#self = statSync(this.#path, { bigint: true });
      return true;
    } catch (error) {
      db.close();
      if (isBusy(error)) return false;
      throw error;
    }
  }

  /** Taken, and its file is still the one that others would find. */
  get isThere(): boolean {
    const there = statSync(this.#path, { bigint: true, throwIfNoEntry: false });
    return this.#self !== undefined && there?.dev === this.#self.dev && there.ino === this.#self.ino;
  }

  release(): void {
    this.#db?.close();
    this.#db = undefined;
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY';
}
