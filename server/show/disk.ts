import type { SliceKey, State } from '../protocol/slices.js';

/** What one command or one event changes, all of it or nothing. */
export interface Changes {
  set: Partial<State>;
  gone?: readonly SliceKey[];
}

export interface JournalEntry {
  at: number;
  deviceId: string;
  role: string;
  command: string;
  /** As sent, null when it was never read; never credentials. */
  params: unknown;
  /** What its sender saw, as sent; null for an absolute command and when it was never read. */
  expect: unknown;
  /** `ok` or the code of the refusal. */
  outcome: string;
}

/** The show file is not there any more: nothing can be written until it is. */
export class DiskGone extends Error {
  override readonly name = 'DiskGone';
  override readonly message = 'the show file is gone';
}

/** What the show needs of the disk. */
export interface Disk {
  /** Persisted slices as they were left, each judged by its schema. */
  load(): Partial<State>;
  /**
   * Writes in one transaction. `flush` waits until it would survive a power cut (takes); else it survives a kill.
   * Throws when the disk refuses; then nothing of it was kept.
   */
  write(changes: Changes, options: { flush: boolean }): void;
  journal(entry: JournalEntry): void;
}
