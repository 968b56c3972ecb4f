import type { Take } from '../protocol/slices.js';
import type { Alerts } from '../show/alerts.js';
import { slice, type Store } from '../show/store.js';
import { itemsOf } from '../show/items.js';
import type { DiskLook } from './growth.js';
import { isHere } from './here.js';

const SUBJECT = 'take-files';

export interface TakeFilesOptions {
  store: Store;
  alerts: Alerts;
  /** May take for ever. */
  look: (path: string) => Promise<DiskLook>;
}

/**
 * Looks what became of the files of a take when it ended, and of all takes when OBS is first in sight after a start.
 * Nothing is ever moved, renamed or deleted.
 */
export class TakeFiles {
  readonly #options: TakeFilesOptions;
  readonly #waiting = new Set<string>();
  #hasMatched = false;
  /** A look that a hanging disk never answers: another would hang as well, and take a thread. */
  #isLooking = false;

  constructor(options: TakeFilesOptions) {
    this.#options = options;
  }

  start(): void {
    this.#options.store.subscribe(({ set }) => {
      const isFirst = 'record' in set && !this.#hasMatched;
      if (isFirst) this.#hasMatched = true;
      else if (itemsOf(set, 'take').length === 0) return;
      for (const take of itemsOf(this.#options.store.state, 'take'))
        if (hasFiles(take) && (isFirst || take.file === null)) this.#waiting.add(take.id);
      void this.#lookAll();
    });
  }

  async #lookAll(): Promise<void> {
    if (this.#isLooking) return;
    this.#isLooking = true;
    let missing = 0;
    for (const id of this.#waiting) {
      this.#waiting.delete(id);
      if (await this.#lookAt(id)) missing += 1;
    }
    this.#isLooking = false;
    if (missing > 0)
      this.#options.alerts.pass({ code: 'takes-missing', params: { count: missing }, subject: SUBJECT });
  }

  /** True when a file is not there any more that was, or that should be. */
  async #lookAt(id: string): Promise<boolean> {
    const { store, look } = this.#options;
    const before = store.state[`take:${id}`];
    if (before === undefined) return false;
    const looks: DiskLook[] = [];
    for (const path of pathsOf(before)) looks.push(await look(path));
    const take = store.state[`take:${id}`];
    if (take === undefined) return false;
    const file = fileAfter(looks, isHere(store.state.obs?.address ?? ''));
    store.observe({ set: slice(`take:${id}`, { ...take, file }) });
    return file.state === 'missing' && before.file?.state !== 'missing';
  }
}

/** What the looks at all files of one take tell of them together. */
function fileAfter(looks: readonly DiskLook[], isOurs: boolean): NonNullable<Take['file']> {
  const bytes = looks.reduce((sum, look) => sum + (look.is === 'file' ? look.bytes : 0), 0);
  if (looks.every(({ is }) => is === 'file')) return { state: 'there', bytes };
  // On another machine the folder of that name is another one.
  const isMissing = isOurs && looks.some(({ is }) => is === 'no-file');
  return { state: isMissing ? 'missing' : 'unseen', bytes };
}

function pathsOf({ path, earlierPaths }: Take): string[] {
  return path === null ? [...earlierPaths] : [...earlierPaths, path];
}

function hasFiles(take: Take): boolean {
  return (take.state === 'done' || take.state === 'interrupted') && pathsOf(take).length > 0;
}
