import type { Clock } from '../show/clock.js';
import type { Device } from '../show/device.js';
import type { FormattingMemory } from '../show/formattingMemory.js';
import type { Log } from '../show/log.js';
import { itemsOf } from '../show/items.js';
import type { Store } from '../show/store.js';

const TRY_AGAIN_MS = 5000;

export interface FileNamesOptions {
  store: Store;
  clock: Clock;
  log: Log;
  device: { record: Pick<Device['record'], 'putFormattingBack'> };
  memory: Pick<FormattingMemory, 'isEmpty'>;
}

/**
 * Puts the user's own way of naming files back into OBS as soon as no take waits for its start any more: it began, came
 * to nothing, or was left behind by a crash.
 */
export class FileNames {
  readonly #options: FileNamesOptions;
  #isAsking = false;
  #cancel: () => void = () => undefined;

  constructor(options: FileNamesOptions) {
    this.#options = options;
  }

  start(): void {
    this.#options.store.subscribe(({ set }) => {
      if ('record' in set || itemsOf(set, 'take').length > 0) void this.#follow();
    });
  }

  async #follow(): Promise<void> {
    const { store, clock, log, device, memory } = this.#options;
    if (this.#isAsking || memory.isEmpty || !isDue(store)) return;
    this.#cancel();
    this.#isAsking = true;
    try {
      await device.record.putFormattingBack(clock.now());
    } catch (error) {
      log('warn', 'OBS did not take its own file names back yet; it is asked again.', error);
      this.#cancel = clock.after(TRY_AGAIN_MS, () => void this.#follow());
    } finally {
      this.#isAsking = false;
    }
  }
}

/** OBS is in sight, and nothing that it was asked to start is still to come. */
function isDue({ state }: Store): boolean {
  const { record, currentTake } = state;
  if (record === undefined || record.state === 'starting') return false;
  const take = currentTake?.takeId == null ? undefined : state[`take:${currentTake.takeId}`];
  return take?.state !== 'starting';
}
