import type { News } from './translate/events.js';

/** One slice of OBS's picture: it hears what OBS says, knows when to look, and keeps what it saw. */
export interface TopicReading<V> {
  /** Replaced, never mutated. */
  readonly value: V;
  /** True: `read` is due. */
  hear(news: News): boolean;
  /** The clock stepped or slept. True: `read` is due. */
  clockStepped?(): boolean;
  /**
   * Looks at OBS. `believe`: all is read anew, so what was held back as doubtful is taken for true.
   * @throws CallFailed, NotReady
   */
  read(believe: boolean): Promise<void>;
}
