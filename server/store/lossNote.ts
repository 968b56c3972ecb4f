import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { lossSchema, type Loss } from '../protocol/persisted.js';
import { flush, writeWhole } from './wholeFile.js';

/**
 * What is being done about a lost show file, beside it: on disk before anything is done, gone when the show file itself
 * holds it. A start that is killed in between leaves it to the next one, and nothing is lost without a word.
 */
export class LossNote {
  readonly #path: string;

  constructor(showFile: string) {
    this.#path = join(dirname(showFile), 'show-lost.json');
  }

  /** Null where there is none. */
  read(): Loss | null {
    if (!existsSync(this.#path)) return null;
    try {
      return lossSchema.parse(JSON.parse(readFileSync(this.#path, 'utf8')));
    } catch {
      // It was written whole, so somebody else wrote this: it says nothing.
      return null;
    }
  }

  write(loss: Loss): void {
    writeWhole(this.#path, JSON.stringify(loss));
  }

  remove(): void {
    rmSync(this.#path, { force: true });
    flush(dirname(this.#path));
  }
}
