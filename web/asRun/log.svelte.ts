import type { AsRunLine } from '../../server/protocol/asRun.js';
import { READINGS } from '../../server/protocol/codes/asRun.js';

/** How long an answer is waited for, in ms. */
const PATIENCE_MS = 5000;

/** The newest lines of the log, as the server last told them. */
export class AsRunLog {
  #lines = $state.raw<readonly AsRunLine[] | null>(null);
  #isUnread = $state.raw(false);
  #isReading = false;
  #isNewsWaiting = false;

  /** Newest first; null: not read yet. */
  get lines(): readonly AsRunLine[] | null {
    return this.#lines;
  }

  /** The last try came to nothing. */
  get isUnread(): boolean {
    return this.#isUnread;
  }

  /** Reads it anew. What comes up meanwhile is one more look after this one, however much it was. */
  async read(): Promise<void> {
    this.#isNewsWaiting = this.#isReading;
    if (this.#isReading) return;
    this.#isReading = true;
    try {
      const signal = AbortSignal.timeout(PATIENCE_MS);
      const response = await fetch(READINGS.asRun.path, { cache: 'no-store', signal });
      if (!response.ok) throw new Error(`the server says ${response.status}`);
      // Our own server's answer, of this very build.
      const { lines } = (await response.json()) as { lines: AsRunLine[] };
      this.#lines = lines;
      this.#isUnread = false;
    } catch {
      // No connection, or not for this device: the sheet says so, and shows what it had.
      this.#isUnread = true;
    }
    this.#isReading = false;
    if (this.#isNewsWaiting) await this.read();
  }
}
