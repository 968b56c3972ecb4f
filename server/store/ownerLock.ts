import { join } from 'node:path';
import Database from 'libsql';

/**
 * One server a data folder. The lock is SQLite's own exclusive lock on an empty file: the system drops it with the
 * process, however that dies, and of several that start at once exactly one gets it.
 */
export class OwnerLock {
  readonly #folder: string;
  #db: Database.Database | undefined;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** @returns false when a living server owns the folder. Throws when the folder refuses the file. */
  take(): boolean {
    const db = new Database(join(this.#folder, 'owner.lock'));
    try {
      db.exec('BEGIN EXCLUSIVE');
      this.#db = db;
      return true;
    } catch (error) {
      db.close();
      if (isBusy(error)) return false;
      throw error;
    }
  }

  release(): void {
    this.#db?.close();
    this.#db = undefined;
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY';
}
